// Pictures are asked for one by one, by the reader alone.
import assert from 'node:assert/strict';
import type { Browser, Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { asked, asksFor, inView, loads, showsText, toPaths, turnOn } from './reading.ts';

const picture = (name: string) => inView(`[data-action=picture][data-address*="${name}"]`);

/** Whether a session rule lets images through. */
const areImagesAllowed = (browser: Browser): Promise<boolean> =>
  browser.inExtension(async () =>
    (await chrome.declarativeNetRequest.getSessionRules()).some(({ action }) => action.type === 'allow'),
  );

const twice = (path: string): [string, string] => [path, path];

const isHeldBack = (browser: Browser) =>
  waitUntil(async () => !(await areImagesAllowed(browser)), { message: 'the images to be held back again' });

async function press(page: Page, name: string): Promise<void> {
  await page.settled(600, ...picture(name));
  await page.click(...picture(name));
}

const showsPicture = (page: Page, name: string) =>
  page.waitFor(
    (part: string) => {
      const image = document
        .querySelector('[data-light=view]')
        ?.shadowRoot?.querySelector<HTMLImageElement>(`img[src*="${part}"]`);
      return (image?.naturalWidth ?? 0) > 0;
    },
    [name],
    { message: `the picture ${name} to be there` },
  );

for (const way of ['light from the first byte', 'switched'] as const) {
  story.oldest(
    `Each picture is a placeholder with its name, and is asked for when it is pressed (${way})`,
    async (scene) => {
      const { browser, site } = scene;
      const page = await scene.visit(way === 'switched' ? '/special/images' : '/special/fast');
      await loads(page);
      await asksFor(scene);
      site.forget();
      await turnOn(page);
      if (way !== 'switched') {
        await page.go(site.url('/special/images'));
        await showsText(page, 'Pictures that move');
      }
      assert.deepEqual(toPaths(await asksFor(scene)), way === 'switched' ? [] : ['/special/images']);
      const names = await page.evaluate(() =>
        [
          ...(document.querySelector('[data-light=view]')?.shadowRoot?.querySelectorAll('.picture .name') ??
            []),
        ].map((each) => each.textContent),
      );
      assert.deepEqual(names.slice(-4), [
        'An oven that has moved',
        'A street on another host',
        'A picture that is not there',
        'A paper bag',
      ]);

      for (const [name, requests] of [
        ['paper-bag', ['/img/paper-bag-320x180-20k.png']],
        // Where a picture leads is known when it has been asked for, and not let through before.
        ['moved/oven', [...twice('/special/moved/oven-320x180-20k.png'), '/img/oven-320x180-20k.png']],
        [
          'moved-away/street',
          [...twice('/special/moved-away/street-320x180-20k.png'), '/img/street-320x180-20k.png'],
        ],
      ] as const) {
        site.forget();
        await press(page, name);
        await showsPicture(page, name);
        await isHeldBack(browser);
        const made = await asksFor(scene);
        // What the page has shown before, the browser may have kept.
        if (way !== 'switched') assert.deepEqual(toPaths(made), requests);
        for (const each of made) {
          assert.ok(
            requests.some((path) => path === each.path),
            each.path,
          );
          assert.equal(each.headers.referer, undefined);
        }
      }

      site.forget();
      await press(page, 'missing');
      await page.waitFor(() =>
        document
          .querySelector('[data-light=view]')
          ?.shadowRoot?.querySelector('[data-address*=missing] .state')
          ?.textContent?.includes('could not be loaded'),
      );
      await isHeldBack(browser);
      assert.deepEqual(toPaths(await asksFor(scene)), twice('/special/missing.png'));
    },
  );
}

story(
  'One press shows all pictures, small as the column is; another one shows a full picture',
  async (scene) => {
    const { site } = scene;
    const page = await scene.visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await page.go(site.url('/special/sizes'));
    await showsText(page, 'Pictures in two sizes');
    site.forget();
    await page.settled(600, ...inView('.bar [data-action=menu]'));
    await page.click(...inView('.bar [data-action=menu]'));
    await page.click(...inView('.menu [data-action=pictures]'));
    await showsPicture(page, 'oven-720');
    await showsPicture(page, 'street-720');
    assert.deepEqual(toPaths(await asksFor(scene)), [
      '/img/oven-720x405-20k.png',
      '/img/street-720x405-20k.png',
    ]);
    site.forget();
    await page.settled(600, ...inView('[data-action=full]'));
    await page.click(...inView('[data-action=full]'));
    await showsPicture(page, 'oven-1600');
    assert.deepEqual(toPaths(await asksFor(scene)), ['/img/oven-1600x900-60k.png']);
  },
);

story('While a picture is on its way, no other of the page is let through', async (scene) => {
  const { browser, site } = scene;
  const bridge = '/img/saint-orrin-bridge-320x180-88k.png';
  site.fault(bridge, { kind: 'status', status: 503 });
  try {
    const page = await scene.visit('/science/the-valley-that-counts-its-own-rain');
    await loads(page);
    await turnOn(page);
    await asksFor(scene);
    site.forget();
    site.fault(bridge, { kind: 'think', ms: 1500 });
    await press(page, 'saint-orrin-bridge');
    await asked(site, bridge);
    assert.equal(await areImagesAllowed(browser), true);
    // The page below has pictures that it asks for when they come near, and scripts.
    await page.scroll(20_000);
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: '/img/early-320x180-20k.png' }));
    });
    await showsPicture(page, 'saint-orrin-bridge');
    await isHeldBack(browser);
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: '/img/late-320x180-20k.png' }));
    });
    assert.deepEqual(toPaths(await asksFor(scene)), [bridge]);
  } finally {
    site.fault(bridge, null);
  }
});

