// In the place of Light's watcher in every page: keeps what the watcher would have seen, and asks nobody anything.
import { watchActiveTime } from '../../../src/watch/clock.ts';
import { countArrived, readSignals } from '../../../src/watch/signals.ts';
import { watchReading } from './reading.ts';
import { ANSWER, ASK, type Kept, SAMPLE_MS, type Sample } from './sample.ts';

function record(): void {
  const startMs = performance.now();
  const clock = watchActiveTime(document);
  const readReading = watchReading(document);
  const samples: Sample[] = [];
  let arrived = 0;
  let arrivedAtMs = 0;
  let typed = false;

  const look = () => {
    const activeMs = clock.readMs();
    const count = countArrived(document);
    if (count !== arrived) arrivedAtMs = activeMs;
    arrived = count;
    const signals = readSignals(document, activeMs - arrivedAtMs, typed);
    samples.push({
      atMs: performance.now(),
      activeMs,
      visible: document.visibilityState === 'visible',
      arrived,
      ...signals,
    });
  };
  const repeat = () => {
    clock.tick(SAMPLE_MS);
    look();
    setTimeout(repeat, SAMPLE_MS);
  };
  look();
  setTimeout(repeat, SAMPLE_MS);
  addEventListener('input', () => (typed = true), { capture: true, once: true });
  // The last moment before the watcher would stop.
  addEventListener('load', look, { once: true });
  document.addEventListener(ASK, (event) => {
    const isLast = (event as CustomEvent).detail === 'samples';
    const kept: Kept = { startMs, timeOrigin: performance.timeOrigin, reading: readReading() };
    const detail = JSON.stringify(isLast ? { ...kept, samples } : kept);
    document.dispatchEvent(new CustomEvent(ANSWER, { detail }));
  });
}

if (document.contentType === 'text/html') record();
