// Without this, a reader would look at an empty view while half of the text is already here.

/** Nothing new for so long is a stall the reader is told of, in ms: Nielsen's limit of attention. */
const STALL_MS = 10_000;
const LOOK_MS = 500;

/** Calls back each time the document has not grown for `STALL_MS`, once a stall, until stopped. */
export function whenStalled(onStall: () => void): { stop(): void } {
  let elements = 0;
  let grownAt = performance.now();
  let told = false;
  const timer = setInterval(() => {
    const now = document.getElementsByTagName('*').length;
    if (now !== elements) {
      elements = now;
      grownAt = performance.now();
      told = false;
    } else if (!told && performance.now() - grownAt > STALL_MS) {
      told = true;
      onStall();
    }
  }, LOOK_MS);
  return { stop: () => clearInterval(timer) };
}
