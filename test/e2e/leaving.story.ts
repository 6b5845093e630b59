// Leaving gives the page back as it was; where only a new load can, the text stays until the page is there.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import {
  areLight,
  asked,
  asksFor,
  buttonSays,
  fails,
  inView,
  leave,
  loads,
  ranScripts,
  showsText,
  toPaths,
  turnOn,
} from './reading.ts';

/** All that a reader could find changed. */
const readPage = (page: Page) =>
  page.evaluate(() => {
    const field = (id: string) => document.getElementById(id) as HTMLInputElement;
    const scroller = field('scroller');
    const selection = getSelection();
    const toName = (node: Node | null | undefined) =>
      node &&
      `${node.parentElement?.id || node.parentElement?.localName}/${node.nodeName}: ${node.textContent?.slice(0, 40)}`;
    return {
      html: document.documentElement.outerHTML,
      sheets: document.adoptedStyleSheets.length,
      page: [scrollX, scrollY],
      scroller: [scroller.scrollLeft, scroller.scrollTop],
      focused: document.activeElement?.id,
      selected: [
        toName(selection?.anchorNode),
        selection?.anchorOffset,
        toName(selection?.focusNode),
        selection?.focusOffset,
      ],
      words: String(selection),
      marked: [field('long').selectionStart, field('long').selectionEnd, field('typed').selectionStart],
      typed: [
        field('typed').value,
        field('long').value,
        (document.getElementById('picked') as HTMLSelectElement).value,
      ],
      ticked: [field('ticked').checked, field('chosen').checked],
      edited: field('editable').textContent,
    };
  });

/** Fills the fields, scrolls and selects, as a reader has done who then turns Light on. */
async function use(page: Page, select: 'words' | 'field'): Promise<void> {
  await page.click('#typed');
  await page.type(' typed by hand');
  await page.click('#ticked');
  await page.click('#chosen');
  await page.click('#editable');
  await page.type('edited ');
  await page.evaluate((what: string) => {
    const field = (id: string) => document.getElementById(id) as HTMLInputElement;
    (document.getElementById('picked') as HTMLSelectElement).value = 'three';
    field('scroller').scrollTo(310, 520);
    if (what === 'field') {
      field('long').focus();
      field('long').setSelectionRange(2, 9);
    } else {
      field('typed').focus();
      const paragraph = document.getElementById('par-7')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(paragraph, 4, paragraph, 40);
    }
    scrollTo({ top: 900, behavior: 'instant' });
  }, select);
  // In Firefox scrolling to what was typed takes several frames, and may go on for a moment.
  await page.waitFor(async () => {
    const from = scrollY;
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
    return scrollY === from && from > 800;
  });
}

for (const select of ['words', 'field'] as const) {
  story(
    `The page is given back as it was, with ${select} selected, and nothing is asked for`,
    async (scene) => {
      const page = await scene.visit('/special/leaving');
      await asked(scene.site, '/special/leaving/hanging.png?never');
      await page.appears('#hanging');
      await use(page, select);
      const before = await readPage(page);
      await asksFor(scene);
      scene.site.forget();
      await turnOn(page);
      await page.scroll(600);
      await page.waitFor(() => scrollY > 0);
      await leave(page);
      // The page notes itself whether it is scrolled, when it hears of it: a frame later.
      await page.waitFor(() => scrollY > 800 && document.documentElement.dataset.scrolled === 'true');
      assert.deepEqual(await readPage(page), before);
      await areLight(scene.browser, []);
      assert.deepEqual(toPaths(await asksFor(scene)), []);
    },
  );
}

story.oldest(
  'What was stopped is loaded when the reader asks for the rest',
  async ({ browser, visit, site }) => {
    const page = await visit('/special/leaving');
    await asked(site, '/special/leaving/hanging.png?never');
    await page.appears('#hanging');
    await turnOn(page);
    site.forget();
    await page.settled(600, ...inView('[data-action=reload]'));
    assert.equal(await page.text(...inView('[data-action=reload]')), 'Load the rest of the page');
    await page.click(...inView('[data-action=reload]'));
    await asked(site, '/special/leaving');
    await asked(site, '/special/leaving/hanging.png?never');
    await page.disappears('[data-light=view]');
    await areLight(browser, []);
  },
);

