// Tells presses that a person meant from those of a page's script, and from those on a button that has just moved.

/** A button that was shown or moved so recently is not pressed on purpose, in ms. */
const SETTLED_MS = 500;
const LOOK_MS = 100;
/** A button that is nudged so far, by the page's scrollbar appearing, is still under the finger, in CSS pixels. */
const NUDGE_PX = 20;

/** Tells presses that a person meant from all others. */
export interface PressGuard {
  isMeant(event: Event): boolean;
  stop(): void;
}

/** Watches where `element` stands, until stopped. */
export function watchPresses(element: Element): PressGuard {
  // Not at once: to ask would have all be laid out before there is anything to see.
  let place: number[] | undefined;
  let movedAt = performance.now();
  const look = () => {
    const now = toPlace(element);
    const before = place ?? now;
    place ??= now;
    if (now.every((edge, at) => Math.abs(edge - (before[at] ?? 0)) <= NUDGE_PX)) return;
    movedAt = performance.now();
    place = now;
  };
  let timer: ReturnType<typeof setTimeout>;
  let frame = 0;
  const lookOn = () => {
    look();
    // In a frame, which has to be laid out anyway: between two, all that has come to a growing text would be laid out once more.
    timer = setTimeout(() => {
      frame = requestAnimationFrame(lookOn);
    }, LOOK_MS);
  };
  // The first not in a frame: Firefox has none for a page without a body until somebody asks where something stands in it.
  timer = setTimeout(lookOn, LOOK_MS);
  return {
    isMeant(event) {
      look();
      return event.isTrusted && performance.now() - movedAt >= SETTLED_MS;
    },
    stop() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}

function toPlace(element: Element): number[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, left + width, top + height];
}
