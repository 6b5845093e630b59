// Plays one page over one link in a real browser, and watches it until nothing is open any more.
import type { Browser, Page } from '../../browser/browser.ts';
import { PageGone, waitUntil } from '../../browser/tab.ts';
import { type Site, startSite } from '../../site/site.ts';
import { drawLoad, KINDS, type Kind, type Load } from './matrix.ts';
import type { Wait } from './reading.ts';
import type { Kept } from './sample.ts';

/** What can be asked of a load while it is under way. `null`: no document of this load is there yet. */
export type Ask<T> = (tab: Page, path: string) => Promise<T | null>;

export interface Played<T> {
  /** The last answer; `null` where no document came. */
  answer: T | null;
  /** When the link died for good, as `Date.now()` tells the time. */
  diedAt: number | null;
}

const POLL_MS = 250;
/** A navigation without an answer for so long has no page that could ask, in ms. */
const UNCOMMITTED_MS = 20_000;

/** Plays a load on a site of its own, until `isOver`. */
export async function play<T>(
  browser: Browser,
  load: Load,
  ask: Ask<T>,
  isOver: (answer: T) => boolean,
): Promise<Played<T>> {
  const { seed, path, shownAfterMs } = drawLoad(load);
  const kind: Kind = KINDS[load.kind];
  const site = await startSite({ seed });
  try {
    const tab = await browser.open('about:blank');
    if (kind.visited) await visit(tab, site, path);
    site.setLink(load.link);
    const url = site.url(path);
    const watched = shownAfterMs === null ? tab : await browser.openInBackground(url);
    if (shownAfterMs === null) await tab.go(url);
    else setTimeout(() => watched.select().catch(() => {}), shownAfterMs); // It may have been closed by then.
    const answer = await watchLoad(watched, path, ask, isOver);
    return { answer, diedAt: site.readDeath() };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

async function watchLoad<T>(
  tab: Page,
  path: string,
  ask: Ask<T>,
  isOver: (answer: T) => boolean,
): Promise<T | null> {
  const giveUpAt = Date.now() + UNCOMMITTED_MS;
  for (;;) {
    const answer = await ask(tab, path).catch((error: Error) => {
      // Between two documents there is nobody to answer.
      if (error instanceof PageGone) return null;
      throw error;
    });
    if (answer && isOver(answer)) return answer;
    if (!answer && Date.now() > giveUpAt) return null;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Over the fast link, to the end, and away to another site. */
async function visit(tab: Page, site: Site, path: string): Promise<void> {
  const go = async (url: string) => {
    await tab.go(url);
    await tab.waitFor((at) => location.href === at && document.readyState === 'complete', [url]);
  };
  await go(site.url(path));
  await go(`${site.elsewhere}/`);
  await waitUntil(() => site.asked.every(({ ended, aborted }) => ended || aborted), {
    message: 'the first visit to be over',
  });
}

/** Nobody is asked after this, at the latest, in ms since the page was first seen, and since its document came. */
const ASKED_BY_MS = { shown: 10_000, commit: 5000 };
/** A text that has not gone on for so long is in trouble, and that is known. */
const WAITED_MS = 9000;
const LONGEST_MS = 30_000;

const isStanding = (wait: Wait, nowMs: number): boolean =>
  wait.forMs > WAITED_MS && wait.fromMs + wait.forMs > nowMs - 1000;

/** Whether there is nothing more to learn: neither of the page nor of what Light may say. */
export function isReadingOver({ startMs, reading }: Kept): boolean {
  const { nowMs, shownMs, readableMs, parsedMs, loadedMs, textWait, pageWait } = reading;
  if (nowMs > LONGEST_MS) return true;
  if (shownMs === null) return false;
  if (readableMs !== null && loadedMs !== null) return true;
  if (nowMs - shownMs < ASKED_BY_MS.shown || nowMs - startMs < ASKED_BY_MS.commit) return false;
  if (readableMs === null || parsedMs !== null) return true;
  return isStanding(textWait, nowMs) || isStanding(pageWait, nowMs);
}
