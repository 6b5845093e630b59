import { type QuestionEvent, type QuestionState, toNext } from '../../src/prompt/question-state.ts';

const STATES: QuestionState[] = ['waiting', 'shown', 'answering', 'unanswered', 'ended', 'unasked'];
const EVENTS: QuestionEvent[] = [
  ...(['switch', 'always', 'close', 'never', 'dismiss', 'free', 'done', 'failed', 'gone'] as const),
  ...(['readable', 'over', 'view-opened'] as const),
];

/** From a state, by an event, to a state, and what is done for it. Every pair that is not named changes nothing. */
const TABLE: [QuestionState, QuestionEvent, QuestionState, string][] = [
  ['waiting', 'free', 'shown', 'show'],
  ['waiting', 'readable', 'unasked', 'forget'],
  ['waiting', 'over', 'unasked', 'forget'],
  ['waiting', 'view-opened', 'unasked', 'forget'],
  ['shown', 'switch', 'answering', 'ask-switch'],
  ['shown', 'always', 'answering', 'ask-always'],
  ['shown', 'never', 'answering', 'ask-never'],
  ['shown', 'close', 'ended', 'ask-refuse hide'],
  // Esc ends the question, and is no refusal that is counted.
  ['shown', 'dismiss', 'ended', 'hide'],
  ['shown', 'readable', 'ended', 'hide'],
  ['shown', 'over', 'ended', 'hide'],
  ['shown', 'view-opened', 'ended', 'hide'],
  ['answering', 'done', 'ended', 'hide'],
  ['answering', 'failed', 'unanswered', 'say-failed'],
  ['answering', 'gone', 'unanswered', 'say-gone'],
  ['answering', 'close', 'ended', 'hide'],
  ['answering', 'view-opened', 'ended', 'hide'],
  ['unanswered', 'switch', 'answering', 'ask-switch'],
  ['unanswered', 'always', 'answering', 'ask-always'],
  ['unanswered', 'never', 'answering', 'ask-never'],
  ['unanswered', 'close', 'ended', 'hide'],
  ['unanswered', 'dismiss', 'ended', 'hide'],
  ['unanswered', 'view-opened', 'ended', 'hide'],
];

test.each(TABLE)('%s, %s: %s', (from, event, state, effects) => {
  expect(toNext(from, event)).toEqual({ state, effects: effects.split(' ') });
});

test('nothing else changes anything', () => {
  const named = new Set(TABLE.map(([from, event]) => `${from} ${event}`));
  const others = STATES.flatMap((from) => EVENTS.map((event) => ({ from, event }))).filter(
    ({ from, event }) => !named.has(`${from} ${event}`),
  );
  expect(others).toHaveLength(STATES.length * EVENTS.length - TABLE.length);
  for (const { from, event } of others) expect(toNext(from, event)).toEqual({ state: from, effects: [] });
});
