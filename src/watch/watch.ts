// In every page from its first byte: without this, nobody would notice that the page is slow.
// Every page pays for this file, so it uses no library, writes nothing and speaks only in trouble.
import { ask, NOT_HERE } from '../common/messages.ts';
import { watchActiveTime } from './clock.ts';
import { toReport } from './report.ts';
import { countArrived, readSignals } from './signals.ts';
import { EAGER_MS, toVerdict } from './verdict.ts';

/** How often a load that is not over yet is looked at, in ms. */
const LOOK_MS = 500;

function watch(): void {
  // Before the page has elements: one of such a name would be taken for Light's own word.
  globalThis.lightHere = globalThis.lightWithdraw = undefined;
  const clock = watchActiveTime(document);
  let arrived = 0;
  let arrivedAtMs = 0;
  let typed = false;
  let timer: ReturnType<typeof setTimeout>;

  const stop = () => {
    clearTimeout(timer);
    clock.stop();
    // The page has come after all, or will not come any more.
    globalThis.lightWithdraw?.();
  };
  const wait = () => {
    timer = setTimeout(look, LOOK_MS);
  };
  const onRefusal = ({ message }: Error) => {
    if (message === NOT_HERE) stop();
  };
  const look = () => {
    // The reader stopped the load, or reads it in Light, or it is over: waiting brings nothing more.
    if (document.readyState === 'complete' || globalThis.lightHere) return stop();
    clock.tick(LOOK_MS);
    if (document.hidden) return wait();
    const activeMs = clock.readMs();
    const count = countArrived(document);
    if (count !== arrived) arrivedAtMs = activeMs;
    arrived = count;
    wait();
    if (activeMs < EAGER_MS) return;
    const quietMs = activeMs - arrivedAtMs;
    const trouble = toVerdict(readSignals(document, quietMs, typed));
    if (!trouble) globalThis.lightWithdraw?.();
    // Where the extension was updated or switched off under the page, nobody is left to ask.
    else if (!globalThis.lightWithdraw)
      ask('slow', toReport(document, trouble, activeMs, quietMs)).catch(onRefusal);
  };

  addEventListener('load', stop, { once: true });
  addEventListener('pageshow', (event) => event.persisted && stop());
  addEventListener('input', () => (typed = true), { capture: true, once: true });
  wait();
}

// A picture, a feed or a PDF has no text that Light could bring sooner.
if (/html/.test(document.contentType)) watch();
