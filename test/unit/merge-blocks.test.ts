import { toBlocks } from '../../src/light/view/text/content-blocks.ts';
import { insertBlock, keepPlace, mergeBlocks } from '../../src/light/view/text/merge-blocks.ts';

function toFragment(html: string): DocumentFragment {
  return document.createRange().createContextualFragment(html);
}

function toBody(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  return body;
}

const toHtml = (blocks: Element[]): string => blocks.map(({ outerHTML }) => outerHTML).join('');

test.each([
  ['<p>a</p><p>b</p>', '<p>a</p><p>b</p>'],
  ['<div><div><p>a</p></div><ul><li>b</li></ul></div>', '<p>a</p><ul><li>b</li></ul>'],
  ['<div>a <b>b</b></div>', '<p>a <b>b</b></p>'],
  ['a <i>b</i><p>c</p>d', '<p>a <i>b</i></p><p>c</p><p>d</p>'],
  [
    '<div dir="rtl" lang="fa"><p>a</p><p dir="ltr">b</p></div>',
    '<p dir="rtl" lang="fa">a</p><p dir="ltr" lang="fa">b</p>',
  ],
  ['<div> </div><p></p><hr>', '<hr>'],
  ['<p><img src="x"></p>', '<p><img src="x"></p>'],
  ['<p>\n<br> <br>a<br>b<br></p>', '<p>a<br>b</p>'],
  ['<div><br>a</div>', '<p>a</p>'],
  ['<pre> a<br></pre>', '<pre> a<br></pre>'],
])('%s is these blocks: %s', (html, blocks) => {
  expect(toHtml(toBlocks(toFragment(html)))).toBe(blocks);
});

test('what stands there already stays the same element', () => {
  const body = toBody('<p>The first of them, as it came</p><p>The second of them, as it came</p>');
  const [first, second] = body.children;
  mergeBlocks(
    body,
    toBlocks(
      toFragment(
        '<p>A lead</p><p>The first of them, as it came</p><h2>New</h2><p>The second of them, as it came</p><p>End</p>',
      ),
    ),
  );
  expect([...body.children].map(({ textContent }) => textContent)).toEqual([
    'A lead',
    'The first of them, as it came',
    'New',
    'The second of them, as it came',
    'End',
  ]);
  expect(body.children[1]).toBe(first);
  expect(body.children[3]).toBe(second);
});

test('what is not in the whole text goes', () => {
  const body = toBody('<p>A notice that is no part of it</p><p>The first of them</p><p>Share</p>');
  mergeBlocks(body, toBlocks(toFragment('<p>The first of them</p>')));
  expect(toHtml([...body.children])).toBe('<p>The first of them</p>');
});

test('a short block that stands again far below is not taken for that one', () => {
  const body = toBody(`<p>One and only first</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p><p>*</p>`);
  const two = body.children[1];
  mergeBlocks(body, toBlocks(toFragment('<p>*</p><p>One and only first</p><p>Two</p>')));
  expect(toHtml([...body.children])).toBe('<p>*</p><p>One and only first</p><p>Two</p>');
  expect(body.children[2]).toBe(two);
});

test('the same text from another source is not put there twice', () => {
  const body = toBody('<p>a</p><p>c</p>');
  const b = document.createElement('p');
  b.textContent = 'b';
  const a = b.cloneNode() as HTMLElement;
  a.textContent = 'a';
  const c = b.cloneNode() as HTMLElement;
  c.textContent = 'c';
  let at = 0;
  for (const block of [a, b, c]) at = insertBlock(body, block, at);
  expect(body.textContent).toBe('abc');
});

test('what the reader looks at stays where it is', () => {
  const body = toBody('<p>above</p><p>read</p>');
  document.body.append(body);
  const read = body.children[1] as HTMLElement;
  let top = 100;
  read.getBoundingClientRect = () => ({ top, bottom: top + 20 }) as DOMRect;
  const scroller = document.documentElement;
  scroller.scrollTop = 300;
  const moved: unknown[] = [];
  scroller.scrollBy = (...args: unknown[]) => void moved.push(args[0]);
  keepPlace(body, scroller, () => {
    top = 140;
  });
  expect(moved).toEqual([{ top: 40, behavior: 'instant' }]);
  scroller.scrollTop = 0;
  keepPlace(body, scroller, () => {
    top = 180;
  });
  expect(moved).toHaveLength(1);
});

test('entries that grew one by one stay the same elements in the whole list, and get what is said of them', () => {
  const body = toBody('<ul><li><a href="/1">One</a></li></ul><ul><li><a href="/2">Two</a></li></ul>');
  const [one, two] = body.querySelectorAll('li');
  const list =
    '<ul><li><a href="/0">New</a></li><li><a href="/1">One</a><p>said</p></li></ul><h2>More</h2><ul><li><a href="/2">Two</a></li></ul>';
  mergeBlocks(body, toBlocks(toFragment(list)));
  expect(body.innerHTML).toBe(list);
  expect([...body.querySelectorAll('li')].slice(1)).toEqual([one, two]);
  expect(body.querySelectorAll('li')[1]).toBe(one);
});
