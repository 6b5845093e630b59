// What breaks on the way: a text is never said to be whole where it is not, nor replaced by less. A row is a fault; add yours.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import type { Fault, Site } from '../site/site.ts';
import { hold } from './reader.ts';
import {
  areLight,
  asked,
  asksFor,
  buttonSays,
  failsVisibly,
  inView,
  loads,
  showsText,
  toPaths,
  turnOn,
  whenComplete,
  whenSourceFound,
} from './reading.ts';

/** Compressed, as most pages are. */
const RAIN = '/science/the-valley-that-counts-its-own-rain';
const PLAIN = `${RAIN}?plain`;
const TITLE = 'The valley that counts its own rain';
/** So much of it is the beginning of its text, compressed and not. */
const ZIPPED_BYTES = 4000;
const PLAIN_BYTES = 14_000;
/** Of another page, so much is its head, and the beginning of its body, where no text stands yet. */
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast?plain';
const HEAD_BYTES = 3320;
const TRAIN_TITLE = 'The night train comes back to the salt coast';

const INCOMPLETE = '[data-light=view][data-state=incomplete]';

const readNote = async (page: Page): Promise<string> => (await page.text(...inView('.note'))) ?? '';
const readBody = async (page: Page): Promise<string> =>
  (await page.text(...inView('[data-part=body]'))) ?? '';

async function openLightTab({ visit, site }: Scene): Promise<Page> {
  const page = await visit('/special/fast');
  await loads(page);
  await turnOn(page);
  site.forget();
  return page;
}

/** Some of the text of that page is here: the view of the page before it is still there for a while. */
async function showsSome(page: Page, path: string): Promise<void> {
  await page.waitFor(
    (wanted: string) => {
      const body = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('[data-part=body]');
      return location.href.endsWith(wanted) && (body?.textContent?.length ?? 0) > 400;
    },
    [path],
  );
}

/** The fault, and what has it happen: until then the text comes up to there. */
function delay(fault: Fault): { delayed: Fault; letGo: () => void } {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { delayed: { ...fault, until } as Fault, letGo }; // Those that are played here can wait.
}

/** The two ways to a text that is on its way: a light load, and a switch amid the load. */
const WAYS: Record<string, (scene: Scene, path: string, fault: Fault) => Promise<Page>> = {
  'in a light load': async (scene, path, fault) => {
    const { delayed, letGo } = delay(fault);
    const page = await openLightTab(scene);
    scene.site.fault(path, delayed);
    await page.go(scene.site.url(path));
    await showsSome(page, path);
    letGo();
    return page;
  },
  'at a switch amid the load': async (scene, path, fault) => {
    const { delayed, letGo } = delay(fault);
    scene.site.fault(path, delayed);
    const page = await scene.visit(path);
    await page.waitFor(() => document.querySelectorAll('.text p').length > 2);
    await page.pressToolbarButton();
    await page.appears('[data-light=view]');
    await areLight(scene.browser, [await page.tabId()]);
    // By then it is known where the text comes from.
    await asksFor(scene);
    letGo();
    return page;
  },
};

const CUTS: [what: string, path: string, fault: Fault][] = [
  ['compressed HTML that is cut in good order', RAIN, { kind: 'cut', atByte: ZIPPED_BYTES }],
  ['HTML that is cut in good order', PLAIN, { kind: 'cut', atByte: PLAIN_BYTES }],
  ['a connection that is closed too early', PLAIN, { kind: 'break', atByte: PLAIN_BYTES }],
];

for (const [what, path, fault] of CUTS)
  for (const [way, begin] of Object.entries(WAYS))
    story(`Said not to be whole: ${what}, ${way}`, async (scene) => {
      const page = await begin(scene, path, fault);
      await page.appears(INCOMPLETE);
      assert.match(await readNote(page), /^(The connection broke|This may not be all)/);
      assert.equal(await page.has(...inView('[data-action=rest]')), true);
      assert.ok((await readBody(page)).length > 400);
    });

const WHOLE: [what: string, path: string, fault: Fault][] = [
  ['a length that promises more', PLAIN, { kind: 'overlong', byBytes: 100 }],
  ['an end that is never told', PLAIN, { kind: 'unended' }],
];

for (const [what, path, fault] of WHOLE)
  story(`Said to be whole, for it is: ${what}`, async (scene) => {
    const page = await WAYS['in a light load']?.(scene, path, fault);
    assert.ok(page);
    await showsText(page, TITLE);
    assert.doesNotMatch(await readNote(page), /broke|missing|may not be all/);
    assert.deepEqual(toPaths(await asksFor(scene)), [path]);
  });

