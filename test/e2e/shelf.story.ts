// Stories of the kept texts: kept from a view and from a front page over a bad link, read without a network, and taken in from a file.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { OURS, scan } from '../attacks/scan.ts';
import { toHostileFile } from '../attacks/shelf-file.ts';
import { openBrowser, type Page } from '../browser/browser.ts';
import { browserName, extensionPath, type Scene, stageWith, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { bread } from '../site/texts/bread.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { train } from '../site/texts/train.ts';
import { hold, whenAwake } from './reader.ts';
import { asked, asksFor, buttonSays, inView, loads, showsText, toPaths, turnOn } from './reading.ts';
import { chooseLimit, holdsTexts, openShelf, says, takeIn, toFile } from './shelving.ts';

const DOWNLOADS = mkdtempSync(join(tmpdir(), 'light-downloads-'));
stageWith({ downloads: DOWNLOADS });
after(() => rmSync(DOWNLOADS, { recursive: true, force: true }));

const readTitles = (shelf: Page) =>
  shelf.evaluate(() => [...document.querySelectorAll('#texts a')].map((link) => link.textContent ?? ''));

/** Presses below the text what is called so. */
async function pressBelow(page: Page, action: string): Promise<void> {
  // As a reader who has come to the end: where the bar is moved by a scroll, a press a moment later is not meant.
  await page.press('End');
  await page.settled(600, ...inView(`.foot [data-action=${action}]`));
  await page.click(...inView(`.foot [data-action=${action}]`));
}

/** Keeps the article at that path from its view. */
async function keepOpen({ visit, site }: Scene, path: string): Promise<Page> {
  const page = await visit(path);
  await loads(page, path);
  await turnOn(page);
  site.forget();
  await pressBelow(page, 'shelve');
  await page.waitFor(() => {
    const view = document.querySelector('[data-light=view]')?.shadowRoot;
    return view?.querySelector('.state-line .moment')?.textContent?.includes('Kept');
  });
  return page;
}

/** Opens a front page in Light and has its first `count` articles fetched that are not kept yet. */
async function keepFront({ browser, visit }: Scene, count: number, link = () => {}): Promise<Page> {
  const front = await visit('/');
  await loads(front, '/');
  await front.pressToolbarButton();
  await showsText(front, '', 'links');
  const shelf = await browser.waitForNewTab(() => pressBelow(front, 'shelve'));
  const chosen = await shelf.waitFor(() => document.querySelectorAll('#offer :checked').length);
  equal(chosen, 10);
  for (let at = chosen; at > count; at--) await shelf.click(`#offer li:nth-child(${at}) input`);
  link();
  await shelf.click('#offer [data-action=keep]');
  return shelf;
}

/** Opens one kept text after another from the list, and reads its title and its text. */
async function readAll(shelf: Page, titles: string[]): Promise<void> {
  for (const [at, title] of titles.entries()) {
    await shelf.click(`#texts > li:nth-child(${at + 1}) a`);
    await showsText(shelf, title.slice(0, 20));
    const text = (await shelf.text(...inView('[data-part=body]'))) ?? '';
    ok(text.length > 1000, title);
    await shelf.back();
    await holdsTexts(shelf, titles.length);
  }
}

story.oldest(
  'An article and six of a front page are kept, and read without a network after a restart',
  async (scene) => {
    const { browser, site } = scene;
    await keepOpen(scene, rain.path);
    // It was here.
    deepEqual(toPaths(site.asked), []);
    const fetching = await keepFront(scene, 6, () => {
      site.setLink('edge');
      site.forget();
    });
    await holdsTexts(fetching, 7);
    await says(fetching, '#queue', '6 of 6 kept');
    const fetched = site.asked.map(({ path, headers }) => `${path} ${headers['save-data']}`);
    equal(new Set(fetched).size, 6, fetched.join());
    ok(fetched.every((each) => each.endsWith('.html on') || / on$/.test(each)));
    site.setLink('fast');
    site.fault('news.localhost', { kind: 'refuse' });
    site.forget();
    await browser.restart();
    const shelf = await openShelf(browser, 7);
    const titles = await readTitles(shelf);
    await readAll(shelf, titles);
    deepEqual(toPaths(site.asked), []);
    await findsByWords(shelf);
    await keepsPlace(shelf);
  },
  { last: true },
);

/** The reader writes on an Arabic keyboard, without diacritics, and finds the Persian text, and another one by what stands in it. */
async function findsByWords(shelf: Page): Promise<void> {
  await shelf.click('#search');
  await shelf.type(rain.title.split(' ').slice(0, 2).join(' ').toUpperCase());
  await holdsTexts(shelf, 1);
  deepEqual(await readTitles(shelf), [rain.title]);
  await shelf.reload();
  await holdsTexts(shelf, 7);
}

/** A text that was left half-way is opened there; one whose end was seen is read; and the next unread one is a press away. */
async function keepsPlace(shelf: Page): Promise<void> {
  await shelf.click('#texts > li:nth-child(2) a');
  await showsText(shelf);
  await shelf.scroll(700);
  const at = await shelf.waitFor(() => (scrollY > 300 ? scrollY : 0));
  await shelf.back();
  await holdsTexts(shelf, 7);
  await shelf.click('#texts > li:nth-child(2) a');
  await shelf.waitFor((wanted) => Math.abs(scrollY - wanted) < 60, [at], {
    message: 'the place where it was left',
  });
  const before = await shelf.url();
  await pressBelow(shelf, 'nextUnread');
  await shelf.waitFor((url) => location.href !== url, [before]);
  await showsText(shelf);
  await pressBelow(shelf, 'shelf');
  await shelf.waitFor(() => document.querySelector('#texts > li:nth-child(2).read'));
}

story('The background is ended at each step, and every article is kept once', async (scene) => {
  const { browser, site } = scene;
  const shelf = await keepFront(scene, 4, () => {
    site.forget();
    // Asked for; half here; and, below, all here.
    releases.push(hold(site, train.path, 0), hold(site, bread.path, 3000));
  });
  const order = [train.path, bread.path];
  for (const path of order) {
    await asked(site, path);
    await browser.killBackground();
    releases.shift()?.();
    await shelf.reload();
    await whenAwake(browser);
  }
  await site.waitFor((all) => all.some((each) => each.path === qanat.path && each.ended));
  await browser.killBackground();
  await shelf.reload();
  await says(shelf, '#queue', '4 of 4 kept');
  await holdsTexts(shelf, 4);
});

const releases: (() => void)[] = [];

story(
  'A picture that the reader has loaded is kept where the reader says so, and shown without a network',
  async (scene) => {
    const { browser, site, visit } = scene;
    const page = await visit(rain.path);
    await loads(page, rain.path);
    await turnOn(page);
    await page.settled(600, ...inView('[data-action=picture]'));
    await page.click(...inView('[data-action=picture]'));
    await page.appears(...inView('img'));
    await pressBelow(page, 'shelve');
    await page.appears(...inView('[data-action=keepPictures]'));
    site.forget();
    await pressBelow(page, 'keepPictures');
    await site.waitFor((all) => all.length === 1 && all.every(({ ended }) => ended));
    const shelf = await openShelf(browser, 1);
    // Its 88 KB have come, and are counted.
    await shelf.waitFor(
      async () => {
        document.dispatchEvent(new Event('visibilitychange'));
        return /1\d\d kB/.test(document.querySelector('#texts .facts')?.textContent ?? '');
      },
      [],
      { message: 'the size with the picture' },
    );
    site.fault('news.localhost', { kind: 'refuse' });
    await shelf.click('#texts a');
    await showsText(shelf, rain.title);
    const isShown = () =>
      [...(document.querySelector('[data-light=view]')?.shadowRoot?.querySelectorAll('img') ?? [])].some(
        ({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth > 0,
      );
    await shelf.waitFor(isShown, [], { message: 'the picture that was kept' });
  },
);

/** What the text in the view holds that no text needs. */
function scanView(page: Page): Promise<string[]> {
  // Functions travel by their source: this one is put together of two.
  const run = new Function(
    'ours',
    `return (${scan})(document.querySelector(':root > [data-light=view]').shadowRoot.querySelector('[data-part=body]'), ours)`,
  );
  return page.evaluate(run as (ours: typeof OURS) => string[], OURS); // It is what `scan` is.
}

story('The browser’s menu keeps a link beside the tab, and the page that is open', async (scene) => {
  const { browser, site, visit } = scene;
  const front = await visit('/science/');
  await loads(front, '/science/');
  await front.click('.cookies button');
  await asksFor(scene);
  site.forget();
  await front.chooseInMenu({ id: 'keep-link', label: 'Keep the text' }, `a[href$="${train.path}"]`);
  await buttonSays(front, '+', 'Kept, or on its way');
  await asked(site, train.path);
  const article = await visit(rain.path);
  await loads(article, rain.path);
  await article.chooseInMenu({ id: 'keep-page', label: 'Keep the text' }, 'h1');
  await buttonSays(article, '+', 'Kept, or on its way');
  equal(await article.has('[data-light=view]'), false);
  const shelf = await openShelf(browser, 2);
  const titles = await readTitles(shelf);
  for (const { title } of [train, rain])
    ok(
      titles.some((each) => each.startsWith(title)),
      titles.join(),
    );
  equal(toPaths(site.asked).filter((path) => path === train.path).length, 1);
});

story('A file of forty attacks is taken in as text, and nothing of it runs or asks', async (scene) => {
  const { browser, site } = scene;
  const shelf = await openShelf(browser, 0);
  site.forget();
  await takeIn(shelf, toHostileFile(site.origin));
  await says(shelf, '#status', 'Taken in: 34. Left out: 6.');
  await holdsTexts(shelf, 34);
  const rows = await shelf.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('#texts a')].map(({ href }) => href),
  );
  for (const row of rows) {
    await shelf.go(row);
    await shelf.waitFor(
      (url) =>
        location.href === url && document.querySelector('[data-light=view]')?.getAttribute('data-kind'),
      [row],
    );
    match((await shelf.text(...inView('[data-part=body]'))) ?? '', /The lamp was trimmed/);
    deepEqual(await scanView(shelf), [], row);
  }
  deepEqual(toPaths(await asksFor(scene)), []);
});

/** A text of about two megabytes. */
const toLarge = (at: number) => ({
  ...{ address: `https://large.example/${at}`, title: `Large ${at}`, isWhole: true },
  html: `<p>${'The lamp was trimmed. '.repeat(80_000)}</p>`,
});

/** Has every write of this page fail as on a full disk, or the database refused as by a browser that stores nothing. */
function failStorage(shelf: Page, how: 'diskFull' | 'denied'): Promise<void> {
  return shelf.evaluate((failure) => {
    const fail = (name: string) => () => {
      throw new DOMException('for this story', name);
    };
    if (failure === 'diskFull') IDBObjectStore.prototype.put = fail('QuotaExceededError');
    else IDBFactory.prototype.open = fail('SecurityError');
  }, how);
}

story(
  'A full shelf gives up what was read; what was not goes only where the reader says so; one press clears it',
  async ({ browser }) => {
    const shelf = await openShelf(browser, 0);
    await chooseLimit(shelf, 5);
    await takeIn(shelf, toFile(toLarge(1), toLarge(2), toLarge(3)));
    await says(shelf, '#status', 'Taken in: 2. Left out: 1.');
    await says(shelf, '#full', 'nothing unread goes by itself');
    deepEqual(await readTitles(shelf), ['Large 2', 'Large 1']);
    await shelf.click('#texts > li:nth-child(2) [data-action=shelfRead]');
    await shelf.appears('#texts > li:nth-child(2).read');
    await takeIn(shelf, toFile(toLarge(3)));
    await says(shelf, '#status', 'Taken in: 1.');
    deepEqual(await readTitles(shelf), ['Large 3', 'Large 2']);
    await takeIn(shelf, toFile(toLarge(4)));
    await shelf.click('#full [data-action=makeRoom]');
    await says(shelf, '#full h2', 'Unread texts to remove');
    // The oldest is chosen, and nothing has gone.
    equal(await shelf.text('#full [data-action=remove]'), 'Remove (1)');
    deepEqual(await readTitles(shelf), ['Large 3', 'Large 2']);
    await shelf.click('#full [data-action=remove]');
    await holdsTexts(shelf, 1);
    deepEqual(await readTitles(shelf), ['Large 3']);
    await shelf.disappears('#full:not([hidden])');
    await shelf.click('[data-action=shelfClear]');
    await says(shelf, '#status', 'have been removed');
    await holdsTexts(shelf, 0);
    await failStorage(shelf, 'diskFull');
    await takeIn(shelf, toFile(toLarge(5)));
    await says(shelf, '#status', 'no room left on the disk');
    await failStorage(shelf, 'denied');
    await takeIn(shelf, toFile(toLarge(5)));
    await says(shelf, '#status', 'lets Light store nothing');
  },
);

/** In an extension's page: makes the shelf as a Light of that version has left it, with two texts, the second of them read. */
async function makeOlderShelf(version: 1 | 2): Promise<void> {
  const toDone = (request: IDBRequest | IDBTransaction) =>
    new Promise((resolve) => {
      request.addEventListener('success', resolve);
      request.addEventListener('complete', resolve);
    });
  await toDone(indexedDB.deleteDatabase('shelf'));
  const opening = indexedDB.open('shelf', version);
  opening.onupgradeneeded = () => {
    const keyPath = 'address';
    opening.result.createObjectStore('articles', { keyPath });
    if (version === 1) return;
    opening.result.createObjectStore('texts', { keyPath });
    opening.result.createObjectStore('words', { keyPath });
    opening.result.createObjectStore('pictures', { keyPath: ['address', 'source'] });
    opening.result.createObjectStore('queue');
  };
  await toDone(opening);
  const names = [...opening.result.objectStoreNames];
  const transaction = opening.result.transaction(names, 'readwrite');
  for (const at of [1, 2]) {
    const address = `https://old.example/${at}`;
    const html = '<p>From before.</p>';
    const known = {
      ...{ address, state: 'article', title: `Old ${at}`, site: '', section: '', byline: '', language: 'en' },
      ...{ published: null, modified: null, minutes: 1, direction: 'ltr', isWhole: true, keptAt: at },
    };
    const reading = { readAt: at === 2 ? 2 : null, place: 0, bytes: 100, pictures: 0 };
    const articles = transaction.objectStore('articles');
    articles.add(version === 1 ? { ...known, html, isRead: at === 2 } : { ...known, ...reading });
    if (version === 1) continue;
    transaction.objectStore('texts').add({ address, html });
    transaction.objectStore('words').add({ address, words: 'old from before from before' });
  }
  await toDone(transaction);
  opening.result.close();
}

/** The texts of a file that a shelf was saved as; '' until it has all been written. */
async function readSaved(path: string): Promise<string> {
  try {
    return gunzipSync(await readFile(path)).toString();
  } catch {
    // It is still to come.
    return '';
  }
}

story(
  'The shelf of an older Light is brought along, saved as one file and taken in again',
  async ({ browser }) => {
    let shelf = await browser.extensionPage('manifest.json');
    for (const version of [1, 2] as const) {
      await browser.inExtension(makeOlderShelf, version);
      await shelf.close();
      shelf = await openShelf(browser, 2);
      deepEqual(await readTitles(shelf), ['Old 2', 'Old 1']);
      ok(await shelf.has('#texts > li:nth-child(1).read'));
      await shelf.click('#search');
      await shelf.type('FROM before');
      await holdsTexts(shelf, 2);
      await shelf.click('#texts > li:nth-child(2) a');
      await showsText(shelf, 'Old 1');
      match((await shelf.text(...inView('[data-part=body]'))) ?? '', /From before/);
    }
    await shelf.back();
    await holdsTexts(shelf, 2);
    await shelf.click('[data-action=shelfExport]');
    const saved = join(DOWNLOADS, 'light-shelf.json.gz');
    const file = await waitUntil(() => readSaved(saved), { message: `${saved} to be written` });
    await shelf.click('[data-action=shelfClear]');
    await holdsTexts(shelf, 0);
    await takeIn(shelf, file);
    await says(shelf, '#status', 'Taken in: 2. Left out: 0.');
    await holdsTexts(shelf, 2);
    // A file tells nobody what was read.
    equal(await shelf.has('#texts > li.read'), false);
    // By a friend, too, who has never had Light before.
    const other = await openBrowser(browserName, { extension: extensionPath, welcome: 'welcome.html' });
    try {
      const theirs = await openShelf(other, 0);
      await takeIn(theirs, file);
      await holdsTexts(theirs, 2);
      const titles = await readTitles(theirs);
      deepEqual(titles, await readTitles(shelf));
      await theirs.click('#texts > li:nth-child(1) a');
      await showsText(theirs, titles[0]);
    } finally {
      await other.close();
    }
  },
);

story(
  'In the dark the room that is left is dark, too',
  async ({ browser }) => {
    const shelf = await openShelf(browser, 0);
    await shelf.emulate({ colorScheme: 'dark' });
    const light = await shelf.waitFor(() => {
      const meter = document.querySelector('meter');
      const { backgroundColor = '', appearance } = (meter && getComputedStyle(meter)) ?? {};
      // The browser draws its own in its own colours, which nothing tells.
      return (
        meter &&
        (appearance === 'none' ? Math.max(...(backgroundColor.match(/\d+/g) ?? []).map(Number)) : 255)
      );
    });
    ok(light < 128, `${light} of 255`);
  },
  { skip: { chromium: 'it draws its own as dark as its page' } },
);
