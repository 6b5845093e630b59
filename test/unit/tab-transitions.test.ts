import { type TabRecord, toToolbarState, WAITING_MS } from '../../src/background/tab/tab-record.ts';
import {
  BYPASS_MS,
  BYPASSES,
  GIVEN_UP_MS,
  isLooping,
  nextTab,
  PASS_MS,
  SWITCH_MS,
  type TabEvent,
} from '../../src/background/tab/tab-transitions.ts';

const A = { documentId: 'a', address: 'https://news.example/a' };
const B = { documentId: 'b', address: 'https://news.example/b' };

const switched: TabEvent = { kind: 'switch', isHeld: false, at: 1 };
const held: TabEvent = { kind: 'switch', isHeld: true, at: 1 };
const joined: TabEvent = { kind: 'join', page: A, isPrivate: false, at: 2 };
const left: TabEvent = { kind: 'leave', reload: false, at: 3 };
const spare: TabEvent = { kind: 'spare', site: 'news.example' };
const leftByLoad: TabEvent = { kind: 'leave', reload: true, at: 3 };
const goes: TabEvent = { kind: 'navigate', address: B.address, at: 4 };
const comes: TabEvent = { kind: 'commit', page: B, at: 5 };
const arrived: TabEvent = { kind: 'arrive', page: B, hasArrived: true };
const cameAsItIs: TabEvent = { kind: 'arrive', page: B, hasArrived: false };
const awaited: TabEvent = { ...joined, page: null };
const images: TabEvent = {
  kind: 'images',
  images: { addresses: ['https://news.example/oven.png'], areMoved: false },
};
const rest: TabEvent = { kind: 'rest', page: A };
const worker: TabEvent = { kind: 'worker', page: A };
const text: TabEvent = { kind: 'save-text', address: A.address, chars: 9 };
const nothing: TabEvent = { kind: 'notice', notice: 'nothing', at: 6 };
const forbidden: TabEvent = { kind: 'notice', notice: 'forbidden', at: 6 };
const failsAt = (address: string): TabEvent => ({ kind: 'fail', address, isStopped: false, at: 7 });
const stopsAt = (address: string): TabEvent => ({ kind: 'fail', address, isStopped: true, at: 7 });
const toOther: TabEvent = {
  kind: 'commit',
  page: { documentId: 'c', address: 'https://other.example/' },
  at: 9,
};
const scripts: TabEvent = { kind: 'scripts', site: 'news.example' };
const pass: TabEvent = { kind: 'pass', isPrivate: false, at: 10 };
const bypass: TabEvent = { kind: 'bypass', address: A.address, at: 8 };

const play = (...events: TabEvent[]) => events.reduce<TabRecord | null>(nextTab, null);

