/** @jest-environment node */
import { JSDOM } from 'jsdom';
import { type Arrived, isSoon } from '../bench/arrive/corpus-report.ts';
import { toGrowingPage } from '../bench/arrive/growing-page.ts';
import { toMoments, toSeconds } from '../bench/arrive/link-time.ts';
import { findMarks, readLetters, toLetters } from '../bench/arrive/telling-words.ts';

const FIRST = 'At half past six every morning she walks to the end of her garden with a torch and a pencil.';
const LAST = 'Then she writes one number in a school exercise book, and sends it to her neighbours by nine.';
const HTML = `<!doctype html><title>Rain</title><script>"${LAST}"</script><h1>Rain</h1>
<p>At half past six <b>every</b> morning she walks to the end of her garden with a torch &amp; a pencil.</p>
<p>${LAST}</p><footer>The end</footer>`.replace('torch &amp; a', 'torch and a');

const toDom = (html: string) => new JSDOM(html, { includeNodeLocations: true });

test('the first and the last paragraph of a gold text are found where they end in the HTML, not in a script', () => {
  const marks = findMarks(readLetters(toDom(HTML)), `Rain\n\n${FIRST}\n\n2 November 2026\n\n${LAST}\n`);
  expect(toLetters(FIRST).endsWith(marks?.first.key ?? '-')).toBe(true);
  expect(HTML.slice(0, marks?.first.htmlChars)).toMatch(/with a torch and a pencil$/);
  expect(HTML.slice(0, marks?.last.htmlChars)).toMatch(/to her neighbours by nine$/);
});

test('a gold text that does not stand in the page has no marks', () => {
  expect(findMarks(readLetters(toDom(HTML)), `${FIRST} And more.`)).toBeNull();
});

test('a page grows in the order of its HTML, an open text letter by letter, and is the same in the end', () => {
  const dom = toDom(HTML);
  const { page, growTo } = toGrowingPage(dom);
  growTo(HTML.indexOf('every') + 2);
  expect(page.body.textContent?.trim().endsWith('At half past six ev')).toBe(true);
  expect(page.querySelector('footer')).toBeNull();
  growTo(HTML.length);
  expect(page.documentElement.outerHTML).toBe(dom.window.document.documentElement.outerHTML);
});

test('HTML comes packet by packet, after the latency of the link', () => {
  const html = Array.from({ length: 3000 }, (_, at) => `<p>${at * 7919}</p>`).join('');
  const moments = toMoments(html, { kbps: 50, latencyMs: 500 });
  expect(moments[0]?.seconds).toBeGreaterThan(0.5);
  expect(moments.at(-1)?.htmlChars).toBe(html.length);
  for (const [at, { seconds, htmlChars }] of moments.slice(1).entries()) {
    expect(seconds).toBeGreaterThan(moments[at]?.seconds ?? 0);
    expect(htmlChars).toBeGreaterThan(moments[at]?.htmlChars ?? 0);
  }
  expect(toSeconds(moments, 1)).toBe(moments[0]?.seconds);
  expect(toSeconds(moments, html.length)).toBe(moments.at(-1)?.seconds);
});

test.each([
  ['as soon as its bytes', 2, true],
  ['within 1.15 times and 0.3 s', 2.59, true],
  ['later', 2.61, false],
  ['never', null, false],
])('a first paragraph that is there %s', (_, first, soon) => {
  const arrived = { client: { first: 2, last: 3 }, light: { first, last: 3 } } as Arrived;
  expect(isSoon(arrived)).toBe(soon);
});
