import { readWayOn } from '../../src/light/page/way-on.ts';

const HERE = 'https://ledger.example/notes/weir';

function read(html: string, head = '') {
  const base = `<base href="${HERE}">`;
  return readWayOn(new DOMParser().parseFromString(`${base}${head}<body>${html}`, 'text/html'), HERE);
}

test.each([
  ['a link by its words', '<a href="/notes/weir?page=2">Next page</a>', '/notes/weir?page=2', true],
  [
    'one whose words stand in boxes',
    '<a href="/docs/b"><div>Next</div><div>The gate</div></a>',
    '/docs/b',
    false,
  ],
  [
    'one with an arrow and a name for it',
    '<nav><a href="/book/4" title="فصل بعدی">›</a></nav>',
    '/book/4',
    false,
  ],
  [
    'the page after this one in a row of numbers',
    '<p><b>1</b> <a href="weir/2">2</a> <a href="weir/3">3</a></p>',
    '/notes/weir/2',
    true,
  ],
  [
    'the next number among other words',
    '<a href="/notes/weir-2">Auf Seite 2 weiterlesen</a>',
    '/notes/weir-2',
    true,
  ],
  [
    'the next chapter, which is another text',
    '<a href="/notes/weir/2">Next chapter</a>',
    '/notes/weir/2',
    false,
  ],
])('%s leads on', (_, html, to, isSameText) => {
  const { next, isSameText: isSame } = read(html);
  expect(next?.href).toBe(`https://ledger.example${to}`);
  expect(isSame).toBe(isSameText);
});

test.each([
  ['another site', '<a href="https://other.example/2" rel="next">Next page</a>'],
  ['a place of this page', '<a href="#next">Next page</a>'],
  ['what is not shown', '<p hidden><a href="/notes/weir?page=2">Next page</a></p>'],
  ['the second page of the comments', '<a href="/notes/weir/comment-page-2">2 more comments</a>'],
  ['a headline that begins with such a word', `<a href="/x">Next ${'the river and the town '.repeat(5)}</a>`],
])('%s does not', (_, html) => {
  expect(read(html).next).toBeNull();
});

test('a page says so in its head alone', () => {
  const head = '<link rel="prev" href="/notes/weir"><link rel="next" href="/notes/weir?page=2">';
  expect(read('', head)).toEqual({
    previous: null,
    next: { href: 'https://ledger.example/notes/weir?page=2', words: '' },
    isSameText: true,
  });
});
