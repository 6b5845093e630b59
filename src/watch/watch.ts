// Watches each page from its first byte, and tells the background of a load in trouble.
// Every page pays for this file, so it uses no library, writes nothing and speaks only in trouble.
import { hearFirst } from '../common/document/first-events.ts';
import { ask } from '../common/messages.ts';
import { watchActiveTime } from './active-time.ts';
import { readArrival, readSignals } from './signals.ts';
import { toReport } from './slow-report.ts';
import { BLIND_MS, EAGER_MS, toVerdict } from './verdict.ts';

/** How often a load that is not over yet is looked at, in ms. */
const LOOK_MS = 500;

function watchLoad(): void {
  // The page has no elements yet, which could have that name (see `readWorld`).
  globalThis.lightWorld ??= {};
  const world = globalThis.lightWorld;
  world.documentAddress = location.href;
  hearFirst(world);
  const countActiveMs = watchActiveTime(document);
  let arrived = 0;
  let arrivedAtMs = 0;
  let typed = false;

  const stop = () => {
    clearInterval(timer);
    // The page has come after all, or will not come any more.
    world.question?.tell('over');
  };
  const look = () => {
    // The reader stopped the load, or reads it in Light, or it is over: waiting brings nothing more.
    if (document.readyState === 'complete' || world.view) return stop();
    const activeMs = countActiveMs(LOOK_MS);
    if (document.hidden) return;
    const { count, blind } = readArrival(document);
    if (count !== arrived) arrivedAtMs = activeMs;
    arrived = count;
    if (activeMs < EAGER_MS) return;
    const unseenMs = activeMs - arrivedAtMs;
    const quietMs = blind && unseenMs < BLIND_MS ? 0 : unseenMs;
    const trouble = toVerdict(readSignals(document, quietMs, typed));
    if (!trouble) world.question?.tell('readable');
    // Where the extension was updated or switched off under the page, nobody is left to ask.
    else if (!world.question)
      ask('slow', toReport(document, { trouble, activeMs, quietMs })).then(
        (answer) => answer.ok || answer.reason !== 'not-here' || stop(),
      );
  };

  addEventListener('load', stop);
  addEventListener('input', () => (typed = true), true);
  const timer = setInterval(look, LOOK_MS);
}

// A picture, a feed or a PDF has no text that Light could bring sooner.
if (/html/.test(document.contentType)) watchLoad();
