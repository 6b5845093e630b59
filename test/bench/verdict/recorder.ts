// Records what the watcher would see of a load, in its place in every page, and asks nobody anything.
import { watchActiveTime } from '../../../src/watch/active-time.ts';
import { readArrival, readSignals } from '../../../src/watch/signals.ts';
import { watchReading } from './reading.ts';
import { ANSWER, ASK, type Kept, SAMPLE_MS, type Sample } from './sample.ts';

function record(): void {
  const startMs = performance.now();
  const countActiveMs = watchActiveTime(document);
  const readReading = watchReading(document);
  const samples: Sample[] = [];
  let arrived = 0;
  let arrivedAtMs = 0;
  let typed = false;

  const look = (activeMs: number) => {
    const { count, blind } = readArrival(document);
    if (count !== arrived) arrivedAtMs = activeMs;
    arrived = count;
    const signals = readSignals(document, activeMs - arrivedAtMs, typed);
    samples.push({
      atMs: performance.now(),
      activeMs,
      visible: document.visibilityState === 'visible',
      arrived,
      blind,
      loaded: document.readyState === 'complete',
      ...signals,
    });
  };
  const repeat = () => {
    look(countActiveMs(SAMPLE_MS));
    setTimeout(repeat, SAMPLE_MS);
  };
  look(countActiveMs(0));
  setTimeout(repeat, SAMPLE_MS);
  addEventListener('input', () => (typed = true), { capture: true, once: true });
  // The last moment before the watcher would stop.
  addEventListener('load', () => look(countActiveMs(0)), { once: true });
  document.addEventListener(ASK, (event) => {
    const isLast = (event as CustomEvent).detail === 'samples';
    const kept: Kept = { startMs, timeOrigin: performance.timeOrigin, reading: readReading() };
    const detail = JSON.stringify(isLast ? { ...kept, samples } : kept);
    document.dispatchEvent(new CustomEvent(ANSWER, { detail }));
  });
}

if (document.contentType === 'text/html') record();