story.oldest(
  'A page that was cut short is loaded again; its text stays until it is there',
  async ({ browser, visit, site }) => {
    const path = '/special/head-script-never';
    const page = await visit(path);
    await asked(site, '/tag.js');
    await turnOn(page, 'The script that never came');
    site.fault('never.localhost', null);
    site.fault(path, { kind: 'think', ms: 2000 });
    site.forget();
    try {
      assert.equal(await page.text(...inView('[data-action=leave]')), 'Load the full page');
      await page.settled(600, ...inView('[data-action=leave]'));
      await page.click(...inView('[data-action=leave]'));
      await asked(site, path);
      await showsText(page, 'The script that never came');
      assert.match((await page.text(...inView('.note'))) ?? '', /The text stays until it is here/);
      await page.disappears('[data-light=view]');
      await loads(page);
      assert.notEqual(await ranScripts(page), null);
      await areLight(browser, []);
    } finally {
      site.fault(path, null);
      site.fault('never.localhost', { kind: 'never' });
    }
  },
);

story.oldest('A page that came light is loaded in full when the reader leaves', async ({ visit, site }) => {
  const page = await visit('/special/fast');
  await loads(page);
  await turnOn(page);
  await page.go(site.url('/special/cached'));
  await showsText(page, 'Bread that keeps');
  await page.settled(600, ...inView('[data-action=leave]'));
  await page.click(...inView('[data-action=leave]'));
  await page.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
  assert.notEqual(await ranScripts(page), null);
  assert.equal(await page.has('[data-light=view]'), false);
});

story.oldest('Where the next page fails, the text that was there is one press away', async (scene) => {
  const { browser, site } = scene;
  const next = '/special/etag';
  const page = await scene.visit('/special/fast');
  await loads(page);
  await turnOn(page, 'Nothing but the text');
  const text = await page.text(...inView('[data-part=body]'));
  site.fault(next, { kind: 'refuse' });
  try {
    await page.go(site.url(next));
    await asked(site, next);
    await fails(page);
    await page.pressToolbarButton();
    await showsText(page, 'Nothing but the text');
    assert.equal(await page.text(...inView('[data-part=body]')), text);
    assert.match((await page.text(...inView('.note'))) ?? '', /news\.localhost could not be loaded/);
  } finally {
    site.fault(next, null);
  }
  await page.settled(600, ...inView('[data-action=leave]'));
  assert.equal(await page.text(...inView('[data-action=leave]')), 'Try again');
  await page.click(...inView('[data-action=leave]'));
  await showsText(page, 'Bread with a label');
  assert.equal(await ranScripts(page), null);
  await areLight(browser, [await page.tabId()]);
});

const LOCKED = 'width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no';

story(
  'A page that locks its zoom is unlocked while the view stands, and no longer',
  async ({ site, visit }) => {
    site.fault('/special/fast', {
      kind: 'instead',
      html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="${LOCKED}"><title>Locked</title><body><article><h1>Locked</h1>${`<p>${'It was late, and it was cold, and nobody had come to meet it. '.repeat(4)}</p>`.repeat(4)}</article></body></html>`,
    });
    const page = await visit('/special/fast');
    await loads(page);
    const readLock = () =>
      page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=viewport]')?.content);
    assert.equal(await readLock(), LOCKED);
    await turnOn(page, 'Locked');
    assert.equal(await readLock(), 'width=device-width, initial-scale=1');
    await leave(page);
    assert.equal(await readLock(), LOCKED);
  },
);

story(
  'A page that is being loaded again as it is comes light after all where the button is pressed once more',
  async ({ browser, visit, site }) => {
    const [first, path] = ['/special/fast', '/special/etag'];
    const page = await visit(first);
    await loads(page);
    await turnOn(page);
    await page.go(site.url(path));
    await showsText(page, 'Bread with a label');
    const began = await page.evaluate(() => performance.timeOrigin);
    site.fault(path, { kind: 'think', ms: 2000 });
    try {
      await page.pressToolbarButton();
      await buttonSays(page, '', 'Switch to Light');
      assert.equal(await page.evaluate(() => performance.timeOrigin), began);
      await page.pressToolbarButton();
      await page.waitFor((before: number) => performance.timeOrigin !== before, [began]);
      await showsText(page, 'Bread with a label');
      await areLight(browser, [await page.tabId()]);
      await buttonSays(page, '✓', 'Leave Light');
      await page.pressToolbarButton();
      await page.disappears('[data-light=view]');
      await loads(page);
      await areLight(browser, []);
    } finally {
      site.fault(path, null);
    }
  },
);
