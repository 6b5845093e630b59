// Tells when a page could in truth be read. Runs in the page; nothing of Light is asked.

/** What a reader saw of a load so far. All times are ms since the navigation began. */
export interface Reading {
  nowMs: number;
  /** First visible; `null`: not yet. */
  shownMs: number | null;
  /** The first two paragraphs, or headlines, were on the screen; `null`: not yet. */
  readableMs: number | null;
  /** The parser reached the end of the HTML. */
  parsedMs: number | null;
  loadedMs: number | null;
  /** After the first paragraphs: the longest time in which no more of the text came, though there was more. */
  textWait: Wait;
  /** The same for the whole of the HTML, what follows the text included. */
  pageWait: Wait;
}

export interface Wait {
  fromMs: number;
  forMs: number;
}

/** Paragraphs of an article, of an app, headlines of a front page, labels of a form. */
const FIRST = '.story .text p, #app p, .front h3, form label, #editor label';
const LOOK_MS = 80;
/** Browsers hide text that long for a font that blocks: CSS Fonts 4 says about 3 s, and both take 3 s. */
const FONT_BLOCK_MS = 3000;

/** Whether the parser may still be writing in `element`. */
function isLast(page: Document, element: Element): boolean {
  if (page.readyState !== 'loading') return false;
  for (let at: Node | null = element; at; at = at.parentNode) if (at.nextSibling) return false;
  return true;
}

/** Which fonts are on their way and since when: to be noted at every look. */
function watchFonts(page: Document): { note(): void; isHiding(element: Element): boolean } {
  const seenAtMs = new Map<string, number>();
  const loading = () =>
    [...page.fonts].filter((face) => face.status === 'loading' && /auto|block/.test(face.display));
  const keyOf = (face: FontFace) => `${face.family} ${face.weight} ${face.style}`;
  const plain = (name: string) => name.trim().replace(/^["']|["']$/g, '');
  return {
    note() {
      for (const face of loading()) seenAtMs.set(keyOf(face), seenAtMs.get(keyOf(face)) ?? performance.now());
    },
    isHiding(element) {
      const [family = ''] = getComputedStyle(element).fontFamily.split(',');
      return loading().some((face) => {
        const sinceMs = performance.now() - (seenAtMs.get(keyOf(face)) ?? performance.now());
        return plain(face.family) === plain(family) && sinceMs < FONT_BLOCK_MS;
      });
    },
  };
}

function isOnScreen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  // A page further down is one turn of the wheel away: a tall picture above the text hides nothing.
  const isNear =
    box.height > 0 && box.top + scrollY < 2 * innerHeight && box.left < innerWidth && box.right > 0;
  return isNear && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** The longest stretch without growth of a number, while it is still to grow. */
function watchGrowth(): { note(size: number, isWhole: boolean): void; longest: Wait } {
  let size = -1;
  let grewAtMs = 0;
  let isOver = false;
  const growth = {
    longest: { fromMs: 0, forMs: 0 },
    note(next: number, isWhole: boolean) {
      if (isOver) return;
      const now = performance.now();
      if (size >= 0 && now - grewAtMs > growth.longest.forMs)
        growth.longest = { fromMs: grewAtMs, forMs: now - grewAtMs };
      if (next !== size) grewAtMs = now;
      size = next;
      isOver = isWhole;
    },
  };
  return growth;
}

/** Watches from now on; the function returned tells what has been seen. */
export function watchReading(page: Document): () => Reading {
  const fonts = watchFonts(page);
  const text = watchGrowth();
  const html = watchGrowth();
  const times = { shownMs: null, readableMs: null, parsedMs: null, loadedMs: null } as Times;
  let isDrawing = false;

  const findFirst = () => [...page.querySelectorAll(FIRST)].slice(0, 2);
  const isReadable = (): boolean => {
    const first = findFirst();
    const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
    return (
      first.length === 2 &&
      isPainted &&
      first.every((each) => !isLast(page, each) && isOnScreen(each) && !fonts.isHiding(each))
    );
  };
  // In the first frame it is laid out and painted, the second begins after that. Chromium has none while it holds painting up.
  const whenDrawn = () => requestAnimationFrame(() => requestAnimationFrame(drawn));
  const drawn = () => {
    isDrawing = false;
    if (isReadable()) times.readableMs ??= performance.now();
  };
  const noteGrowth = () => {
    const isParsed = times.parsedMs !== null;
    const around = findFirst()[0]?.parentElement;
    if (around) text.note(around.textContent?.length ?? 0, isParsed || !isLast(page, around));
    html.note(page.body.textContent?.length ?? 0, isParsed);
  };
  const look = () => {
    const now = performance.now();
    fonts.note();
    if (page.readyState !== 'loading') times.parsedMs ??= now;
    if (page.readyState === 'complete') times.loadedMs ??= now;
    if (page.visibilityState === 'visible') times.shownMs ??= now;
    if (times.readableMs !== null) noteGrowth();
    else if (!isDrawing && isReadable()) {
      isDrawing = true;
      whenDrawn();
    }
  };
  if (page.visibilityState === 'visible') times.shownMs = 0;
  for (const type of ['readystatechange', 'visibilitychange']) page.addEventListener(type, look);
  setInterval(look, LOOK_MS);
  return () => ({ nowMs: performance.now(), ...times, textWait: text.longest, pageWait: html.longest });
}

type Times = Pick<Reading, 'shownMs' | 'readableMs' | 'parsedMs' | 'loadedMs'>;
