import type { Event } from '../../src/light/session/state/session-events.ts';
import {
  type Below,
  type Complete,
  type Interrupted,
  type Session,
  type State,
  startSession,
} from '../../src/light/session/state/session-state.ts';
import { RETRY_PAUSES_MS, step } from '../../src/light/session/state/session-transitions.ts';

const KNOWN = { doubtful: false, unsure: false, walled: false, unfinished: false };
const FINDING: State = { name: 'finding' };
const ARRIVING: State = { name: 'arriving', tries: 0 };
const STALLED: Interrupted = { name: 'stalled', tries: 0 };
const BROKEN: Interrupted = { name: 'broken', tries: 0, answer: null };
const ANSWERED: Interrupted = { name: 'broken', tries: 1, answer: { kind: 'other', words: '503' } };
const COMPLETE: Complete = { name: 'complete', shows: 'article', ...KNOWN };
const DOUBTFUL: Complete = { ...COMPLETE, doubtful: true };
const WALLED: Complete = { ...COMPLETE, walled: true };
const PAGE: Complete = { ...WALLED, shows: 'page' };
const LEAVING: State = { name: 'leaving', by: 'reload' };
const retrying = (after: Interrupted | Complete, tries = 0): State => ({ name: 'retrying', tries, after });

const looked = (quietMs: number, blind = false): Event => ({ type: 'looked', quietMs, blind });
const LEAVE: Event = { type: 'pressedLeave', reload: true };
const CLOSE: Event = { type: 'pressedLeave', reload: false };

function play(state: State, event: Event, facts: Partial<Session> = {}) {
  const session: Session = { state, below: 'light', joined: true, mayFetch: true, ...facts };
  const { session: next, effects } = step(session, event);
  return [next.state, effects.map((effect) => Object.values(effect).join(' '))];
}

