import { replacePictures } from '../../src/light/view/text/image-placeholders.ts';

function replace(html: string) {
  const page = document.implementation.createHTMLDocument('');
  const body = page.createDocumentFragment();
  const holder = page.createElement('div');
  holder.innerHTML = html;
  body.append(...holder.childNodes);
  replacePictures(body);
  return [...body.querySelectorAll<HTMLElement>('.picture')].map(
    (picture) => `${picture.querySelector('.name')?.textContent} → ${picture.dataset.address}`,
  );
}

test.each([
  [
    'its own name',
    '<img src="https://a.example/x.png" alt="A gauge">',
    ['A gauge → https://a.example/x.png'],
  ],
  [
    'a word where its caption stands below it',
    '<figure><img src="https://a.example/x.png" alt="Six years"><figcaption>Six years of rain</figcaption></figure>',
    ['Picture → https://a.example/x.png'],
  ],
  [
    'a word where it has no name, not by its file',
    '<img src="https://a.example/i/rain%20gauge.png?w=2">',
    ['Picture → https://a.example/i/rain%20gauge.png?w=2'],
  ],
  [
    'a word where its name is a file',
    '<img src="https://a.example/1.png" alt="662630272724e61320fb7ee2_WUMPUS.webp">',
    ['Picture → https://a.example/1.png'],
  ],
  ['a tracker', '<img src="https://a.example/p.gif" width="1" height="1">', []],
  ['a portrait of who writes', '<img src="https://a.example/u.jpg" alt="Tern" width="96" height="96">', []],
  [
    'a wide, low one',
    '<img src="https://a.example/x.png" alt="Chart" width="600" height="30">',
    ['Chart → https://a.example/x.png'],
  ],
  ['no address', '<img alt="A gauge">', []],
  [
    'one name, though it stands there twice',
    '<img src="https://a.example/x.gif"><p>Rain</p><img src="https://a.example/x.gif">',
    ['Picture → https://a.example/x.gif'],
  ],
])('a picture named by %s', (_, html, expected) => {
  expect(replace(html)).toEqual(expected);
});

const FORMULA = '<img src="https://a.example/f.svg" alt="E = mc²">';

test.each([
  ['a formula in a line', `<p>Energy is ${FORMULA} by that.</p>`, ['picture word']],
  ['a formula in boxes of a line', `<p>Energy is <span><i>${FORMULA}</i></span>.</p>`, ['picture word']],
  ['a formula that comes twice', `<p>Is ${FORMULA}, was ${FORMULA}.</p>`, ['picture word', 'picture word']],
  ['a picture at the beginning', `<p>${FORMULA} Energy is that.</p>`, ['picture']],
  ['a picture of its own', `<p>Energy is that.<br>\n${FORMULA}</p>`, ['picture']],
  ['a picture without a name', '<p>Energy is <img src="https://a.example/f.png">.</p>', ['picture']],
])('%s', (_, html, expected) => {
  const body = document.createElement('div');
  body.innerHTML = html;
  replacePictures(body);
  expect([...body.querySelectorAll('button')].map(({ className }) => className)).toEqual(expected);
});

test.each([
  ['{\\displaystyle a_{0}=b}', 'a_{0}=b'],
  ['{\\textstyle x}', 'x'],
  ['E = mc²', 'E = mc²'],
  ['{a}+{b}', '{a}+{b}'],
])('a formula in a line, %s, is named by what it says', (alt, expected) => {
  expect(replace(`<p>It is <img src="https://a.example/f.svg" alt="${alt}"> here.</p>`)).toEqual([
    `${expected} → https://a.example/f.svg`,
  ]);
});

test.each([
  [
    'a smiley is its signs',
    'Rain again <img src="https://a.example/s.png" alt=":)" width="64" height="64">',
    ':)',
  ],
  [
    'a portrait in a line is none',
    'By <img src="https://a.example/u.png" alt="Tern" width="64" height="64">',
    '',
  ],
])('%s', (_, html, expected) => {
  const body = document.createElement('p');
  body.innerHTML = html;
  replacePictures(body);
  expect(body.textContent).toBe(html.replace(/<.*/, '') + expected);
});

/** What stands in the body: `[name]` a placeholder, `<words>` a link. */
function outline(html: string): string {
  const body = document.createElement('div');
  body.innerHTML = html;
  replacePictures(body);
  const parts = [...body.querySelectorAll('button, a')].map((each) =>
    each.localName === 'a' ? `<${each.textContent}>` : `[${each.querySelector('.name')?.textContent}]`,
  );
  expect(body.querySelector('a button')).toBeNull();
  return parts.join(' ');
}

const PICTURE = '<img src="https://a.example/g.jpg" alt="A gauge">';

test.each([
  ['to a page', `<a href="https://a.example/page">${PICTURE}</a>`, '[A gauge] <Where this picture leads>'],
  ['to itself', `<a href="https://a.example/g.jpg">${PICTURE}</a>`, '[A gauge]'],
  ['to a larger copy', `<a href="https://a.example/large.PNG?w=9">${PICTURE}</a>`, '[A gauge]'],
  ['with words', `<a href="https://a.example/page">${PICTURE}<b>Rain</b></a>`, '[A gauge] <Rain>'],
  [
    'in boxes',
    `<a href="https://a.example/page"><div><span>${PICTURE}</span></div></a>`,
    '[A gauge] <Where this picture leads>',
  ],
  [
    'of a tracker',
    '<p>Rain<a href="https://a.example/page"><img src="https://a.example/t.gif" width="1" height="1"></a></p>',
    '',
  ],
])('a picture in a link %s stands beside it', (_, html, expected) => {
  expect(outline(html)).toBe(expected);
});

test('the size that the page states is said', () => {
  const body = document.createElement('div');
  body.innerHTML = '<img src="https://a.example/g.jpg" alt="A gauge" width="640" height="480">';
  replacePictures(body);
  expect(body.querySelector('.size')?.textContent).toBe('640 × 480');
  // What a screen reader calls it, and what a voice presses it by.
  expect(body.querySelector('button')?.textContent).toBe('Show pictureA gauge640 × 480');
});

test('no picture is left that would be asked for', () => {
  const page = document.implementation.createHTMLDocument('');
  const body = page.createDocumentFragment();
  body.append(Object.assign(page.createElement('img'), { src: 'https://a.example/x.png' }));
  replacePictures(body);
  expect(body.querySelector('img')).toBeNull();
});

test('a caption that is no text of the article stands below its picture', () => {
  const body = document.createElement('div');
  const image = '<img src="https://a.example/x.png" alt="A gauge" data-caption="Gauge 14, by Tern">';
  body.innerHTML = `<figure>${image}</figure><p>${image.replace('x.png', 'y.png')}</p>`;
  replacePictures(body);
  expect([...body.querySelectorAll('figcaption')].map((each) => each.textContent)).toEqual([
    'Gauge 14, by Tern',
  ]);
  expect(body.querySelector('figure > figcaption')?.previousElementSibling?.className).toBe('picture');
});
