import { toReason } from '../../src/background/prompt-policy/prompt-reason.ts';
import type { SlowReport } from '../../src/common/messages.ts';
import { NAME } from '../../src/common/prompt-reason.ts';

/** 200 KB in half a second, and then nothing. */
const report: SlowReport = {
  trouble: 'unpainted',
  activeMs: 3600,
  firstByteMs: 100,
  bytes: 200_000,
  quietMs: 3000,
  waitsFor: 'fonts.example.net',
};

test.each<[string, Partial<SlowReport>, string, string]>([
  [
    'a host is silent on a quick link',
    {},
    `Waiting for ${NAME}, which does not answer.`,
    'fonts.example.net',
  ],
  [
    'its answer may be on its way on a slow one',
    { bytes: 3000 },
    `Waiting for ${NAME}.`,
    'fonts.example.net',
  ],
  ['something else has just come', { quietMs: 500 }, `Waiting for ${NAME}.`, 'fonts.example.net'],
  [
    'the page waits for its own host, which has answered',
    { waitsFor: 'example.org' },
    'Nothing has appeared for 4 seconds.',
    '',
  ],
  ['it waits for nothing known', { waitsFor: '' }, 'Nothing has appeared for 4 seconds.', ''],
  ['there is no text', { waitsFor: '', trouble: 'textless' }, 'The text has not come for 4 seconds.', ''],
  ['the text stops, whatever else is missing', { trouble: 'stalled' }, 'The text has stopped arriving.', ''],
])('%s', (_, changes, sentence, name) => {
  expect(toReason({ ...report, ...changes }, 'example.org')).toEqual({ sentence, name });
});
