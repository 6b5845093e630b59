import { replacePictures } from '../../src/light/pictures.ts';

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
    'its caption',
    '<figure><img src="https://a.example/x.png"><figcaption>Six years</figcaption></figure>',
    ['Six years → https://a.example/x.png'],
  ],
  [
    'its file',
    '<img src="https://a.example/i/rain%20gauge.png?w=2">',
    ['rain gauge.png → https://a.example/i/rain%20gauge.png?w=2'],
  ],
  [
    'a file that is not UTF-8',
    '<img src="https://a.example/%E1.png">',
    ['%E1.png → https://a.example/%E1.png'],
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
    ['x.gif → https://a.example/x.gif'],
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

test('no picture is left that would be asked for', () => {
  const page = document.implementation.createHTMLDocument('');
  const body = page.createDocumentFragment();
  body.append(Object.assign(page.createElement('img'), { src: 'https://a.example/x.png' }));
  replacePictures(body);
  expect(body.querySelector('img')).toBeNull();
});
