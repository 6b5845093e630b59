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

/** Firefox brings voices for tests, which say nothing; Chromium's come from the device, and here there is none. */
stageWith({ prefs: { 'media.webspeech.synth.test': true } });

story(
  'a voice of the device reads the text aloud, block after block, and each is shown',
  async ({ site, visit }) => {
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await page.pressToolbarButton();
    await whenShown(page);
    await page.evaluate(() => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const read = new Set<string>();
      const note = () => {
        const words = root?.querySelector('.spoken')?.textContent;
        if (words) read.add(words.slice(0, 30));
        document.documentElement.dataset.read = JSON.stringify([...read]);
      };
      if (root) new MutationObserver(note).observe(root, { attributeFilter: ['class'], subtree: true });
    });
    await choose(page, 'aloud');
    const read = await page.waitFor(() => {
      const all: string[] = JSON.parse(document.documentElement.dataset.read ?? '[]');
      return all.length > 2 ? all : undefined;
    });
    deepEqual(read.slice(0, 3), [
      'The valley that counts its own',
      'When the weather service close',
      'At half past six every morning',
    ]);
    // These voices say nothing, and so come to the end at once.
    await page.disappears(...inView('.spoken'));
  },
  { skip: { chromium: 'it has no voice here' } },
);

stageWith({});

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

stageWith({ prefs: { 'dom.webshare.enabled': true } });

story(
  'a press shares the address with the title, and without a request',
  async (scene) => {
    const { site, browser, visit } = scene;
    await browser.readShared();
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await page.pressToolbarButton();
    await whenShown(page);
    await asksFor(scene);
    site.forget();
    await choose(page, 'share');
    const shared = await waitUntil(async () => (await browser.readShared())[0], { message: 'a share' });
    deepEqual(shared, { title: 'The valley that counts its own rain', url: site.url(rain.path) });
    deepEqual(await asksFor(scene), []);
  },
  { skip: { chromium: 'it shares nothing on Linux' } },
);

const DOWNLOADS = mkdtempSync(join(tmpdir(), 'light-downloads-'));
/** Where Firefox prints to, without its dialog: no driver reaches that. */
const PRINTED = join(DOWNLOADS, 'printed.pdf');
const PRINTER = 'Mozilla Save to PDF';
stageWith({
  downloads: DOWNLOADS,
  prefs: {
    'print.always_print_silent': true,
    print_printer: PRINTER,
    [`print.printer_${PRINTER.replaceAll(' ', '_')}.print_to_file`]: true,
    [`print.printer_${PRINTER.replaceAll(' ', '_')}.print_to_filename`]: PRINTED,
  },
});
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
    const file = await waitUntil(() => readWhole(join(DOWNLOADS, name), '</html>'), {
      message: `${name} to be saved`,
    });
    match(file, /Then she goes to see about the hens\.<\/p>/);
    ok(file.length < 20_000, `${file.length} characters`);
    deepEqual(file.match(/<script|<img|<link|\ssrc=/g), null);
    deepEqual(await asksFor(scene), []);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => document.documentElement.setAttribute('data-printed', ''));
    });
    await page.emulate({ medium: 'print' });
    deepEqual(await page.waitFor(readPrinted), { pressed: [], address: site.url(rain.path), aside: 0 });
    await page.emulate({ medium: 'screen' });
    await choose(page, 'print');
    await page.appears('[data-printed]');
    if (scene.browser.name === 'firefox')
      await waitUntil(() => readWhole(PRINTED, '%%EOF'), { message: 'the text to be printed' });
  },
  { last: true },
);

/**
 * What is on paper beside the text: what stands there to be pressed, the address, and how far that stands from the edge of the text, in pixels. To be
 * run in the page; undefined as long as the screen's style holds.
 */
function readPrinted() {
  const root = document.querySelector('[data-light=view]')?.shadowRoot;
  const source = root?.querySelector<HTMLElement>('.source');
  const heading = root?.querySelector('h1');
  if (!root || !heading || !source?.checkVisibility()) return undefined;
  const toEdge = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().left;
  };
  const pressed = root.querySelectorAll('button, form, input, summary, nav');
  return {
    pressed: [...pressed].filter((each) => each.checkVisibility()).map((each) => each.outerHTML),
    address: source.textContent,
    aside: Math.round(toEdge(source) - toEdge(heading)),
  };
}

/** A file that has been written to the mark of its end; '' until then. */
async function readWhole(path: string, end: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => ''); // It is still to come.
  return text.trimEnd().endsWith(end) ? text : '';
}

/** Pastes into a field of a page, and gives what stands there. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => document.body.replaceChildren(document.createElement('textarea')));
  // Keys go to the window: what is pressed before its tab has the focus is lost.
  await page.waitFor(() => {
    document.querySelector('textarea')?.focus();
    return document.hasFocus() && document.activeElement?.localName === 'textarea';
  });
  await page.press('v', ['Control']);
  return page.waitFor(() => document.querySelector('textarea')?.value);
}
