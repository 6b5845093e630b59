// Pages that forbid, cover or fight the view: it stays readable, or the page is there, and it can always be left.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../browser/browser.ts';
import { browserName, story } from '../browser/story.ts';
import {
  areLight,
  asksFor,
  buttonSays,
  inView,
  leave,
  loads,
  ranScripts,
  showsText,
  turnOn,
} from './reading.ts';

/** The picture of a blank window takes less, in bytes: it took 5,100. */
const BLANK_BYTES = 15_000;

/** Text stands in the middle of the window, the view's or the page's, and is drawn there. */
async function isLegible(page: Page): Promise<void> {
  await page.waitFor(
    () =>
      [0.2, 0.35, 0.5, 0.65, 0.8].some((part) => {
        const [x, y] = [innerWidth / 2, innerHeight * part];
        let hit = document.elementFromPoint(x, y);
        while (hit?.shadowRoot) {
          const deeper: Element | null = hit.shadowRoot.elementFromPoint(x, y);
          if (!deeper || deeper === hit) break;
          hit = deeper;
        }
        return hit instanceof HTMLElement && hit.checkVisibility() && hit.innerText.trim().length > 20;
      }),
    [],
    { message: 'text in the middle of the window' },
  );
  const path = join(tmpdir(), `light-${process.pid}.png`);
  await page.screenshot(path);
  const { length } = await readFile(path);
  await rm(path);
  assert.ok(length > BLANK_BYTES, `The window is blank: its picture has ${length} bytes.`);
}

for (const path of ['/special/hidden', '/special/unset', '/special/hostile-styles', '/special/strict-csp']) {
  story(
    `What the page forbids or does to everything, it does not do to the view (${path})`,
    async ({ visit }) => {
      const page = await visit(path);
      await loads(page);
      await turnOn(page);
      // In Firefox the user's own style sheet may come a moment later.
      await page.waitFor(() => {
        const article = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('article');
        const paragraph = article?.querySelector('[data-part=body] p');
        if (!article || !paragraph) return false;
        const { fontSize, direction, letterSpacing } = getComputedStyle(paragraph);
        const { width, left } = article.getBoundingClientRect();
        return (
          fontSize === '19px' &&
          direction === 'ltr' &&
          letterSpacing === 'normal' &&
          Math.round(width) === 680 &&
          Math.abs(left - (document.documentElement.clientWidth - width) / 2) < 1
        );
      });
      await isLegible(page);
      await page.scroll(400);
      await page.waitFor(() => scrollY > 0);
      await leave(page);
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
    },
  );
}

for (const how of ['open', 'replace', 'inner']) {
  story(
    `A page that throws everything out is never blank, and can be left (${how})`,
    async ({ browser, visit }) => {
      const page = await visit(`/special/throws-out?how=${how}`);
      await loads(page);
      await turnOn(page, 'Everybody out');
      for (const times of [1, 2, 3, 4, 5]) {
        await page.evaluate(() => (globalThis as { throwOut?: () => void }).throwOut?.());
        // `document.open` takes the body away with everything else; the page brings it again.
        await page.waitFor(
          (count: number) => document.body && ((globalThis as { thrown?: number }).thrown ?? 0) >= count,
          [times],
        );
        await isLegible(page);
      }
      if (await page.has('[data-light=view]:not([data-state=nothing])')) await leave(page);
      // The view has given up, and says so.
      if (await page.has('[data-light=view]')) {
        await page.settled(600, ...inView('[data-action=close]'));
        await page.click(...inView('[data-action=close]'));
      }
      await isLegible(page);
      await areLight(browser, []);
      await page.pressToolbarButton();
      await showsText(page, 'Everybody out');
    },
  );
}

