import { toSafe } from '../../src/light/sanitise/sanitise.ts';

function toHtml(content: string): string {
  const holder = document.createElement('div');
  holder.append(document.importNode(toSafe(content), true));
  return holder.innerHTML;
}

test('text, structure and links stay', () => {
  const html =
    '<h2>A station closes</h2><p>See <a href="https://news.example/1">the <em>letter</em></a>.</p><ul><li>One</li></ul>' +
    '<table><tbody><tr><td colspan="2">37 of 40</td></tr></tbody></table><pre><code>GAUGE 14</code></pre>';
  expect(toHtml(html)).toBe(html);
});

test.each([
  ['a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
  ['an event attribute', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
  ['a javascript: address', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['the same with a tab in it', '<a href="java\tscript:alert(1)">a</a>', '<a>a</a>'],
  ['a data: address', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
  ['a data: image', '<img src="data:image/png;base64,AAAA" alt="a">', '<img alt="a">'],
  ['a style', '<p style="position:fixed" class="x">a</p><style>p{}</style>', '<p>a</p>'],
  ['a frame', '<iframe src="https://x.example/"></iframe><p>a</p>', '<p>a</p>'],
  ['a form', '<form action="/x"><input name="a"><button>b</button></form>', '<div>b</div>'],
  [
    'an srcset beacon',
    '<img src="https://x.example/a.png" srcset="https://y.example/b.png 2x">',
    '<img src="https://x.example/a.png" data-sources="https://y.example/b.png 2x">',
  ],
  ['a name that could clobber', '<p name="cookie">a</p>', '<p>a</p>'],
  ['a target', '<a href="https://x.example/" target="_blank">a</a>', '<a href="https://x.example/">a</a>'],
  ['a refresh', '<meta http-equiv="refresh" content="0"><p>a</p>', '<p>a</p>'],
  ['SVG', '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', ''],
  [
    'MathML that mutates',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<math><mtext></mtext></math>',
  ],
  ['data attributes', '<p data-action="leave">a</p>', '<p>a</p>'],
])('%s goes', (_, given, expected) => {
  expect(toHtml(given)).toBe(expected);
});

test('what comes back asks for nothing: it stands in a document without a window', () => {
  expect(toSafe('<img src="https://x.example/a.png">').ownerDocument.defaultView).toBeNull();
});

test('a relative address is one to the base that is given, and none without', () => {
  const html = '<a href="../b">x</a><img src="c.png"><a href="javascript:alert(1)">y</a>';
  const read = (base?: string) =>
    [...toSafe(html, base ? { base } : {}).querySelectorAll('a, img')].map(
      (each) => each.getAttribute('href') ?? each.getAttribute('src'),
    );
  expect(read('https://ledger.example/a/d')).toEqual([
    'https://ledger.example/b',
    'https://ledger.example/a/c.png',
    null,
  ]);
  expect(read()).toEqual([null, null, null]);
});

test('a place that links lead to is still one when the text is made safe again', () => {
  const once = toHtml('<p id="note-1">a</p>');
  expect(once).toMatch(/data-place/);
  expect(toHtml(once)).toBe(once);
  expect(toHtml('<p data-place="x y<b>">a</p>')).toBe('<p>a</p>');
});
