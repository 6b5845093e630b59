import { GRACE_MS, isTime, PATIENCE_MS } from '../../src/background/prompt-policy/prompt-timing.ts';
import type { SlowReport } from '../../src/common/messages.ts';

const report: SlowReport = {
  trouble: 'unpainted',
  activeMs: 3500,
  firstByteMs: 200,
  bytes: 0,
  quietMs: 0,
  waitsFor: '',
};

test.each<[string, Partial<SlowReport>, number, boolean]>([
  ['the patience is over', {}, 0, true],
  ['not yet', { activeMs: 3499 }, 0, false],
  ['the page has just begun to come', { firstByteMs: 3500 - GRACE_MS + 1 }, 0, false],
  ['it has had its grace', { firstByteMs: 3500 - GRACE_MS }, 0, true],
  ['it came long before anybody looked at it', { firstByteMs: 20_000 }, GRACE_MS, true],
  ['nobody has looked at it long enough', { activeMs: 3499, firstByteMs: 20_000 }, GRACE_MS, false],
])('%s', (_, says, toldMs, time) => {
  expect(isTime({ ...report, ...says }, 3500, toldMs)).toBe(time);
});

test.each(Object.entries(PATIENCE_MS))('a bad link makes a reader who is %s wait less', (_, patience) => {
  expect(patience.bad).toBeLessThanOrEqual(patience.unknown);
  expect(patience.unknown).toBeLessThan(patience.good);
});
