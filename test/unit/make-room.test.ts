import { toEvicted, toUnreadToGo } from '../../src/common/shelf/make-room.ts';

const toText = (line: string) => {
  const [address = '', bytes, keptAt, read] = line.split(' ');
  return { address, bytes: Number(bytes), keptAt: Number(keptAt), readAt: read === 'read' ? 9 : null };
};

test.each<[string, string[], number, string[] | null]>([
  ['there is room', ['a 40 1 read'], 60, []],
  ['the oldest that was read goes', ['b 40 2 read', 'a 40 1 read'], 50, ['a']],
  ['as many as have to', ['b 40 2 read', 'a 40 1 read', 'c 20 3 read'], 70, ['a', 'b']],
  ['an older one that was not read stays', ['a 40 1', 'b 40 2 read'], 50, ['b']],
  ['nothing unread goes', ['a 40 1', 'b 40 2'], 50, null],
  ['nor does what was read where that would not be enough', ['a 80 1', 'b 10 2 read'], 50, null],
  ['a text larger than the limit', [], 101, null],
  ['a text that is kept again takes its own place', ['new 60 1', 'b 40 2'], 60, []],
])('%s', (_, texts, more, evicted) => {
  expect(toEvicted(texts.map(toText), more, 100, 'new')).toEqual(evicted);
});

test.each<[string, number[], number, number]>([
  ['as many as make the room', [10, 10, 10], 15, 2],
  ['one at least', [10, 10], 0, 1],
  ['all, where all are too little', [10, 10], 100, 2],
  ['none where there is none', [], 100, 0],
])('of the unread that the reader may give up, the oldest are chosen: %s', (_, sizes, wanted, count) => {
  expect(
    toUnreadToGo(
      sizes.map((bytes) => ({ bytes })),
      wanted,
    ),
  ).toBe(count);
});