test.each<[string, TabEvent[], Partial<TabRecord> | null]>([
  ['a press makes it one that is being switched', [switched], { mode: 'switching' }],
  [
    'one whose page was still coming is held back until it is light',
    [held],
    { mode: 'switching', documentState: 'held' },
  ],
  ['then it is held back as any light tab', [held, joined], { mode: 'light', documentState: 'switched' }],
  [
    'nothing holds it back where there is nothing to read',
    [held, nothing],
    { mode: 'plain', documentState: 'own' },
  ],
  ['nor where the script could not be injected', [held, { kind: 'abandon' }], null],
  ['nor where it never came to anything', [held, { kind: 'expire', at: 1 + SWITCH_MS }], null],
  ['nor where another page comes', [held, comes], null],
  [
    'a light tab into which no script could be injected stays light',
    [joined, { kind: 'abandon' }],
    { mode: 'light' },
  ],
  ['the script that joins makes it light', [switched, joined], { mode: 'light', page: A, sinceMs: 2 }],
  ['joining twice is joining once', [joined, { ...joined, at: 9 }], { mode: 'light', sinceMs: 2 }],
  [
    'nothing to read: as if it had never been asked',
    [switched, nothing],
    { mode: 'plain', notice: 'nothing' },
  ],
  ['nothing to read in a light tab: it leaves', [joined, nothing], { mode: 'plain' }],
  ['left, and given back as it was', [joined, text, left], null],
  [
    'left by a load: the text stays until the page is here',
    [joined, text, leftByLoad],
    { mode: 'leaving', text: { address: A.address, chars: 9 } },
  ],
  ['that page comes', [joined, text, leftByLoad, comes], null],
  [
    'left by a load: a switch that was decided before is none',
    [joined, leftByLoad, switched],
    { mode: 'leaving' },
  ],
  ['left by a load, and wanted again before that', [joined, leftByLoad, awaited], { mode: 'light' }],
  [
    'that page fails',
    [joined, text, leftByLoad, goes, failsAt(B.address)],
    { mode: 'leaving', notice: 'unreachable', text: { address: A.address, chars: 9 } },
  ],
  ['another page while it was being switched', [switched, comes], null],
  ['the next page of a light tab', [joined, goes, comes], { mode: 'light', page: B, pending: null }],
  [
    'what one document was granted ends as the next is asked for',
    [joined, images, rest, worker, goes],
    { images: null, rest: null, worker: null },
  ],
  [
    'and when another one is here',
    [joined, images, rest, worker, comes],
    { images: null, rest: null, worker: null },
  ],
  [
    'and when it says itself that it is here, where nobody has heard of it',
    [joined, images, rest, worker, arrived],
    { images: null, rest: null, worker: null, page: B },
  ],
  ['nothing is granted to a tab that is not light', [switched, images, rest], { images: null, rest: null }],
  ['no text is saved of a tab that is not light', [switched, text], { text: null }],
  ['an address that is on its way', [goes], { mode: 'plain', pending: { address: B.address, sinceMs: 4 } }],
  ['an address that has come', [goes, comes], null],
  ['an address that failed', [goes, failsAt(B.address)], { pending: null, notice: 'unreachable' }],
  ['an address that the reader stopped', [goes, stopsAt(B.address)], null],
  [
    'a light document of which nothing has come',
    [joined, goes, comes, failsAt(B.address)],
    { mode: 'light', notice: 'unreachable' },
  ],
  [
    'one that was awaited from a press on',
    [awaited, failsAt(B.address)],
    { mode: 'light', notice: 'unreachable' },
  ],
  [
    'one that is heard of after its load has failed',
    [joined, goes, comes, failsAt(B.address), arrived],
    { mode: 'light', notice: null },
  ],
  ['a light text that breaks off', [joined, failsAt(A.address)], { mode: 'light', notice: null }],
  [
    'a light text that breaks off after its load was heard of',
    [joined, goes, arrived, comes, failsAt(B.address)],
    { mode: 'light', notice: null },
  ],
  [
    'an end that the present address has replaced',
    [goes, failsAt(A.address)],
    { pending: { address: B.address, sinceMs: 4 } },
  ],
  ['a press makes it light by its reader', [switched, joined], { by: 'reader' }],
  [
    'a site that is always light makes it so, and the script that joins changes nothing of that',
    [{ ...joined, by: 'site' }, joined],
    { by: 'site' },
  ],
  [
    'a bad link has it switched, and the script that joins changes nothing of that',
    [{ ...switched, by: 'link' }, joined],
    { by: 'link' },
  ],
  [
    'a press after that is its reader’s',
    [{ ...switched, by: 'link' }, { kind: 'abandon' }, switched, joined],
    { by: 'reader' },
  ],
  [
    'left on an always-light site: it stays as it is there',
    [joined, leftByLoad, spare, goes, comes],
    { mode: 'plain', spared: 'news.example' },
  ],
  ['until it goes to another site', [joined, left, spare, toOther], null],
  ['or becomes light again', [spare, joined], { spared: null }],
  ['which it may have become before that was known', [left, joined, spare], { spared: null }],
  [
    'scripts are let through on their site',
    [joined, scripts, goes, comes],
    { mode: 'light', scripts: 'news.example' },
  ],
  ['and no further', [joined, scripts, toOther], { mode: 'light', scripts: null }],
  ['nor in a tab that is not light', [switched, scripts], { scripts: null }],
  [
    'while a check is passed, the tab waits to be light again',
    [joined, pass, goes, comes, toOther],
    { mode: 'passing' },
  ],
  ['the page after it is', [joined, pass, comes, joined], { mode: 'light', sinceMs: 2 }],
  ['what nobody passes ends', [joined, pass, { kind: 'expire', at: 10 + PASS_MS }], null],
  ['a press where extensions may not act', [forbidden], { mode: 'plain', notice: 'forbidden' }],
  ['the word on the button goes with its page', [forbidden, comes], null],
  ['an injection that failed', [switched, { kind: 'notice', notice: 'failed', at: 6 }], { mode: 'plain' }],
  ['a switch that never came to anything', [switched, { kind: 'expire', at: 1 + SWITCH_MS }], null],
  ['a switch that is still under way', [switched, { kind: 'expire', at: SWITCH_MS }], { mode: 'switching' }],
  ['an address that was given up', [goes, { kind: 'expire', at: 4 + GIVEN_UP_MS }], null],
])('%s', (_, events, expected) => {
  const tab = play(...events);
  if (expected === null) expect(tab).toBeNull();
  else expect(tab).toMatchObject(expected);
});