for (const fate of ['awake', 'ended'] as const)
  story(
    `A picture that hangs lets no picture of the next page through (background ${fate})`,
    async (scene) => {
      const { browser, site } = scene;
      const page = await scene.visit('/special/fast');
      await loads(page);
      await turnOn(page);
      await page.go(site.url('/special/images'));
      await showsText(page, 'Pictures that move');
      // None that the browser may have kept from the stories before.
      site.fault('/special/missing.png', { kind: 'never' });
      await press(page, 'missing');
      await asked(site, '/special/missing.png');
      assert.equal(await areImagesAllowed(browser), true);
      if (fate === 'ended') await browser.killBackground();
      await asksFor(scene);
      site.forget();
      const next = '/world/the-night-train-comes-back-to-the-salt-coast';
      await page.go(site.url(next));
      await showsText(page, 'The night train');
      assert.deepEqual(toPaths(await asksFor(scene)), [next]);
      await isHeldBack(browser);
    },
  );

story('Pictures of a text have their captions, whole or while it comes', async ({ visit, site }) => {
  const path = '/science/the-valley-that-counts-its-own-rain';
  const readCaptions = (page: Page) =>
    page.evaluate(() =>
      [
        ...(document
          .querySelector('[data-light=view]')
          ?.shadowRoot?.querySelectorAll('article figure figcaption') ?? []),
      ].map((each) => each.textContent),
    );
  const page = await visit(path);
  await loads(page);
  await turnOn(page);
  const whole = await readCaptions(page);
  assert.ok(whole.some((each) => each?.startsWith('What was left of the footbridge at Saint Orrin')));
  const other = await visit('/special/fast');
  await loads(other);
  await turnOn(other);
  await other.go(site.url(path));
  await showsText(other, 'The valley');
  assert.deepEqual(await readCaptions(other), whole);
});

story.oldest(
  'A formula stands in its line as its name, and is asked for when it is pressed',
  async (scene) => {
    const page = await scene.visit('/special/formulas');
    await loads(page);
    await turnOn(page, 'Bread by numbers');
    const text = (await page.text(...inView('[data-part=body]'))) ?? '';
    assert.match(text, /five in the morning :\) and not/);
    const isInLine = (name: string) =>
      page.evaluate((part: string) => {
        const root = document.querySelector('[data-light=view]')?.shadowRoot;
        const formula = root?.querySelector(`[data-address*="${part}"], img[src*="${part}"]`);
        const line = document.createRange();
        // The words before it.
        line.selectNodeContents(formula?.parentElement?.previousSibling as Node);
        const [words, box] = [[...line.getClientRects()].at(-1), formula?.getBoundingClientRect()];
        return Boolean(words && box && box.width < 200 && box.top < words.bottom && box.bottom > words.top);
      }, name);
    assert.equal(await isInLine('a(t)'), true);
    scene.site.forget();
    await press(page, 'a(t)');
    await showsPicture(page, 'a(t)');
    assert.equal(await isInLine('a(t)'), true, 'the picture stands where its name was');
    await isHeldBack(scene.browser);
  },
);

/** What the extension asks with its own rights. */
declare const chrome: {
  declarativeNetRequest: { getSessionRules(): Promise<{ action: { type: string } }[]> };
};
