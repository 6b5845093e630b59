// When Light asks, when it does not, and what its question looks like.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { story } from '../browser/story.ts';
import { rain } from '../site/texts/rain.ts';
import {
  FAST,
  HEADLINE_BYTES,
  hold,
  openEmpty,
  readConsole,
  whenAsked,
  whenAskedByNow,
  whenAwake,
  whenLoaded,
} from './reader.ts';

/** A page whose head waits for a script that never comes. */
const STUCK = '/special/head-script-never';

story.oldest('a slow page asks by itself, in words that are its own', async ({ site, visit }) => {
  site.setLink('2g');
  const page = await visit(rain.path);
  await whenAsked(page);
  equal(await page.text('[data-light=prompt]', 'h2'), 'Switch to The Morning Ledger Light?');
  equal(await page.text('[data-light=prompt]', '.host'), 'news.localhost');
  equal(
    await page.text('[data-light=prompt]', '.text'),
    "It looks like you're having trouble loading the content on this page. Switch to The Morning Ledger Light instead.",
  );
  equal(await page.text('[data-light=prompt]', '[data-action=switch]'), 'Switch to Light');
  equal(await page.text('[data-light=prompt]', '[data-action=always]'), 'Always light on this site');
  equal(await page.text('[data-light=prompt]', '[data-action=never]'), 'Never on this site');
  const seen = await page.evaluate(() => {
    const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
    const section = root?.querySelector('[role=region]');
    const label = root?.getElementById(section?.getAttribute('aria-labelledby') ?? '');
    return {
      label: label?.textContent,
      close: root?.querySelector('[data-action=close]')?.getAttribute('aria-label'),
      focused: root?.activeElement?.localName ?? document.activeElement?.localName ?? 'nothing',
      styled: document.querySelectorAll('[data-light=prompt][style]').length,
    };
  });
  equal(seen.label, 'Switch to The Morning Ledger Light?');
  equal(seen.close, 'Close');
  // Before there is a body Chromium says that nothing has it.
  match(seen.focused, /^(body|html|nothing)$/);
  equal(seen.styled, 0);
  deepEqual(await readConsole(page), []);
});

story.oldest('the question is painted where the browser paints nothing else', async ({ visit }) => {
  const page = await visit(STUCK);
  await whenAsked(page);
  equal(await page.evaluate(() => document.readyState), 'loading');
  equal(await page.has('body'), false);
  const isPainted = await page.evaluate(
    () => new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
  );
  ok(isPainted);
  await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
});

story('the question fits a narrow phone and takes no focus', async ({ browser, site }) => {
  const page = await openEmpty(browser);
  await page.setViewport(320, 568);
  hold(site, FAST, HEADLINE_BYTES);
  await page.go(site.url(FAST));
  await page.settled(0, 'a');
  await page.waitFor(() => {
    document.querySelector('a')?.focus();
    return document.hasFocus() && document.activeElement?.localName === 'a';
  });
  await whenAsked(page);
  await page.settled(0, '[data-light=prompt]', 'section');
  const seen = await page.evaluate(() => {
    const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
    const box = root?.querySelector('section')?.getBoundingClientRect();
    const buttons = [...(root?.querySelectorAll('button') ?? [])].map((button) =>
      button.getBoundingClientRect(),
    );
    return {
      focused: document.activeElement?.localName,
      left: box?.left ?? -1,
      right: box?.right ?? 999,
      bottom: box?.bottom ?? 999,
      outermost: Math.max(
        document.documentElement.scrollWidth,
        ...[...(root?.querySelectorAll('*') ?? [])].map((each) => each.getBoundingClientRect().right),
      ),
      least: Math.min(...buttons.map(({ height }) => height)),
      count: buttons.length,
    };
  });
  equal(seen.focused, 'a', 'the focus stays where it was');
  equal(seen.count, 4);
  ok(seen.left >= 0 && seen.right <= 320 && seen.bottom <= 568, JSON.stringify(seen));
  ok(seen.least >= 44, `buttons of ${seen.least} pixels`);
  ok(seen.outermost <= 320, `something reaches to ${seen.outermost} pixels`);
});

story.oldest(
  'a fast page is left alone: no question, no node, no word to the background',
  async ({ browser, site }) => {
    const page = await openEmpty(browser);
    await browser.restBackground();
    await page.go(site.url('/special/fast'));
    await whenLoaded(page, site.url('/special/fast'));
    await page.evaluate(() => {
      const added: string[] = [];
      Object.assign(window, { added });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.nodeName);
      }).observe(document, { childList: true, subtree: true });
    });
    await whenAskedByNow(page);
    deepEqual(await page.evaluate(() => (window as unknown as { added: string[] }).added), []);
    equal(await page.evaluate(() => document.documentElement.outerHTML.includes('light-')), false);
    equal(await browser.isBackgroundAlive(), false, 'nothing has woken the background');
  },
);

story.oldest('a page that comes back from the back/forward cache does not ask', async ({ browser, site }) => {
  const page = await openEmpty(browser);
  await page.go(site.url('/special/fast'));
  await whenLoaded(page, site.url('/special/fast'));
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.restored = `${persisted} ${performance.now()}`;
    }),
  );
  await page.go(site.url('/special/cached'));
  await whenLoaded(page, site.url('/special/cached'));
  await browser.restBackground();
  await page.back();
  const restored = await page.waitFor(() => document.documentElement.dataset.restored);
  match(restored, /^true /);
  await whenAskedByNow(page, Number(restored.slice(5)));
  equal(await page.has('[data-light=prompt]'), false);
  equal(await browser.isBackgroundAlive(), false, 'nothing has woken the background');
});

story.oldest(
  'a hidden tab does not ask, and a slow one does once it is looked at',
  async ({ browser, site }) => {
    await openEmpty(browser);
    const page = await browser.openInBackground(site.url(STUCK));
    await page.waitFor((url) => location.href === url, [site.url(STUCK)]);
    await browser.restBackground();
    await whenAskedByNow(page);
    equal(await page.evaluate(() => document.visibilityState), 'hidden');
    equal(await browser.isBackgroundAlive(), false, 'nothing has woken the background');
    equal(await page.has('[data-light=prompt]'), false);
    await page.evaluate(() => {
      addEventListener('visibilitychange', () => {
        document.documentElement.dataset.seen = String(performance.now());
      });
      new MutationObserver(() => {
        const { dataset } = document.documentElement;
        if (document.querySelector('[data-light=prompt]')) dataset.asked ??= String(performance.now());
      }).observe(document, { childList: true, subtree: true });
    });
    await page.select();
    await whenAsked(page);
    const { seen, asked } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    // What it loaded in the background counts for two seconds of the three and a half.
    ok(Number(asked) - Number(seen) >= 1500, `seen at ${seen}, asked at ${asked}`);
  },
);

story.oldest(
  'an open modal dialog is not covered: the question comes when it is closed',
  async ({ browser, site }) => {
    const page = await openEmpty(browser);
    await browser.killBackground();
    hold(site, FAST, HEADLINE_BYTES);
    await page.go(site.url(FAST));
    await page.waitFor(() => {
      if (!document.querySelector('main')) return false;
      const dialog = document.createElement('dialog');
      dialog.innerHTML = '<form method="dialog"><button>No, thank you</button></form>';
      document.body.append(dialog);
      dialog.showModal();
      return true;
    });
    await whenAwake(browser);
    await whenAskedByNow(page);
    equal(await page.has('[data-light=prompt]'), false);
    // By its button: in Firefox Esc stops the page too, and then there is nothing to ask about.
    await page.click('dialog button');
    await page.disappears('dialog[open]');
    await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
  },
);
