// What each answer to the question does, on pages that are slow in different ways.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { rain } from '../site/texts/rain.ts';
import {
  answer,
  askedFor,
  FAST,
  HEADLINE_BYTES,
  hold,
  openEmpty,
  readConsole,
  readEnd,
  readHtml,
  whenAsked,
  whenAskedByNow,
  whenAwake,
  whenLoaded,
  whenShown,
} from './reader.ts';

/** A page whose head waits for a script that never comes. */
const STUCK = '/special/head-script-never';
/** The page whose head waits for a style sheet, and the sheet. */
const STYLED = '/special/style-slow';
const SHEET = '/css/theme-20k.css';
/** A script in the head of every special page. */
const BOOT = '/js/boot-18k.js';
/** A script in the head of every article. */
const AUCTION = '/js/auction-90k.js';

/** Chromium takes another moment to apply a sheet that was held back. */
function whenStyled(page: Page): Promise<unknown> {
  return page.waitFor(() => [...document.styleSheets].some(({ href }) => href?.includes('theme')));
}

story.oldest('yes: the text of a slow page appears', async ({ site, visit }) => {
  site.setLink('2g');
  const page = await visit(rain.path);
  await whenAsked(page);
  await answer(page, 'switch');
  const text = await whenShown(page);
  equal(await page.has('[data-light=prompt]'), false);
  equal(await page.text('[data-light=view]', 'h1'), rain.title);
  ok(
    text.includes('At half past six every morning') && text.includes('Then she goes to see about the hens.'),
  );
  equal(askedFor(site, rain.path).length, 1, 'the HTML is asked for once');
  deepEqual(await readConsole(page), []);
});

story.oldest(
  'yes, where the head waits for a script that never comes: the text is there at once',
  async ({ site, visit }) => {
    const page = await visit(STUCK);
    await whenAsked(page);
    await page.settled(600, '[data-light=prompt]', 'section');
    const before = site.asked.length;
    site.setLink('2g');
    await page.click('[data-light=prompt]', '[data-action=switch]');
    match(await whenShown(page), /The script that never came/);
    equal(askedFor(site, STUCK).length, 1);
    await site.waitFor((asked) => asked.every(({ ended, aborted }) => ended || aborted));
    const later = site.asked.slice(before).filter(({ path }) => !path.startsWith('/img/icon'));
    // Firefox lets go of the pictures that it held back behind the script, and stops them in the same breath.
    equal(
      later.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
      0,
    );
  },
);

story('yes, where the head waits for a style sheet', async ({ site, visit }) => {
  const page = await visit(STYLED);
  await whenAsked(page);
  await page.settled(600, '[data-light=prompt]', 'section');
  const before = site.asked.length;
  await page.click('[data-light=prompt]', '[data-action=switch]');
  match(await whenShown(page), /A style worth waiting for/);
  const later = site.asked.slice(before).filter(({ path }) => !path.startsWith('/img/icon'));
  deepEqual(later, []);
});

story.oldest('yes, on a page reached from another site', async ({ browser, site }) => {
  const page = await browser.open(site.elsewhere);
  await whenLoaded(page, `${site.elsewhere}/`);
  site.setLink('2g');
  await page.click(`a[href$="${rain.path}"]`);
  await whenAsked(page);
  await answer(page, 'switch');
  ok((await whenShown(page)).includes('Then she goes to see about the hens.'));
  equal(askedFor(site, rain.path).length, 1, 'the HTML is asked for once');
});

story('yes, on a page reached from another site whose head hangs', async ({ browser, site }) => {
  const page = await browser.open(site.elsewhere);
  await whenLoaded(page, `${site.elsewhere}/`);
  await page.click(`a[href$="${STUCK}"]`);
  await whenAsked(page);
  await answer(page, 'switch');
  match(await whenShown(page), /The script that never came/);
  equal(askedFor(site, STUCK).length, 1, 'the HTML is asked for once');
  equal(await page.url(), site.url(STUCK));
});