test.each<[string, TabEvent[], TabRecord['documentState']]>([
  ['that is on its way in any tab', [goes], 'own'],
  ['that is being switched, all of it being here', [switched], 'own'],
  ['that is being switched amid its load', [held], 'held'],
  ['whose button is pressed once more meanwhile', [held, switched], 'held'],
  ['that says meanwhile that it is here', [held, cameAsItIs], 'held'],
  ['that had come before the press that held it', [switched, held], 'own'],
  ['whose tab is to be loaded again as it is', [joined, leftByLoad, held], 'own'],
  ['whose script has joined', [held, joined], 'switched'],
  ['that is awaited from a press on', [awaited], 'unheard'],
  ['that was awaited, and begins to come', [awaited, comes], 'unheard'],
  ['that was awaited, and says that it came as it is', [awaited, comes, cameAsItIs], 'switched'],
  ['that follows in a light tab', [joined, goes, comes], 'unheard'],
  ['that follows, and says that it came without scripts', [joined, goes, comes, arrived], 'arrived'],
  ['that says so before its commit is told', [joined, goes, arrived, comes], 'arrived'],
  ['that follows one without scripts', [joined, arrived, { ...comes, page: A }], 'unheard'],
  ['that came without scripts, and is pressed', [joined, arrived, held], 'arrived'],
  [
    'that came without scripts, and whose script joins',
    [joined, arrived, { ...joined, page: B }],
    'switched',
  ],
  ['that came without scripts, and is granted pictures', [joined, arrived, images], 'arrived'],
  ['that has been left for a load', [joined, arrived, leftByLoad], 'own'],
  ['on which a check is passed', [joined, arrived, pass], 'own'],
  ['without a text', [joined, arrived, nothing], 'own'],
])('a document %s', (_, events, expected) => {
  expect(play(...events)?.documentState).toBe(expected);
});

test('loads past a service worker do not loop, and another page may have its own', () => {
  const isOver = (address: string, now: number, ...events: TabEvent[]) =>
    isLooping(play(joined, ...events) as TabRecord, address, now);
  const loads = Array.from({ length: BYPASSES }, () => bypass);
  expect(isOver(A.address, 9, ...loads.slice(1))).toBe(false);
  expect(isOver(A.address, 9, ...loads)).toBe(true);
  expect(isOver(A.address, 8 + BYPASS_MS, ...loads)).toBe(false);
  expect(isOver(B.address, 9, ...loads)).toBe(false);
});

test.each<[string, TabEvent[], number, string]>([
  ['a plain tab', [], 0, 'off'],
  ['a light tab', [joined], 0, 'on'],
  ['a tab that is being left', [joined, leftByLoad], 0, 'off'],
  ['a light tab that waits', [joined, goes], 4 + WAITING_MS, 'waiting'],
  ['a light tab that has just begun to', [joined, goes], 3 + WAITING_MS, 'on'],
  ['a light tab on an error page', [joined, goes, failsAt(B.address)], 9, 'unreachable'],
  ['a tab without a text', [switched, nothing], 9, 'nothing'],
])('the button says of %s: %s', (_, events, now, state) => {
  expect(toToolbarState(play(...events), now)).toBe(state);
});
