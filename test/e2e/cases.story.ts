// Every page of test/cases is read right, pressed when it has loaded and in a tab that is light already.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { type Case, findWrong, type Mode, readCases, type Shown } from '../cases/case.ts';
import { CASES_FOLDER } from '../site/special/cases.ts';
import { loads, turnOn } from './reading.ts';

const CASES = readCases(CASES_FOLDER).filter(({ unitOnly }) => !unitOnly);
/** What a view says of itself when it has found what there is. */
const ENDS = ['article', 'links', 'nothing', 'incomplete'];

/** Waits until the view over the page at that path has found what there is, and gives it. */
async function whenRead(page: Page, path: string): Promise<Shown> {
  return page.waitFor(
    (ends: string[], wanted: string) => {
      const view = document.querySelector('[data-light=view]');
      if (location.pathname !== wanted || !ends.includes(view?.getAttribute('data-state') ?? '')) return null;
      const body = view?.shadowRoot?.querySelector<HTMLElement>('[data-part=body]');
      return { text: body?.innerText ?? '', html: body?.innerHTML ?? '' };
    },
    [ENDS, path],
    { message: `what there is to read in ${path}` },
  );
}

/** A story of more pages takes longer than a story may. */
const PER_STORY = 15;
const PARTS = Array.from({ length: Math.ceil(CASES.length / PER_STORY) }, (_, at) =>
  CASES.slice(at * PER_STORY, (at + 1) * PER_STORY),
);

async function playAll(
  cases: Case[],
  mode: Mode,
  play: (each: Case, path: string) => Promise<Shown>,
): Promise<void> {
  const wrong: string[] = [];
  for (const each of cases) {
    if (each.mode && each.mode !== mode) continue;
    for (const line of findWrong(each, await play(each, `/cases/${each.name}`)))
      wrong.push(`${each.name}: ${line}`);
  }
  // The runner shows comments as they are, and an error's values cut.
  for (const line of wrong) console.log(`# ${line}`);
  assert.deepEqual(wrong, []);
}

for (const [at, cases] of PARTS.entries()) {
  story(`Small pages are read right when they have loaded (${at + 1} of ${PARTS.length})`, async (scene) => {
    await playAll(cases, 'press', async (_each, path) => {
      const page = await scene.visit(path);
      await loads(page, path);
      await page.pressToolbarButton();
      const shown = await whenRead(page, path);
      await page.close();
      return shown;
    });
  });

  story(`Small pages are read right in a light tab (${at + 1} of ${PARTS.length})`, async (scene) => {
    const page = await scene.visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await playAll(cases, 'first', async (_each, path) => {
      await page.go(scene.site.url(path));
      return whenRead(page, path);
    });
  });
}