story(
  'A page that removes the view every 50 ms keeps the screen, and nothing of Light',
  async ({ browser, visit }) => {
    const page = await visit('/special/fights');
    await loads(page);
    await page.pressToolbarButton();
    await page.waitFor(() => ((globalThis as { removed?: number }).removed ?? 0) >= 4);
    await page.disappears('[data-light=view]');
    await isLegible(page);
    await areLight(browser, []);
    await buttonSays(page, '', 'Switch to Light');
  },
);

story.oldest('Above an open modal dialog the view can be read, scrolled and left', async ({ visit }) => {
  const page = await visit('/special/modal');
  await loads(page);
  await page.appears('#offer[open]');
  await turnOn(page, 'An offer first');
  await isLegible(page);
  await page.scroll(500);
  await page.waitFor(
    () =>
      (document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('dialog')?.scrollTop ?? 0) > 0,
  );
  await page.press('Escape');
  await page.press('Escape');
  await isLegible(page);
  await leave(page);
  assert.equal(await page.has('#offer[open]'), true);
  await page.click('#offer button');
  await page.disappears('#offer[open]');
});

story('A page that keeps talking is said to, and is silent when the text is loaded again', async (scene) => {
  const { site } = scene;
  const page = await scene.visit('/special/websocket');
  await page.waitFor(() => document.documentElement.dataset.socket === 'open');
  await loads(page);
  await turnOn(page, 'A page that keeps talking');
  if (browserName === 'firefox') {
    await page.waitFor(() => document.documentElement.dataset.socket === 'closed');
    return;
  }
  site.forget();
  await site.waitFor(() => site.messages > 0);
  await page.settled(600, ...inView('.bar [data-action=menu]'));
  await page.click(...inView('.bar [data-action=menu]'));
  await page.click(...inView('.menu [data-action=again]'));
  await site.waitFor((all) => all.some((each) => each.headers['save-data'] === 'on'));
  await page.waitFor(() => !document.documentElement.dataset.socket);
  await showsText(page, 'A page that keeps talking');
  assert.equal(await ranScripts(page), null);
  assert.deepEqual(
    (await asksFor(scene)).map((each) => each.path),
    ['/special/websocket'],
  );
});

/** Has the page's own listeners write what they hear into the page. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard = document.body.appendChild(document.createElement('output'));
    for (const name of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'copy', 'contextmenu']) {
      for (const place of [document, document.body])
        place.addEventListener(name, () => heard.append(`${name} `));
    }
  });

const heardOf = (page: Page) => page.evaluate(() => document.querySelector('output')?.textContent);

story('The page does not hear what the reader presses and types in the view', async ({ visit }) => {
  const page = await visit('/special/fast');
  await loads(page);
  await listen(page);
  await turnOn(page);
  await page.click(...inView('h1'));
  await page.click(...inView('[data-part=body] p'));
  await page.press('Tab');
  await page.press('Tab');
  await page.press('j');
  await page.press('a', ['Control']);
  assert.equal(await heardOf(page), '');
  await leave(page);
  await page.click('#story p');
  assert.match((await heardOf(page)) ?? '', /click/);
});

story.oldest('Everything selected is the article, and what is selected can be copied', async ({ visit }) => {
  const page = await visit('/special/fast');
  await loads(page);
  await turnOn(page);
  await page.click(...inView('[data-part=body] p'));
  await page.press('a', ['Control']);
  const selected = await page.waitFor(() => String(getSelection()));
  assert.match(selected, /^Nothing but the text/);
  assert.doesNotMatch(selected, /Back to the page|news\.localhost|Home/);
  await page.press('c', ['Control']);
  await leave(page);
  // Where the reader then pastes it: in a field of another page.
  const form = await visit('/special/leaving');
  await form.click('#long');
  await form.press('a', ['Control']);
  await form.press('v', ['Control']);
  const pasted = await form.waitFor(() => {
    const { value } = document.getElementById('long') as HTMLTextAreaElement;
    return value.includes('Nothing but the text') ? value : null;
  });
  assert.match(pasted, /^Nothing but the text/);
});
