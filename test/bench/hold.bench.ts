// Measures what a page still asks for after the button was pressed amid its load: pictures that go out before the rules hold.
import { join } from 'node:path';
import type { Browser, BrowserName } from '../browser/browser.ts';
import { type Site, startSite } from '../site/site.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, openLight, printHead, tellProgress } from './light.ts';
import { type Cell, toMedian, toTable } from './table.ts';

export const about =
  'pictures that a page asks for after a press amid its load, and how long it goes on asking';

const ROUNDS = 20;
/** The page brings a paragraph and a picture so often, in ms; so long a switch takes here at most, in ms. */
const EVERY_MS = 30;
const PIECES = 200;
const WATCHED_MS = 2500;
/** So much of it is here when the button is pressed. */
const PRESSED_AT = 20;

/** What went out after a press. */
interface Late {
  pictures: number;
  /** When the last of them went out, in ms after the press. */
  lastMs: number;
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'before', 'rounds']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const rounds = Number(options.rounds ?? ROUNDS);
  await buildLight();
  await printHead(names);
  for (const name of names) {
    // Another checkout, built, is measured by turns with this one.
    const folder = name === 'chromium' ? 'chrome' : 'firefox';
    const builds = {
      ...(options.before && { before: join(options.before, 'dist', folder) }),
      now: builtFor(name),
    };
    const late = await measureByTurns(name, builds, rounds);
    const rows = Object.entries(late).map(([build, all]): Cell[] => [
      build,
      toMedian(all.map(({ pictures }) => pictures)),
      Math.max(...all.map(({ pictures }) => pictures)),
      toMedian(all.map(({ lastMs }) => lastMs)).toFixed(0),
      Math.max(...all.map(({ lastMs }) => lastMs)).toFixed(0),
    ]);
    const header = ['', 'pictures, median', 'most', 'last after ms, median', 'most'];
    console.log(`${name}: ${rounds} presses, a picture every ${EVERY_MS} ms\n${toTable(header, rows)}\n`);
  }
}

async function measureByTurns(
  name: BrowserName,
  builds: Record<string, string>,
  rounds: number,
): Promise<Record<string, Late[]>> {
  const startedAt = performance.now();
  const site = await startSite();
  const open = async ([build, extension]: [string, string]) =>
    [build, await openLight(name, { extension })] as const;
  const browsers = await Promise.all(Object.entries(builds).map(open));
  const late: Record<string, Late[]> = {};
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [build, browser] of browsers) {
        tellProgress(`${name} ${build} ${round}`);
        late[build] = [
          ...(late[build] ?? []),
          await pressAmid(browser, { site, startedAt }, `${build}-${round}`),
        ];
      }
  } finally {
    await Promise.all([...browsers.map(([, browser]) => browser.close()), site.close()]);
  }
  tellProgress('');
  return late;
}

/** The page comes evenly, so that it always has a picture more to ask for. `startedAt`: of the site's clock, on that of this process. */
async function pressAmid(
  browser: Browser,
  { site, startedAt }: { site: Site; startedAt: number },
  id: string,
): Promise<Late> {
  site.forget();
  const path = `/special/album?plain&pieces=${PIECES}&id=${id}&drip=${PIECES}&every=${EVERY_MS}`;
  const tab = await browser.open(site.url(path));
  await tab.waitFor((least: number) => document.images.length > least, [PRESSED_AT]);
  const pressedAt = performance.now() - startedAt;
  await tab.pressToolbarButton();
  await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
  const late = site.asked.filter((each) => each.path.startsWith('/img/') && each.at > pressedAt);
  await browser.closeTabs();
  return { pictures: late.length, lastMs: Math.max(0, ...late.map((each) => each.at - pressedAt)) };
}