/** The page with so many paragraphs of its text, and with a wall after them. */
async function readWalled({ port, origin }: Site, paragraphs: number): Promise<string> {
  const { hostname } = new URL(origin);
  const response = await fetch(`http://127.0.0.1:${port}${PLAIN}`, {
    headers: { host: `${hostname}:${port}` },
  });
  const html = await response.text();
  const [before = '', text = ''] = html.split('<div class="text">');
  const some = text.split('</p>').slice(0, paragraphs).join('</p>');
  return `${before}<div class="text">${some}</p><div class="wall"><p>Subscribe to read on: three months for the price of one, and the first week is free.</p></div></div></article></main></body></html>\n`;
}

const SIGN_IN =
  '<!doctype html><h1>Welcome</h1><p>Sign in to use this network, and agree to its terms of use, which are the usual ones.</p><form><input type="email"></form>';

const ANSWERS: [what: string, toFault: (site: Site) => Promise<Fault>, words: RegExp][] = [
  [
    'the beginning and a wall',
    async (site) => ({ kind: 'instead', html: await readWalled(site, 2) }),
    /less of the text/,
  ],
  [
    'a part of it, cut in good order',
    async () => ({ kind: 'cut', atByte: 6000 }),
    /less of the text|something else/,
  ],
  ['a sign-in page without a title', async () => ({ kind: 'instead', html: SIGN_IN }), /something else/],
  ['an empty page', async () => ({ kind: 'instead', html: '' }), /something else/],
];

for (const [what, toFault, words] of ANSWERS)
  story(`Never replaced by less: the rest is answered with ${what}`, async (scene) => {
    const { site } = scene;
    const page = await openLightTab(scene);
    const { delayed, letGo } = delay({ kind: 'break', atByte: PLAIN_BYTES });
    site.fault(PLAIN, delayed);
    await page.go(site.url(PLAIN));
    await showsSome(page, PLAIN);
    letGo();
    await page.appears(INCOMPLETE);
    const text = await readBody(page);
    site.fault(PLAIN, null);
    site.fault(PLAIN, await toFault(site));
    await page.settled(600, ...inView('[data-action=rest]'));
    await page.click(...inView('[data-action=rest]'));
    await page.waitFor(
      (wanted: string) =>
        new RegExp(wanted).test(
          document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('.note')?.textContent ?? '',
        ),
      [words.source],
    );
    assert.equal(await readBody(page), text);
    assert.equal(await page.has(INCOMPLETE), true);
  });

story(
  'A connection that is reset leaves on the screen what had come, and says what is missing',
  async (scene) => {
    const { site } = scene;
    const { delayed, letGo } = delay({ kind: 'reset', atByte: PLAIN_BYTES });
    const page = await openLightTab(scene);
    site.fault(PLAIN, delayed);
    await page.go(site.url(PLAIN));
    await showsSome(page, PLAIN);
    const [first = ''] = (await readBody(page)).split('\n');
    letGo();
    await page.appears(INCOMPLETE);
    await page.waitFor(
      (words: string) => {
        const view = document.querySelector('[data-light=view][data-state=incomplete]')?.shadowRoot;
        const isSaid = view?.querySelector('.note')?.textContent?.startsWith('The connection broke');
        return isSaid && view?.querySelector('[data-part=body]')?.textContent?.includes(words);
      },
      [first],
    );
    // In Firefox its error page may take the document away meanwhile, and the text comes back.
    await page.appears(...inView('[data-action=rest]'));
  },
);

/** Firefox shows the page for a moment before it puts its own for the error there; in Chromium it stays, and may answer nobody. */
story('A page of which no text has come does not take the place of the text before', async (scene) => {
  const { site, browser } = scene;
  const page = await openLightTab(scene);
  const id = await page.tabId();
  await page.go(site.url(PLAIN));
  await showsText(page, TITLE);
  site.fault(TRAIN, { kind: 'break', atByte: HEAD_BYTES });
  await page.go(site.url(TRAIN)).catch(() => {}); // Firefox tells that the connection broke.
  await asked(site, TRAIN);
  await whenComplete(browser, id);
  site.fault(TRAIN, { kind: 'refuse' });
  await page.go(site.url(TRAIN)).catch(() => {}); // Both browsers tell of the refusal.
  await failsVisibly(browser, page);
  await page.pressToolbarButton();
  await page.waitFor(() => /-extension:$/.test(location.protocol));
  await showsText(page, TITLE);
  await areLight(browser, [id]);
});

