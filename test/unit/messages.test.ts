import { ask, askAgain, askWhile } from '../../src/common/messages.ts';
import type { FakeBrowser } from './fake-browser.ts';

declare const browser: FakeBrowser;

const OK = { ok: true };
const GONE = { ok: false, reason: 'gone' };
const ENDED = new Error('The message port closed before a response was received.');

const answerWith = (...answers: (object | Error)[]) => {
  const send = jest.spyOn(browser.runtime, 'sendMessage');
  for (const answer of answers)
    if (answer instanceof Error) send.mockRejectedValueOnce(answer);
    else send.mockResolvedValueOnce(answer as unknown as undefined);
  return send;
};
afterEach(() => jest.restoreAllMocks());

test('a background that is gone is an answer, and no error', async () => {
  answerWith(ENDED);
  expect(await ask('join')).toEqual(GONE);
});

test.each([
  ['that ended while it acted', [ENDED, OK], OK, 2],
  ['that answers', [OK], OK, 1],
  ['that refuses', [{ ok: false, reason: 'no-access' }], { ok: false, reason: 'no-access' }, 1],
  ['that was ended again as it woke', [ENDED, ENDED, ENDED, OK], OK, 4],
  ['that is gone for good', [ENDED, ENDED, ENDED, ENDED], GONE, 4],
])('a background %s is asked again only where nobody answered', async (_, answers, expected, times) => {
  const send = answerWith(...answers);
  expect(await askAgain('join')).toEqual(expected);
  expect(send).toHaveBeenCalledTimes(times);
});

test('what is not wanted any more is not asked again', async () => {
  const send = answerWith(ENDED, OK);
  expect(await askWhile(() => false, 'join')).toEqual(GONE);
  expect(send).toHaveBeenCalledTimes(1);
});
