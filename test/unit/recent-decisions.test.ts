import { noteDecision, noteSilence } from '../../src/background/prompt-policy/recent-decisions.ts';
import { DECISIONS_KEY, MOST_DECISIONS } from '../../src/common/stored/recent-decisions.ts';
import { createRecent } from '../../src/options/recent.ts';
import { type FakeBrowser, toLocks } from './fake-browser.ts';

declare const browser: FakeBrowser;
Object.assign(navigator, { locks: toLocks() });

const toAsker = (host: string, isPrivate = false) => ({
  ...{ tabId: 1, documentId: undefined, isPrivate },
  address: `https://${host}/page`,
});
const readLines = async () =>
  [...(await createRecent()).querySelectorAll('li div')].map((line) => line.textContent);

beforeEach(() => browser.storage.session.clear());

test('the settings say why the reader was asked, in the words of the question', async () => {
  await noteDecision(toAsker('news.example'), {
    kind: 'asked',
    sentence: 'Waiting for \ufffc.',
    name: 'cdn.example',
  });
  expect(await readLines()).toEqual(['news.exampleWaiting for cdn.example.']);
});

test.each([
  ['never on this site', { never: ['news.example'] }, 'You chose not to be asked on this site.'],
  [
    'the question was closed twice',
    {},
    'You closed the question twice here, so the site is left alone for a while.',
  ],
  [
    'never at all',
    { patience: 'never' },
    'Nothing happens by itself: the toolbar button alone switches a page.',
  ],
])('and why not: %s', async (_, settings, sentence) => {
  await browser.storage.local.clear();
  await browser.storage.local.set(settings);
  await noteSilence(toAsker('news.example'));
  expect(await readLines()).toEqual([`news.example${sentence}`]);
});

test('the latest stands first, a few are kept, and none of private windows', async () => {
  for (let at = 0; at < 9; at++) await noteDecision(toAsker(`${at}.example`), { kind: 'unasked' });
  await noteDecision(toAsker('private.example', true), { kind: 'unasked' });
  const stored = (await browser.storage.session.get(DECISIONS_KEY))[DECISIONS_KEY] as { host: string }[];
  expect(stored.map(({ host }) => host)).toEqual(['8', '7', '6', '5', '4', '3'].map((at) => `${at}.example`));
  expect(stored).toHaveLength(MOST_DECISIONS);
});

test('where no page was slow, that is said', async () => {
  expect((await createRecent()).textContent).toMatch(/^No page was slow/);
});
