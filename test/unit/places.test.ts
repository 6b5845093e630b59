import { toSafe } from '../../src/light/sanitise/sanitise.ts';
import { leadWithin, type Places } from '../../src/light/view/text/places.ts';
import { createView } from '../../src/light/view/view.ts';

const TEXT = `<ul><li><a href="#gate">The gate</a></li><li><a href="#end">The end</a></li><li><a href="#none">Nowhere</a></li>
<li><a href="#top">Up</a></li><li><a href="https://other.example/#gate">Elsewhere</a></li></ul>
<h2 id="gate">The gate</h2><p>At the gate.<sup><a id="ref" href="#note">1</a></sup></p><h2 id="user-content-end">The end</h2><ol><li id="note">A note.</li></ol>`;

let shown: (string | null)[];
let places: Places;

/** A view with that text, over a page that is here or still comes; gives its links by their addresses. */
function open(state: 'article' | 'arriving', opened = '') {
  const view = createView('news.example', 'leave');
  view.host.setAttribute('data-state', state);
  document.documentElement.append(view.host);
  places = leadWithin(view, opened);
  const grow = () => view.body.append(toSafe(TEXT, { base: location.href }));
  const link = (end: string) => view.body.querySelector<HTMLAnchorElement>(`a[href$="${end}"]`);
  return { grow, link };
}

beforeEach(() => {
  shown = [];
  history.replaceState(null, '', '/page');
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.textContent);
  };
  Element.prototype.scrollTo = () => shown.push('top');
});
afterEach(() => places.stop());

test.each([
  ['#gate', 'The gate', true],
  ['#end', 'The end', true],
  ['#note', 'A note.', true],
  ['#top', 'top', true],
  ['#none', undefined, false],
])('a link to %s shows its place', (href, words, isEntry) => {
  const { grow, link } = open('article');
  grow();
  const before = history.length;
  expect(places.follow(link(href))).toBe(true);
  expect(places.follow(link(href))).toBe(true);
  expect(shown.at(-1)).toBe(words);
  expect(history.length - before).toBe(isEntry ? 1 : 0);
});

test('a link to another page is none to a place', () => {
  const { grow, link } = open('article');
  grow();
  expect(places.follow(link('example/#gate'))).toBe(false);
});

test('the way back from a note shows the lines that its mark stands in', async () => {
  const { grow } = open('article', '#ref');
  grow();
  await Promise.resolve();
  expect(shown).toEqual(['At the gate.1']);
});

test('a place that is still to come is shown when it has come, if the reader has not gone elsewhere', async () => {
  const first = open('arriving', '#gate');
  expect(shown).toEqual([]);
  first.grow();
  await Promise.resolve();
  expect(shown).toEqual(['The gate']);
  places.stop();
  const second = open('arriving', '#gate');
  dispatchEvent(new Event('wheel'));
  second.grow();
  await Promise.resolve();
  expect(shown).toEqual(['The gate']);
});
