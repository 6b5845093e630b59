// Pages that are not what a page should be: text where there is any, a clear word where there is none, nothing on the console.
import assert from 'node:assert/strict';
import { story } from '../browser/story.ts';
import { areLight, asked, fails, inView, leave, loads, showsText, turnOn } from './reading.ts';

/** `null`: a text so long that taking it out of the browser takes longer than showing it. */
const READABLE: [path: string, title: string, words: RegExp | null][] = [
  ['/special/no-head', 'No head, no body', /oven/],
  ['/special/broken', 'Badly nested', /oven/],
  ['/special/iframes', 'A page with pages in it', /its own text is two paragraphs long/],
  ['/special/nodes', 'Fifty thousand nodes', /oven/],
  ['/special/big', 'Twenty megabytes of rain', null],
  ['/special/text', '', /\S/],
  ['/special/odd/a%20b/%D8%B3?q=a%20b&x=%D8%B3#frag\'"<>', 'An odd address', /oven/],
];

for (const [path, title, words] of READABLE) {
  story(`There is a text in ${path}, and it is shown whole`, async ({ browser, site, visit }) => {
    const page = await visit(path);
    await page.waitFor(() => location.protocol === 'http:' && document.readyState === 'complete', [], {
      timeoutMs: 120_000,
    });
    const before = await page.console();
    const errors = await browser.backgroundErrors();
    await page.pressToolbarButton();
    // A page that says nowhere that it ends may be cut, which is said a moment later.
    await showsText(page, title, path === '/special/no-head' ? 'incomplete' : 'article', 120_000);
    if (words) assert.match((await page.text(...inView('[data-part=body]'))) ?? '', words);
    assert.equal(await page.url(), new URL(site.url(path)).href);
    await leave(page);
    await areLight(browser, []);
    assert.deepEqual(await toOurs(before, page), []);
    assert.deepEqual(await browser.backgroundErrors(), errors);
  });
}

/** What has been said on the page's console since, but for the browser's own remarks on the page. */
async function toOurs(before: string[], page: { console(): Promise<string[]> }): Promise<string[]> {
  const said = (await page.console()).slice(before.length);
  return said.filter((line) => !/^(warning|warn): /.test(line));
}

story.oldest(
  'Where there is nothing to read, that is said and the page stays as it was',
  async ({ browser, visit }) => {
    const errors = await browser.backgroundErrors();
    for (const [path, words] of Object.entries({
      '/special/empty': /There is nothing to read on this page/,
      '/special/image': /There is nothing to read on this page/,
      '/special/login': /One logs in or pays on this page/,
      '/special/block-page': /The site answered with an error: 403/,
    })) {
      const page = await visit(path);
      await page.waitFor(() => location.protocol === 'http:' && document.readyState === 'complete');
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await page.pressToolbarButton();
      await page.appears('[data-light=view][data-state=nothing]');
      assert.match((await page.text('[data-light=view]', '.toast')) ?? '', words, path);
      await page.settled(600, '[data-light=view]', '[data-action=close]');
      await page.click('[data-light=view]', '[data-action=close]');
      await page.disappears('[data-light=view]');
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before, path);
      await areLight(browser, []);
    }
    assert.deepEqual(await browser.backgroundErrors(), errors);
  },
);

story(
  'In a light tab, what came back in place of the page is shown as it is',
  async ({ browser, site, visit }) => {
    const errors = await browser.backgroundErrors();
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page);
    for (const [path, words] of Object.entries({
      '/special/captive': /One logs in or pays on this page/,
      '/special/block-page': /The site answered with an error: 403/,
      '/special/empty': /There is nothing to read on this page/,
      '/special/app-shell': /Only its scripts bring the text of this page/,
    })) {
      site.forget();
      await page.go(site.url(path));
      await asked(site, path);
      await page.waitFor(
        (name: string) =>
          location.href.includes(name) && document.querySelector('[data-light=view][data-state=nothing]'),
        [path.includes('captive') ? 'login' : path],
      );
      assert.match((await page.text('[data-light=view]', '.toast')) ?? '', words, path);
    }
    await page.go(site.url('/special/fast'));
    await showsText(page, 'Nothing but the text');
    await areLight(browser, [await page.tabId()]);
    assert.deepEqual(await browser.backgroundErrors(), errors);
  },
);

story(
  'A light tab that is led in circles shows the browser’s own word, and the text is one press away',
  async (scene) => {
    const { browser, site } = scene;
    const errors = await browser.backgroundErrors();
    const page = await scene.visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await page.go(site.url('/special/redirect-loop'));
    await site.waitFor((all) => all.filter((each) => each.path === '/special/redirect-loop').length > 10);
    await fails(page);
    await page.pressToolbarButton();
    await showsText(page, 'Nothing but the text');
    assert.deepEqual(await browser.backgroundErrors(), errors);
  },
);

story('On a phone, the view of a page made for wide screens is as wide as the window', async ({ visit }) => {
  const page = await visit('/special/no-viewport');
  await loads(page);
  await page.setViewport(360, 640);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await turnOn(page);
  assert.equal(await page.has('meta[name=viewport][content^="width=device-width"]'), true);
  await page.waitFor(() => {
    const { left, width } =
      document.querySelector('[data-light=view]')?.getBoundingClientRect() ?? new DOMRect();
    // Beside a scrollbar, where it takes room.
    return innerWidth === 360 && left === 0 && width === document.documentElement.clientWidth;
  });
  await leave(page);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
});