test.each<[what: string, from: State, event: Event, to: State, effects: string[]]>([
  ['the source is found', FINDING, { type: 'found', joined: true, mayFetch: true }, ARRIVING, []],
  ['a break is heard of before the source is found', FINDING, { type: 'brokeOff' }, FINDING, []],
  ['a page that is here is read', FINDING, { type: 'completed', ...KNOWN }, COMPLETE, []],
  ['it is left before anything is found', FINDING, LEAVE, LEAVING, ['askLeave true']],
  ['there is nothing', FINDING, { type: 'foundNothing' }, { name: 'nothing' }, ['close', 'sayNothing']],
  ['it fails', ARRIVING, { type: 'threw' }, { name: 'failed' }, ['close', 'askLeave false', 'sayFailed']],
  ['it comes', ARRIVING, looked(9_999), ARRIVING, []],
  ['it stalls', ARRIVING, looked(10_001), STALLED, ['settle false', 'keep', 'pauseThenRetry 10000']],
  ['it stalls unseen', ARRIVING, looked(10_001, true), STALLED, ['settle false', 'keep']],
  ['it breaks off', ARRIVING, { type: 'brokeOff' }, BROKEN, ['settle true', 'keep', 'pauseThenRetry 10000']],
  ['it ends', ARRIVING, { type: 'completed', ...KNOWN }, COMPLETE, []],
  ['it is stuck', ARRIVING, { type: 'stuck' }, { name: 'leaving', by: 'replay' }, ['askReplay']],
  ['the rest is asked for too early', ARRIVING, { type: 'pressedRest' }, ARRIVING, []],
  ['it goes on', STALLED, looked(100), ARRIVING, []],
  ['it stays silent', STALLED, looked(20_000), STALLED, []],
  [
    'a stall breaks off',
    STALLED,
    { type: 'brokeOff' },
    BROKEN,
    ['settle true', 'keep', 'pauseThenRetry 10000'],
  ],
  ['a pause is over', STALLED, { type: 'retryDue' }, retrying(STALLED, 1), ['fetchRest']],
  ['a pause after a break is over', BROKEN, { type: 'retryDue' }, retrying(BROKEN, 1), ['fetchRest']],
  ['the network is back', BROKEN, { type: 'wentOnline' }, retrying(BROKEN), ['fetchRest']],
  ['the reader asks', BROKEN, { type: 'pressedRest' }, retrying(BROKEN), ['fetchRest']],
  ['the reader asks once more', retrying(BROKEN), { type: 'pressedRest' }, retrying(BROKEN), []],
  ['silence says nothing of what is broken', BROKEN, looked(60_000), BROKEN, []],
  ['nothing comes', retrying(BROKEN), looked(30_001), retrying(BROKEN), ['abortFetch']],
  [
    'the request fails',
    retrying(BROKEN),
    { type: 'retryFailed' },
    BROKEN,
    ['settle true', 'keep', 'pauseThenRetry 10000'],
  ],
  [
    'after a stall',
    retrying(STALLED),
    { type: 'retryFailed' },
    STALLED,
    ['settle false', 'keep', 'pauseThenRetry 10000'],
  ],
  ['what stalled breaks off meanwhile', retrying(STALLED), { type: 'brokeOff' }, retrying(BROKEN), []],
  [
    'something else comes',
    retrying(BROKEN, 1),
    { type: 'retryAnswered', answer: { kind: 'other', words: '503' } },
    ANSWERED,
    [],
  ],
  ['it is not asked for by itself then', ANSWERED, { type: 'wentOnline' }, ANSWERED, []],
  ['but when the reader asks', ANSWERED, { type: 'pressedRest' }, retrying(ANSWERED, 1), ['fetchRest']],
  ['all the text of the page is shown', WALLED, { type: 'showed', shows: 'page' }, PAGE, []],
  ['the article is shown again, and is as it was', PAGE, { type: 'showed', shows: 'article' }, WALLED, []],
  [
    'more is known while the page is shown',
    PAGE,
    { type: 'completed', ...KNOWN },
    { ...COMPLETE, shows: 'page' },
    [],
  ],
  ['a text that still comes is no page', ARRIVING, { type: 'showed', shows: 'page' }, ARRIVING, []],
  ['the rest comes', retrying(BROKEN), { type: 'completed', ...KNOWN }, COMPLETE, []],
  ['the page itself ends meanwhile', retrying(STALLED), { type: 'completed', ...KNOWN }, COMPLETE, []],
  ['a request that came to nothing is heard of late', COMPLETE, { type: 'retryFailed' }, COMPLETE, []],
  ['a break of what is complete', COMPLETE, { type: 'brokeOff' }, COMPLETE, []],
  ['a text in doubt is asked for', DOUBTFUL, { type: 'pressedRest' }, retrying(DOUBTFUL), ['fetchRest']],
  ['and stays in doubt', retrying(DOUBTFUL), { type: 'retryFailed' }, DOUBTFUL, []],
  ['it is loaded again', COMPLETE, { type: 'pressedAgain' }, { name: 'leaving', by: 'load' }, ['askLoad']],
  [
    'the page throws it out',
    COMPLETE,
    { type: 'lostScreen' },
    { name: 'leaving', by: 'close' },
    ['close', 'askLeave false', 'sayLost'],
  ],
  ['it is left', COMPLETE, CLOSE, { name: 'leaving', by: 'close' }, ['close', 'askLeave false']],
  ['the page did not come, and is asked for again', LEAVING, LEAVE, LEAVING, ['askLeave true']],
  ['what comes late changes nothing', LEAVING, { type: 'completed', ...KNOWN }, LEAVING, []],
  ['what fails late changes nothing', LEAVING, { type: 'threw' }, LEAVING, []],
  [
    'a view that is gone cannot be left',
    { name: 'leaving', by: 'close' },
    CLOSE,
    { name: 'leaving', by: 'close' },
    [],
  ],
  ['nothing comes of nothing', { name: 'nothing' }, { type: 'brokeOff' }, { name: 'nothing' }, []],
])('%s', (_, from, event, to, effects) => {
  expect(play(from, event)).toEqual([to, effects]);
});

test.each<[what: string, facts: Partial<Session>]>([
  ['the answer to a form', { mayFetch: false }],
  ['a site that Light may not act on', { joined: false }],
])('%s is not asked for beside the tab', (_, facts) => {
  expect(play(ARRIVING, { type: 'brokeOff' }, facts)).toEqual([BROKEN, ['settle true', 'keep']]);
  expect(play(BROKEN, { type: 'wentOnline' }, facts)).toEqual([BROKEN, []]);
  expect(play(BROKEN, { type: 'pressedRest' }, facts)).toEqual([
    { name: 'leaving', by: 'load' },
    ['askLoad'],
  ]);
});

test('the rest is asked for by itself after growing pauses, and then no more', () => {
  let session: Session = { state: ARRIVING, below: 'light', joined: true, mayFetch: true };
  const pauses: number[] = [];
  const send = (event: Event) => {
    const { session: next, effects } = step(session, event);
    session = next;
    for (const effect of effects) if (effect.type === 'pauseThenRetry') pauses.push(effect.ms);
  };
  send({ type: 'brokeOff' });
  for (let tries = 0; tries < RETRY_PAUSES_MS.length + 2; tries++) {
    send({ type: 'retryDue' });
    send({ type: 'retryFailed' });
  }
  expect(pauses).toEqual(RETRY_PAUSES_MS);
});

test.each<Below>(['whole', 'loading', 'light'])('a session begins by finding the text (%s)', (below) => {
  expect(startSession(below)).toEqual({ state: FINDING, below, joined: false, mayFetch: false });
});