story('Where none of the text has come, that is said, under the title of the page', async (scene) => {
  const { site } = scene;
  const { delayed, letGo } = delay({ kind: 'break', atByte: HEAD_BYTES + 80 });
  site.fault(TRAIN, delayed);
  const page = await scene.visit(TRAIN);
  await page.waitFor(() => document.querySelector('.skip'));
  await page.pressToolbarButton();
  await areLight(scene.browser, [await page.tabId()]);
  await page.appears(INCOMPLETE);
  assert.equal(await readBody(page), '');
  assert.match(await readNote(page), /^None of the text has come yet\. Light is still waiting for it\./);
  assert.equal(await page.text(...inView('h1')), TRAIN_TITLE);
  assert.equal(await page.text(...inView('[data-action=rest]')), 'Try again');
  letGo();
  await page.waitFor(() =>
    document
      .querySelector('[data-light=view]')
      ?.shadowRoot?.querySelector('.note')
      ?.textContent?.startsWith('The connection broke before any of the text came.'),
  );
  assert.equal(await page.text(...inView('h1')), TRAIN_TITLE);
  site.fault(TRAIN, null);
  await page.settled(600, ...inView('[data-action=rest]'));
  await page.click(...inView('[data-action=rest]'));
  await showsText(page, TRAIN_TITLE);
  assert.equal(await readNote(page), '');
});

story('A text in doubt is made whole by its rest', async (scene) => {
  const { site } = scene;
  const page = await openLightTab(scene);
  const { delayed, letGo } = delay({ kind: 'cut', atByte: ZIPPED_BYTES });
  site.fault(RAIN, delayed);
  await page.go(site.url(RAIN));
  await showsSome(page, RAIN);
  letGo();
  await page.appears(INCOMPLETE);
  site.fault(RAIN, null);
  await page.settled(600, ...inView('[data-action=rest]'));
  await page.click(...inView('[data-action=rest]'));
  await showsText(page, TITLE);
  assert.match(await readBody(page), /rain/);
});

story.oldest('The rest is asked for at the address that the page was asked for', async (scene) => {
  const { site } = scene;
  const path = '/special/strips-query?utm_source=letter&plain';
  const { delayed, letGo } = delay({ kind: 'break', atByte: 3500 });
  site.fault(path, delayed);
  const page = await scene.visit(path);
  await page.waitFor(
    () => !location.search.includes('utm') && document.querySelectorAll('.text p').length > 1,
  );
  await page.pressToolbarButton();
  await areLight(scene.browser, [await page.tabId()]);
  await showsSome(page, '/special/strips-query?plain');
  await whenSourceFound(page);
  letGo();
  await page.appears(INCOMPLETE);
  site.fault(path, null);
  site.forget();
  await page.settled(600, ...inView('[data-action=rest]'));
  await page.click(...inView('[data-action=rest]'));
  await showsText(page, 'An address made shorter');
  assert.deepEqual(toPaths(await asksFor(scene)), [path]);
});

story.oldest('Two presses amid the load give the page back, and nothing is left of Light', async (scene) => {
  const { site, browser } = scene;
  const letGo = hold(site, PLAIN, PLAIN_BYTES);
  const page = await scene.visit(PLAIN);
  await page.waitFor(() => document.querySelectorAll('.text p').length > 2);
  await page.pressToolbarButton();
  await page.appears('[data-light=view]');
  await page.pressToolbarButton();
  letGo();
  await loads(page, PLAIN);
  await page.disappears('[data-light=view]');
  await areLight(browser, []);
  await buttonSays(page, '', 'Switch to Light');
});

story(
  'A press is heard where the headers are here and the body is late, and so is the next one',
  async (scene) => {
    const { site, browser } = scene;
    const letGo = hold(site, PLAIN);
    const page = await scene.visit(PLAIN);
    await asked(site, PLAIN);
    // Firefox shows the empty page before until the body comes, and Chromium the page itself.
    const tabId = await page.tabId();
    await waitUntil(
      async () => {
        const { status, url = '' } = await browser.inExtension((id) => chrome.tabs.get(id), tabId);
        return status === 'loading' && (browser.name === 'firefox' || url === site.url(PLAIN));
      },
      { message: 'the headers' },
    );
    // Where it comes to nothing, a second one gives the page as it is; neither asks for it again.
    await page.pressToolbarButton();
    await buttonSays(page, '✓', 'Leave Light');
    await page.pressToolbarButton();
    await buttonSays(page, '', 'Switch to Light');
    await areLight(browser, []);
    await page.pressToolbarButton();
    await buttonSays(page, '✓', 'Leave Light');
    letGo();
    await showsText(page, TITLE);
    await areLight(browser, [await page.tabId()]);
    assert.deepEqual(
      toPaths(await asksFor(scene)).filter((path) => path === PLAIN),
      [PLAIN],
    );
  },
);

story('The title of a page on its way is its own', async (scene) => {
  const { site } = scene;
  const page = await openLightTab(scene);
  const letGo = hold(site, PLAIN, PLAIN_BYTES);
  await page.go(site.url(PLAIN));
  await showsSome(page, PLAIN);
  // It comes with the next frame, and is never another one: not the host, which stands for a page without a name.
  const shown = await page.waitFor(
    () => document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('h1')?.textContent,
  );
  assert.equal(shown, TITLE);
  letGo();
  await showsText(page, TITLE);
});

/** What the stories ask with the extension's rights. */
declare const chrome: { tabs: { get(id: number): Promise<{ status?: string; url?: string }> } };
