// All the text of a page: what a style sheet holds apart stays apart.
import { extractWhole } from '../../src/light/extract/keep/whole-page.ts';

function read(html: string): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return extractWhole(page.body).textContent;
}

test.each([
  [
    'who wrote it, and when',
    '<div><span>By Joss Verhaegen</span><time>10 November 2026</time><span>4 min read</span></div>',
    'By Joss Verhaegen 10 November 2026 4 min read',
  ],
  ['links in a row', '<nav><a href="/a">World</a><a href="/b">Science</a></nav>', 'World Science'],
  ['with boxes in them', '<li><a href="/a"><b>World</b></a><span>Today</span></li>', 'World Today'],
])('words that stand beside each other are parted: %s', (_, html, expected) => {
  expect(read(html)).toBe(expected);
});

test.each([
  ['a first letter', '<p><span>W</span><span>hen it rained</span></p>'],
  ['letters that move', '<div><span>R</span><span>a</span><span>in</span></div>'],
  ['parts of a word', '<p>Rain<b>fall</b>, <i>un</i><b>measured</b></p>'],
  ['a heading in two colours', '<h2><span>Snow</span><span>drop</span></h2>'],
  ['code', '<pre><span>lamp</span><span>Oil</span></pre>'],
  ['code in a line', '<code><span>lamp</span><span>Oil</span></code>'],
  ['punctuation', '<div><span>Rain</span><span>, they say</span></div>'],
  ['a sentence', '<div>It is <b>rain</b><i>fall</i></div>'],
])('what is written in one stays in one: %s', (_, html) => {
  expect(read(html)).toBe(new DOMParser().parseFromString(html, 'text/html').body.textContent);
});
