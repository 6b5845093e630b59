// Stories of the bar: what can be done with a text, and that nothing is asked for by that.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Page } from '../browser/browser.ts';
import { stageWith, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { rain } from '../site/texts/rain.ts';
import { whenLoaded, whenShown } from './reader.ts';
import { asksFor, inView } from './reading.ts';

async function choose(page: Page, action: string): Promise<void> {
  await page.settled(600, ...inView('.bar [data-action=menu]'));
  await page.click(...inView('.bar [data-action=menu]'));
  await page.click(...inView(`.menu [data-action=${action}]`));
}

story('link and text are copied without a request, and the settings open', async (scene) => {
  const { site, browser, visit } = scene;
  const page = await visit(rain.path);
  await whenLoaded(page, site.url(rain.path));
  await page.pressToolbarButton();
  await whenShown(page);
  await asksFor(scene);
  site.forget();
  await choose(page, 'copyLink');
  await page.appears(...inView('.state-line.now'));
  equal(await page.text(...inView('.moment')), 'Copied');
  deepEqual(await asksFor(scene), []);
  const field = await visit('/special/fast');
  await whenLoaded(field, site.url('/special/fast'));
  equal(await paste(field), site.url(rain.path));
  await page.select();
  await choose(page, 'copyText');
  await field.select();
  const text = await paste(field);
  match(text, /^Science\n+The valley that counts its own rain\n[\s\S]*the hens\.$/);
  ok(!text.includes('Show picture'));
  await page.select();
  const settings = await browser.waitForNewTab(() => choose(page, 'settings'));
  await settings.appears('#access p');
});

const DOWNLOADS = mkdtempSync(join(tmpdir(), 'light-downloads-'));
stageWith({ downloads: DOWNLOADS });
after(() => rmSync(DOWNLOADS, { recursive: true, force: true }));

story(
  'a text is saved as one small file that asks for nothing, and printed as the text alone',
  async (scene) => {
    const { site, visit } = scene;
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await page.pressToolbarButton();
    await whenShown(page);
    await asksFor(scene);
    site.forget();
    await choose(page, 'save');
    const name = 'The valley that counts its own rain.html';
    const file = await waitUntil(() => readWhole(join(DOWNLOADS, name)), { message: `${name} to be saved` });
    match(file, /Then she goes to see about the hens\.<\/p>/);
    ok(file.length < 20_000, `${file.length} characters`);
    deepEqual(file.match(/<script|<img|<link|\ssrc=/g), null);
    deepEqual(await asksFor(scene), []);
    // Firefox waits for its own dialog, which no driver reaches.
    if (scene.browser.name === 'firefox') return;
    await page.evaluate(() => {
      addEventListener('beforeprint', () => document.documentElement.setAttribute('data-printed', ''));
    });
    await choose(page, 'print');
    await page.appears('[data-printed]');
  },
  { last: true },
);

/** A file that has been written to its end; '' until then. */
async function readWhole(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => ''); // It is still to come.
  return text.trimEnd().endsWith('</html>') ? text : '';
}

/** Pastes into a field of a page, and gives what stands there. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
  });
  await page.press('v', ['Control']);
  return page.waitFor(() => document.querySelector('textarea')?.value);
}