story.oldest(
  'yes, where the head hangs and the browser keeps no copy: it comes back to what it holds',
  async ({ browser, site }) => {
    site.fault(BOOT, { kind: 'never' });
    // HTML that is here within one ms cannot be told from HTML on its way.
    site.setLink('3g');
    // On a host whose files are not in the cache yet.
    const address = `${site.thirdParty[0]}/special/no-store`;
    const page = await browser.open(address);
    await whenAsked(page);
    await answer(page, 'switch');
    match(await whenShown(page), /Bread that is not kept/);
    equal(await page.url(), address);
  },
);

story.oldest('yes, after the background has been ended meanwhile', async ({ browser, visit }) => {
  const page = await visit(STUCK);
  await whenAsked(page);
  await browser.killBackground();
  await answer(page, 'switch');
  match(await whenShown(page), /The script that never came/);
});

/** Whether it is written down that the question was closed: the background has done what it does then. */
const hasRefusal = async () => JSON.stringify(await chrome.storage.local.get()).includes('"times"');

story.oldest(
  'no: silence for as long as the page loads; every file comes once, every script runs once',
  async ({ browser, site, visit }) => {
    const letGo = hold(site, AUCTION);
    const page = await visit(rain.path);
    await whenAsked(page);
    await answer(page, 'close');
    await page.disappears('[data-light=prompt]');
    await waitUntil(() => browser.inExtension(hasRefusal), { message: 'the answer to be noted' });
    await browser.killBackground();
    letGo();
    await whenLoaded(page, site.url(rain.path));
    equal(await page.has('[data-light=prompt]'), false);
    equal(await browser.isBackgroundAlive(), false, 'nothing has woken the background');
    const files = site.asked
      .map(({ host, path }) => host + path)
      .filter((file) => /\.(js|css|ttf)$/.test(file));
    // Two frames of the page ask for it, each for itself in Firefox 140.
    const once = files.filter((file) => !file.includes('/banner-'));
    deepEqual(once, [...new Set(once)], 'no file is asked for twice');
    const end = await readEnd(page);
    equal(end.adopted + end.disabled, 0);
    const plain = await visit(rain.path);
    await whenLoaded(plain, site.url(rain.path));
    deepEqual(end, await readEnd(plain));
  },
);

story(
  'no, where a style sheet is pending: it applies when it comes, and nothing of Light is left',
  async ({ site, visit }) => {
    const letGo = hold(site, SHEET);
    const page = await visit(STYLED);
    await whenAsked(page);
    await answer(page, 'close');
    await page.disappears('[data-light=prompt]');
    letGo();
    await whenLoaded(page, site.url(STYLED));
    equal(askedFor(site, `${SHEET}?think=20000`).length, 1);
    await whenStyled(page);
    // By now the sheet is in the cache, and the page is a fast one.
    const plain = await visit(STYLED);
    await whenLoaded(plain, site.url(STYLED));
    deepEqual(await readEnd(page), await readEnd(plain));
    equal(await readHtml(page), await readHtml(plain));
  },
);

story(
  'a page that comes after all takes the question away, and nothing of Light is left',
  async ({ browser, site }) => {
    // Another site than before: caches are kept apart.
    const address = site.elsewhere + STYLED;
    const letGo = hold(site, SHEET);
    const page = await browser.open(address);
    await whenAsked(page);
    letGo();
    await page.disappears('[data-light=prompt]');
    await whenLoaded(page, address);
    await whenStyled(page);
    const plain = await browser.open(address);
    await whenLoaded(plain, address);
    deepEqual(await readEnd(page), await readEnd(plain));
    equal(await readHtml(page), await readHtml(plain));
  },
);

story(
  'a style sheet that the page itself gives its medium later keeps the one it was given',
  async ({ site, visit }) => {
    const later = '/css/later-4k.css';
    const letSheetGo = hold(site, later);
    const letPageGo = hold(site, FAST, HEADLINE_BYTES);
    const page = await visit(FAST);
    await page.waitFor(
      (href) => {
        if (!document.querySelector('main')) return false;
        const media = 'print';
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, media });
        // The common way to load a style sheet without waiting for it.
        link.onload = () => {
          link.media = 'all';
        };
        document.head.append(link);
        return true;
      },
      [later],
    );
    await whenAsked(page);
    letSheetGo();
    await page.waitFor(() => [...document.styleSheets].some(({ href }) => href?.includes('later')));
    await answer(page, 'close');
    await page.disappears('[data-light=prompt]');
    letPageGo();
    await whenLoaded(page, site.url(FAST));
    equal(
      await page.evaluate(() => document.querySelector('link[href*=later]')?.getAttribute('media')),
      'all',
    );
  },
);

