import { READABLE_CHARS, type Signals, STALL_MS, toVerdict } from '../../src/watch/verdict.ts';

/** A load of which nothing has come yet. */
const nothing: Signals = {
  painted: false,
  parsed: false,
  textChars: 0,
  quietMs: 0,
  reading: false,
  writing: false,
};
const text = { textChars: READABLE_CHARS };
const some = { textChars: READABLE_CHARS - 1 };

test.each<[string, Partial<Signals>, ReturnType<typeof toVerdict>]>([
  ['nothing painted in time', {}, 'unpainted'],
  ['painted, without text', { painted: true }, 'textless'],
  ['painted, with a little less text than can be read', { painted: true, ...some }, 'textless'],
  ['a reader who has scrolled in what there is', { painted: true, ...some, reading: true }, null],
  ['a reader who has scrolled where nothing is', { painted: true, reading: true }, 'textless'],
  ['painted, readable, still arriving', { painted: true, ...text }, null],
  ['readable, but nothing arrives any more', { painted: true, ...text, quietMs: STALL_MS }, 'stalled'],
  [
    'the text stops half-way, though the reader has begun',
    { painted: true, ...text, quietMs: STALL_MS, reading: true },
    'stalled',
  ],
  ['quiet because it is all here', { painted: true, ...text, parsed: true, quietMs: STALL_MS }, null],
  ['all text here, but a style sheet keeps it from being painted', { parsed: true, ...text }, 'unpainted'],
  ['an app shell whose text only scripts bring', { parsed: true }, null],
  ['an app shell, painted', { parsed: true, painted: true }, null],
  ['a reader who is writing', { writing: true }, null],
])('%s', (_, signals, trouble) => {
  expect(toVerdict({ ...nothing, ...signals })).toBe(trouble);
});
