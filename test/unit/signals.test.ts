import { countText, readArrival } from '../../src/watch/signals.ts';
import { READABLE_CHARS } from '../../src/watch/verdict.ts';

const SENTENCE = 'The river rose by two metres in the dark, and the siren sounded at ten past one.';

beforeEach(() => {
  document.body.innerHTML = '';
});

test('a document without a body has no text yet', () => {
  const page = document.implementation.createHTMLDocument('');
  page.body.remove();
  expect(countText(page, false)).toBe(0);
});

test('running text counts, wherever it stands', () => {
  document.body.innerHTML = `<div>${SENTENCE}<br>${SENTENCE}</div><p>${SENTENCE}</p>`;
  expect(countText(document, false)).toBe(3 * SENTENCE.length);
});

test('menus, scripts, styles and what is being typed do not', () => {
  document.body.innerHTML = `<nav><a>World</a><a>Science</a></nav><script type="x">${SENTENCE}</script>
    <style>${SENTENCE}</style><noscript>${SENTENCE}</noscript><textarea>${SENTENCE}</textarea>`;
  expect(countText(document, false)).toBe(0);
});

test('a Chinese, Japanese or Korean sentence says as much in fewer characters', () => {
  document.body.innerHTML = '<p>河は暗闇のうちに二メートル増水し、午前一時十分にサイレンが鳴った。</p>';
  expect(countText(document, false)).toBeGreaterThan(80);
});

test('of a page that has painted, only what can be seen counts', () => {
  document.body.innerHTML = `<p hidden>${SENTENCE}</p><p>${SENTENCE}</p>`;
  // jsdom computes no styles.
  const isSeen = (element: Element) => !element.hasAttribute('hidden');
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return isSeen(this);
    },
  });
  expect(countText(document, true)).toBe(SENTENCE.length);
});

test('a long page costs no more than a readable one', () => {
  document.body.innerHTML = `<p>${SENTENCE}</p>`.repeat(1000);
  expect(countText(document, false)).toBeLessThan(READABLE_CHARS + SENTENCE.length);
});

test('a script that grows is something that arrives, and Chromium may not show that it does', () => {
  performance.getEntriesByType = () => [];
  document.body.innerHTML = `<p>${SENTENCE}</p><script type="x">var rows = [1</script>`;
  const before = readArrival(document);
  expect(before.blind).toBe(true);
  document.querySelector('script')?.firstChild?.replaceWith('var rows = [1, 2');
  expect(readArrival(document).count).toBe(before.count + 3);
});

test('after a script the page shows whatever comes', () => {
  performance.getEntriesByType = () => [];
  document.body.innerHTML = `<script type="x">var rows = [1]</script>\n`;
  expect(readArrival(document).blind).toBe(false);
});

test('the question, which stands outside of the body while it comes, is nothing that has arrived', () => {
  performance.getEntriesByType = () => [];
  document.body.innerHTML = `<p>${SENTENCE}</p>`;
  const { count } = readArrival(document);
  const host = document.documentElement.appendChild(document.createElement('div'));
  expect(readArrival(document).count).toBe(count);
  host.remove();
});
