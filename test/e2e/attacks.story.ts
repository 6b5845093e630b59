// Pages that attack the view: no code of theirs runs in it, nothing is asked for, and it stays up.
import assert from 'node:assert/strict';
import { ATTACKS } from '../attacks/all.ts';
import type { Attack } from '../attacks/attack.ts';
import { SOURCES, TITLE } from '../attacks/embedded.ts';
import { HEADS } from '../attacks/heads.ts';
import { OURS, scan } from '../attacks/scan.ts';
import { toSizes } from '../attacks/sizes.ts';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { asksFor, inView, loads, showsText, toPaths, turnOn } from './reading.ts';

/** The ids of the attacks that have run code in the page. */
const readRan = (page: Page): Promise<number[]> =>
  page.evaluate(() => [...new Set((globalThis as { ranOf?: number[] }).ranOf ?? [])]);

/** What the text in the view holds that no text needs. */
function scanView(page: Page): Promise<string[]> {
  // Functions travel by their source: this one is put together of two.
  const run = new Function(
    'ours',
    `return (${scan})(document.querySelector(':root > [data-light=view]').shadowRoot.querySelector('[data-part=body]'), ours)`,
  );
  return page.evaluate(run as (ours: typeof OURS) => string[], OURS); // It is what `scan` is.
}

/** The rest is played in unit tests: each of these takes seconds. */
const PLAYED_SIZES = /blocks in|many nodes|an attribute/;
const PLAYED_HEADS = /an image|an end of|an override|100,000/;

/** How much the page's console and the extension had said by then. */
interface Before {
  page: number;
  extension: number;
}

async function readSaid({ browser }: Scene, page: Page): Promise<Before> {
  const [said, errors] = [await page.console(), await browser.backgroundErrors()];
  return { page: said.length, extension: errors.length };
}

/** What has been complained of since, but for the browser's own remarks on the page. */
async function readComplaints({ browser }: Scene, page: Page, before: Before): Promise<string[]> {
  const said = (await page.console()).slice(before.page).filter((line) => !/^(warning|warn): /.test(line));
  return [...said, ...(await browser.backgroundErrors()).slice(before.extension)];
}

/** Forgets what the page did by itself: from here on, what happens is the view's doing. */
async function forget(scene: Scene, page: Page): Promise<Before> {
  await asksFor(scene);
  await page.evaluate(() => {
    // In place: in Firefox a new one would not be the page's.
    (globalThis as { ranOf?: number[] }).ranOf?.splice(0);
  });
  scene.site.forget();
  return readSaid(scene, page);
}

/** Nothing has run, nothing was asked for, nothing was complained of, and nothing but text stands in the view. */
async function holds(scene: Scene, page: Page, before: Before): Promise<void> {
  assert.deepEqual(await scanView(page), []);
  assert.deepEqual(toPaths(await asksFor(scene)), []);
  assert.deepEqual(await readRan(page), []);
  assert.deepEqual(await readComplaints(scene, page, before), []);
}

/** Waits until each attack that can act unasked has acted: what cannot would prove nothing. */
async function areArmed({ site }: Scene, page: Page, attacks: readonly Attack[]): Promise<void> {
  const isIdle = async () => {
    const [ran, paths] = [await readRan(page), toPaths(site.asked)];
    const idle = attacks.filter(({ armed }, id) =>
      armed === 'runs' ? !ran.includes(id) : armed === 'asks' && !paths.includes(`/attack/${id}`),
    );
    if (idle.length > 0) throw new Error(`not yet: ${idle.map(({ name }) => name).join('; ')}`);
    return true;
  };
  await waitUntil(isIdle, { message: 'the attacks to act in the page itself' });
}

for (const [kind, attacks] of Object.entries(ATTACKS).filter(([name]) => name !== 'names')) {
  story(`${attacks.length} attacks work in a page, and not in its text (${kind})`, async (scene) => {
    const page = await scene.visit(`/special/attacks?kind=${kind}`);
    await loads(page);
    await areArmed(scene, page, attacks);
    const before = await forget(scene, page);
    await turnOn(page, `Attacks: ${kind}`);
    const text = (await page.text(...inView('[data-part=body]'))) ?? '';
    assert.match(text, /Entry number 0 of/);
    assert.match(text, new RegExp(`Entry number ${attacks.length - 1} of`));
    await holds(scene, page, before);
  });
}

