import {
  EMPTY_QUEUE,
  type KeepQueue,
  MOST_SILENCES,
  MOST_STARTS,
  type QueueEvent,
  stepQueue,
  toComing,
} from '../../src/common/shelf/keep-queue.ts';

const links = (...names: string[]) => names.map((address) => ({ address, title: address }));
const added = (...names: string[]): QueueEvent => ({ type: 'added', links: links(...names), present: [] });
const begun: QueueEvent = { type: 'begun' };
const kept = (address: string, bytes = 10): QueueEvent => ({ type: 'kept', address, bytes });
const failed = (address: string, isFinal = false): QueueEvent => ({
  type: 'failed',
  address,
  bytes: 3,
  isFinal,
});
const silent = (address: string): QueueEvent => ({ type: 'silent', address });

const play = (...events: QueueEvent[]): KeepQueue => events.reduce(stepQueue, EMPTY_QUEUE);
/** `running a:kept b:coming`. */
const toLine = ({ state, items }: KeepQueue) =>
  [state, ...items.map((item) => `${item.address}:${item.state}`)].join(' ');

test.each<[string, QueueEvent[], string]>([
  ['nothing waits', [begun], 'over'],
  ['what is added waits', [added('a', 'b')], 'running a:waiting b:waiting'],
  ['the first begins', [added('a', 'b'), begun], 'running a:coming b:waiting'],
  [
    'never two at once: what was begun is begun again',
    [added('a', 'b'), begun, begun],
    'running a:coming b:waiting',
  ],
  ['one after another', [added('a', 'b'), begun, kept('a'), begun], 'running a:kept b:coming'],
  ['all have come', [added('a'), begun, kept('a')], 'over a:kept'],
  [
    'what is kept already is left out',
    [{ type: 'added', links: links('a', 'b'), present: ['a'] }, begun],
    'running a:present b:coming',
  ],
  ['all of it is kept already', [{ type: 'added', links: links('a'), present: ['a'] }], 'over a:present'],
  ['the same address twice is one', [added('a', 'a'), added('a', 'b')], 'running a:waiting b:waiting'],
  [
    'what was over is told of no more when more is added',
    [added('a'), begun, kept('a'), added('b')],
    'running b:waiting',
  ],
  [
    'one that failed comes once more, after the others',
    [added('a', 'b'), begun, failed('a')],
    'running b:waiting a:waiting',
  ],
  ['two tries and no more', [added('a'), begun, failed('a'), begun, failed('a')], 'over a:failed'],
  ['what will not be there is tried once', [added('a'), begun, failed('a', true)], 'over a:failed'],
  [
    'an answer that nobody waits for',
    [added('a', 'b'), begun, kept('c'), failed('b')],
    'running a:coming b:waiting',
  ],
  [
    'the reader stops it',
    [added('a', 'b'), begun, { type: 'stopped' }, begun],
    'stopped a:waiting b:waiting',
  ],
  [
    'what was stopped and is written already is kept',
    [added('a', 'b'), begun, { type: 'stopped' }, kept('a')],
    'stopped b:waiting a:kept'.replace('b:waiting a:kept', 'a:kept b:waiting'),
  ],
  [
    'a clock does not go on with what the reader has stopped',
    [added('a'), begun, { type: 'stopped' }, { type: 'resumed', by: 'clock' }],
    'stopped a:waiting',
  ],
  [
    'the reader goes on',
    [added('a'), begun, { type: 'stopped' }, { type: 'resumed', by: 'reader' }, begun],
    'running a:coming',
  ],
  [
    'the shelf is full',
    [added('a', 'b'), begun, { type: 'full', address: 'a' }, begun],
    'full b:waiting a:waiting',
  ],
  ['the browser has no network', [added('a'), begun, { type: 'offline' }, begun], 'away a:waiting'],
  [
    'and has one again',
    [added('a'), begun, { type: 'offline' }, { type: 'resumed', by: 'clock' }, begun],
    'running a:coming',
  ],
  ['one site is silent', [added('a', 'b'), begun, silent('a'), begun], 'running b:coming a:waiting'],
  [
    'two are: the network is',
    [added('a', 'b'), begun, silent('a'), begun, silent('b')],
    'away a:waiting b:waiting',
  ],
  [
    'a site that stays silent while others answer is given up',
    [added('a', 'b'), begun, silent('a'), begun, kept('b'), begun, silent('a')],
    'over b:kept a:failed',
  ],
  [
    'the only one that is left is given up after two tries',
    [added('a'), begun, silent('a'), begun, silent('a')],
    'over a:failed',
  ],
])('%s', (_, events, line) => {
  expect(toLine(play(...events))).toBe(line);
});

test('no address is given up while the network is away, and the reader is asked after half an hour', () => {
  let queue = play(added('a', 'b'));
  for (let minute = 0; minute < MOST_SILENCES; minute++) {
    queue = stepQueue(stepQueue(queue, { type: 'resumed', by: 'clock' }), begun);
    queue = stepQueue(queue, silent(toComing(queue)?.address ?? ''));
  }
  expect(queue.state).toBe('stopped');
  expect(queue.items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
});

test('an address at which the background ends again and again is given up', () => {
  let queue = play(added('a'));
  for (let start = 0; start < MOST_STARTS; start++) queue = stepQueue(queue, begun);
  expect(toLine(queue)).toBe('running a:coming');
  expect(toLine(stepQueue(queue, begun))).toBe('over a:failed');
});

test('what failed tries have cost is counted', () => {
  const { items } = play(added('a'), begun, failed('a'), begun, kept('a', 10));
  expect(items[0]?.bytes).toBe(13);
});