story.oldest('Esc closes the question and does not stop the page', async ({ site, visit }) => {
  const letGo = hold(site, FAST, HEADLINE_BYTES);
  const page = await visit(FAST);
  await whenAsked(page);
  // As all answers, it needs half a second.
  await page.settled(600, '[data-light=prompt]', 'section');
  await page.press('Escape');
  await page.disappears('[data-light=prompt]');
  letGo();
  await whenLoaded(page, site.url(FAST));
  equal(askedFor(site, FAST)[0]?.ended, true, 'the HTML came to its end');
});

story(
  'never on this site: remembered over a restart, and undone in the settings',
  async ({ browser, site, visit }) => {
    const page = await visit(STUCK);
    await whenAsked(page);
    await answer(page, 'never');
    await page.disappears('[data-light=prompt]');
    await browser.restart();
    const again = await openEmpty(browser);
    await browser.killBackground();
    await again.go(site.url(STUCK));
    await whenAwake(browser);
    await whenAskedByNow(again);
    equal(await again.has('[data-light=prompt]'), false);
    const other = await browser.open(site.elsewhere + STUCK);
    await whenAsked(other);

    const options = await browser.extensionPage('options.html');
    await options.appears('li');
    equal(await options.text('li bdi'), 'news.localhost');
    await options.click('li button');
    await options.disappears('li button');
    const third = await visit(STUCK);
    await whenAsked(third);
  },
);

story(
  'presses that no person made, or that the page slid under the finger, are no answers',
  async ({ visit }) => {
    const page = await visit(STUCK);
    await whenAsked(page);
    await page.settled(600, '[data-light=prompt]', 'section');
    await page.evaluate(() => {
      const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
      for (const button of root?.querySelectorAll('button') ?? []) {
        button.click();
        const likeOne = { bubbles: true, cancelable: true, composed: true, detail: 1 };
        button.dispatchEvent(new MouseEvent('click', likeOne));
      }
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await page.settled(600, '[data-light=prompt]', 'section');
    // The page moves the question just before the press comes up.
    await page.evaluate(() => {
      const section = document.querySelector('[data-light=prompt]')?.shadowRoot?.querySelector('section');
      const move = () => section?.style.setProperty('translate', '-60px');
      addEventListener('mousedown', move, { capture: true, once: true });
      addEventListener(
        'click',
        () => {
          document.documentElement.dataset.pressed = 'yes';
        },
        { capture: true, once: true },
      );
    });
    await page.click('[data-light=prompt]', '[data-action=switch]');
    await page.waitFor(() => document.documentElement.dataset.pressed);
    equal(await page.has('[data-light=prompt]'), true);
    equal(await page.has('[data-light=view]'), false);
    await answer(page, 'close');
    await page.disappears('[data-light=prompt]');
  },
);

story('a strict policy is neither broken nor told of', async ({ browser, site }) => {
  const page = await openEmpty(browser);
  const letGo = hold(site, '/special/strict-csp?plain', HEADLINE_BYTES);
  await page.go(site.url('/special/strict-csp?plain'));
  await page.waitFor(() => {
    if (!document.querySelector('main')) return false;
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective));
    return true;
  });
  await whenAsked(page);
  deepEqual(await page.evaluate(() => (window as unknown as { refused: string[] }).refused), []);
  await answer(page, 'switch');
  await page.appears('[data-light=view]');
  letGo();
  match(await whenShown(page), /Behind a strict policy/);
  // Firefox holds the look for a copy in its own memory to the policy of the page, and says so there.
  const lines = await readConsole(page);
  deepEqual(
    lines.filter((line) => !line.includes('(connect-src)')),
    [],
  );
  deepEqual(askedFor(site, '/csp-report'), []);
});

declare const chrome: { storage: { local: { get(): Promise<object> } } };
