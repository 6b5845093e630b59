// Links lead to their places in a text, Back leads back, and a text in numbered parts is got whole when the reader asks for it.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { hold } from './reader.ts';
import { asksFor, inView, loads, showsText, toPaths, turnOn } from './reading.ts';

/** Uncompressed, so that its bytes can be counted. */
const PLACES = '/special/places?plain';
const TITLE = 'How the weir was measured';
/** So far below the top of the window a place may stand: the bar stands above it, in CSS pixels. */
const NEAR_PX = 80;

/** Waits until the block with these words stands at the top of the window, or as far up as the text's end lets it, with that fragment in the address. */
async function leadsTo(page: Page, words: string, hash: string): Promise<void> {
  await page.waitFor(
    (text: string, fragment: string, nearPx: number) => {
      const body = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('[data-part=body]');
      const blocks = [...(body?.querySelectorAll('h2, p, li') ?? [])];
      const top = blocks.find((each) => each.textContent?.startsWith(text))?.getBoundingClientRect().top;
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const stands = top !== undefined && top >= -2 && top <= (isAtEnd ? innerHeight : nearPx);
      if (location.hash === fragment && stands) return true;
      throw new Error(`${location.hash}, ${top}`);
    },
    [words, hash, NEAR_PX],
    { message: `"${words}" to stand at the top` },
  );
}

const countEntries = (page: Page): Promise<number> => page.waitFor(() => history.length, []);
const toLink = (href: string) => inView(`[data-part=body] a[href$="${href}"]`);

async function pressEnterOn(page: Page, href: string): Promise<void> {
  const [host, selector] = toLink(href);
  await page.waitFor(
    (view: string, link: string) => {
      const root = document.querySelector(view)?.shadowRoot;
      const found = root?.querySelector<HTMLElement>(link);
      found?.focus({ preventScroll: true });
      return found && root?.activeElement === found;
    },
    [host, selector],
  );
  await page.press('Enter');
}

story(
  'links lead to their places in a text that has loaded, by press and by key, and Back leads back',
  async ({ visit, site }) => {
    const page = await visit(`${PLACES}#the%20end`);
    await loads(page, PLACES);
    await turnOn(page, TITLE);
    await leadsTo(page, 'The end', '#the%20end');
    const before = await countEntries(page);
    await page.click(...toLink('#ref1'));
    await leadsTo(page, 'Note 1 on the gauge', '#ref1');
    await pressEnterOn(page, '#fn1');
    await leadsTo(page, 'Oakhollow, Weirs', '#fn1');
    await page.back();
    await leadsTo(page, 'Note 1 on the gauge', '#ref1');
    await page.click(...toLink('#sill'));
    await leadsTo(page, 'The sill', '#sill');
    await pressEnterOn(page, '#sill');
    await pressEnterOn(page, '#sill');
    await leadsTo(page, 'The sill', '#sill');
    assert.equal(await countEntries(page), before + 2);
    assert.deepEqual(
      toPaths(site.asked).filter((path) => path !== '/favicon.ico'),
      [PLACES],
      'nothing was asked for',
    );
  },
);

story(
  'places are led to while the text is still coming, and where they are no part of it their neighbours are',
  async ({ visit, site }) => {
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page);
    const letGo = hold(site, PLACES, 5000);
    await page.go(site.url(`${PLACES}#the%20end`));
    await showsText(page, TITLE, 'arriving');
    // What has come is being laid out: a press in that moment would be beside it.
    await page.settled(600, ...toLink('#fn1'));
    const before = await countEntries(page);
    await page.click(...toLink('#fn1'));
    await page.waitFor(() => location.hash === '#fn1', []);
    letGo();
    await showsText(page, TITLE);
    await leadsTo(page, 'Oakhollow, Weirs', '#fn1');
    await pressEnterOn(page, '#letter');
    await leadsTo(page, 'Note 26 on the letter', '#letter');
    assert.equal(await countEntries(page), before + 2);
    await page.back();
    await leadsTo(page, 'Oakhollow, Weirs', '#fn1');
    await page.go(site.url('/special/fast'));
    await showsText(page, 'Nothing but');
    await page.go(site.url(`${PLACES}#the%20end`));
    await showsText(page, TITLE);
    await leadsTo(page, 'The end', '#the%20end');
  },
);

story(
  'the parts of a text are asked for one after another, when the reader says so and until the reader says stop',
  async (scene) => {
    const { visit, site } = scene;
    const part = (at: number) => `/special/in-parts?page=${at}`;
    const shows = (page: Page, words: string) =>
      page.waitFor(
        (text: string) =>
          document
            .querySelector('[data-light=view]')
            ?.shadowRoot?.querySelector('[data-part=body]')
            ?.textContent?.includes(text),
        [words],
        { message: `"${words}" in the text` },
      );
    const page = await visit('/special/in-parts');
    await loads(page);
    await turnOn(page, 'The weir');
    assert.deepEqual(
      toPaths(await asksFor(scene, 'news.localhost')).filter((path) => path.includes('page=')),
      [],
    );
    const letGo = hold(site, part(3));
    await page.settled(600, ...inView('[data-action=pages]'));
    await page.click(...inView('[data-action=pages]'));
    await shows(page, 'Note 24 on part 2');
    await page.waitFor(
      () =>
        document
          .querySelector('[data-light=view]')
          ?.shadowRoot?.querySelector('.note')
          ?.textContent?.includes('3'),
      [],
      { message: 'the number of the page that is asked for' },
    );
    await page.settled(600, ...inView('[data-action=stopPages]'));
    await page.click(...inView('[data-action=stopPages]'));
    await page.settled(600, ...inView('[data-action=pages]'));
    letGo();
    await page.click(...inView('[data-action=pages]'));
    await shows(page, 'Note 44 on part 4');
    await page.disappears(...inView('[data-action=pages]'));
    const asked = toPaths(await asksFor(scene, 'news.localhost')).filter((path) => path.includes('page='));
    assert.deepEqual(asked, [part(2), part(3), part(3), part(4)]);
  },
);
