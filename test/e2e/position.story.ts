// Stories of where the reader is in a text: minutes left, headings to go by, and the place at which reading was left off.
import { equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { rain } from '../site/texts/rain.ts';
import { whenLoaded } from './reader.ts';
import { inView, leave, showsText, turnOn } from './reading.ts';

async function choose(page: Page, action: string): Promise<void> {
  await page.settled(600, ...inView('.bar [data-action=menu]'));
  await page.click(...inView('.bar [data-action=menu]'));
  await page.click(...inView(`.menu [data-action=${action}]`));
}

/** Waits until a heading of the text stands at the top of the window. */
const isAtHeading = (page: Page, words: string) =>
  page.waitFor(
    (wanted) => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const heading = [...(root?.querySelectorAll('[data-part=body] h2') ?? [])].find(
        (each) => each.textContent === wanted,
      );
      return Math.abs((heading?.getBoundingClientRect().top ?? 1e4) - 12) < 4;
    },
    [words],
    { message: `"${words}" at the top` },
  );

story(
  'headings lead through a long text, the minutes that are left are said, and it opens where it was left',
  async ({ site, visit }) => {
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await turnOn(page, rain.title);
    await choose(page, 'contents');
    await page.click(...inView('.menu .item:nth-child(3)'));
    await isAtHeading(page, 'What the books say');
    await page.waitFor(
      () =>
        document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('.within .left')?.textContent,
    );
    match((await page.text(...inView('.left'))) ?? '', /^[1-6] min left$/);

    await page.go(site.url('/special/fast'));
    await page.waitFor(() => location.pathname === '/special/fast');
    await showsText(page);
    equal(await page.evaluate(() => Math.round(scrollY)), 0);
    await page.go(site.url(rain.path));
    await page.waitFor((path) => location.pathname === path, [rain.path]);
    await showsText(page, rain.title);
    await isAtHeading(page, 'What the books say');
  },
);

/** Waits until the button that does this has the focus: it took the place of the one that was pressed. */
function whenFocused(page: Page, action: string): Promise<boolean> {
  return page.waitFor(
    (name) =>
      document.querySelector('[data-light=view]')?.shadowRoot?.activeElement?.getAttribute('data-action') ===
      name,
    [action],
    { message: `${action} to have the focus` },
  );
}

story('from all the text of a page there is a way back to its article', async ({ site, visit }) => {
  const page = await visit(rain.path);
  await whenLoaded(page, site.url(rain.path));
  await turnOn(page, rain.title);
  await page.settled(600, ...inView('[data-action=whole]'));
  await page.click(...inView('[data-action=whole]'));
  await page.appears(...inView('.whole'));
  await whenFocused(page, 'article');
  await page.settled(600, ...inView('[data-action=article]'));
  await page.press('Enter');
  await page.disappears(...inView('.whole'));
  await page.appears(...inView('[data-action=whole]'));
  await whenFocused(page, 'whole');
  equal(await page.text(...inView('.note')), '', 'and no riddle at its end');
  ok(await page.has(...inView('[data-part=body] blockquote')));
  await leave(page);
});