story('Attacks in what a page has packed away are text when it is unpacked', async (scene) => {
  for (const source of Object.keys(SOURCES)) {
    const page = await scene.visit(`/special/attacks-embedded?source=${source}`);
    await loads(page);
    const before = await forget(scene, page);
    await turnOn(page, TITLE);
    const text = (await page.text(...inView('[data-part=body]'))) ?? '';
    assert.match(text, /the lamp trimmed at nine/, source);
    await holds(scene, page, before);
    await page.close();
  }
});

story('A page may name its forms after all that code asks a document for', async (scene) => {
  const page = await scene.visit('/special/attacks-clobber');
  await loads(page);
  const before = await forget(scene, page);
  await page.evaluate(() => (globalThis as { clobber?: () => void }).clobber?.());
  await turnOn(page, 'Attacks: names');
  await holds(scene, page, before);
});

story('What a page says of itself is words, whatever they say', async (scene) => {
  for (const [at, [name, words]] of HEADS.entries()) {
    if (!PLAYED_HEADS.test(name)) continue;
    const page = await scene.visit(`/special/attacks-head?at=${at}`);
    await loads(page);
    const before = await forget(scene, page);
    await turnOn(page, 'Rain');
    const parts = await page.evaluate(() => {
      const article = document
        .querySelector(':root > [data-light=view]')
        ?.shadowRoot?.querySelector('article');
      return ['h1', '.section', '.byline', '.name'].map((part) => {
        const element = article?.querySelector(part);
        return { text: element?.textContent ?? '', elements: element?.childElementCount ?? 0 };
      });
    });
    for (const { text, elements } of parts) {
      assert.equal(elements, 0, name);
      assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]|^.{301}/, name);
    }
    assert.ok(words.includes('aaa') || parts[0]?.text.length, name);
    await holds(scene, page, before);
    await page.close();
  }
});

story('A front page of attacks is a list of links to pages', async (scene) => {
  const page = await scene.visit('/special/attacks-front');
  await loads(page);
  const before = await forget(scene, page);
  await page.pressToolbarButton();
  await showsText(page, 'Attacks', 'links');
  await holds(scene, page, before);
});

for (const path of ['/special/attacks-text', '/special/attacks-1256']) {
  story(`What looks like HTML is not HTML in another type or encoding (${path})`, async (scene) => {
    const page = await scene.visit(path);
    await loads(page);
    const before = await forget(scene, page);
    await turnOn(page);
    await holds(scene, page, before);
  });
}

story(
  'Attacks that come in the HTML of a light tab do nothing, however they swallow each other',
  async (scene) => {
    const page = await scene.visit('/special/fast');
    await loads(page);
    await turnOn(page);
    for (const kind of Object.keys(ATTACKS).filter((name) => name !== 'names')) {
      scene.site.forget();
      const before = await readSaid(scene, page);
      await page.go(scene.site.url(`/special/attacks-raw?kind=${kind}`));
      // Some swallow the end of the page: then it "may not be all".
      await page.waitFor(
        (title: string) => {
          const view = document.querySelector<HTMLElement>(':root > [data-light=view]');
          const heading = view?.shadowRoot?.querySelector('h1')?.textContent ?? '';
          return /^(article|incomplete)$/.test(view?.dataset.state ?? '') && heading.includes(title);
        },
        [`Raw: ${kind}`],
      );
      assert.deepEqual(await scanView(page), [], kind);
      assert.deepEqual(toPaths(await asksFor(scene)), [`/special/attacks-raw?kind=${kind}`]);
      const ours = (await readComplaints(scene, page, before)).filter((line) => line.includes('extension:'));
      assert.deepEqual(ours, [], kind);
    }
  },
);

for (const [at, { name }] of toSizes(1).entries()) {
  if (!PLAYED_SIZES.test(name)) continue;
  story(`Too much leaves the view standing (${name})`, async (scene) => {
    const page = await scene.visit(`/special/attacks-size?at=${at}`);
    await loads(page);
    const before = await readSaid(scene, page);
    await turnOn(page, 'Attacks: sizes', 120_000);
    assert.deepEqual(await scanView(page), []);
    assert.deepEqual(await readComplaints(scene, page, before), []);
  });
}

story('A page with 10,000 levels is read', async (scene) => {
  const page = await scene.visit('/special/attacks-deep');
  await loads(page);
  const before = await forget(scene, page);
  await turnOn(page, 'Attacks: depth');
  assert.match((await page.text(...inView('[data-part=body]'))) ?? '', /Entry number 4 of the log/);
  await holds(scene, page, before);
});
