import { isolateBlocks, toDirection, toProse, toRtlShare } from '../../src/light/metadata/direction.ts';

const PERSIAN = 'ساعت پنج صبح روز دوم آبان، وقتی هنوز هوا تاریک بود';
const ENGLISH = 'At half past six every morning, before she lets the hens out';

test.each([
  ['Persian', PERSIAN, 1],
  ['English', ENGLISH, 0],
  ['Hebrew', 'בוקר טוב', 1],
  ['no letters', '12:30 — 14', 0],
])('the share of right-to-left letters: %s', (_, text, share) => {
  expect(toRtlShare(text)).toBe(share);
});

test.each([
  ['Persian on a page that says nothing', PERSIAN, 'ltr', 'rtl'],
  ['English on a page that says nothing', ENGLISH, 'ltr', 'ltr'],
  ['Persian with many foreign names, on a right-to-left page', `${PERSIAN} ${ENGLISH}`, 'rtl', 'rtl'],
  ['English on a page that says it is right-to-left', ENGLISH, 'rtl', 'ltr'],
  ['nothing to judge by', '', 'rtl', 'ltr'],
])('%s', (_, text, page, expected) => {
  expect(toDirection(text, page)).toBe(expected);
});

const toBody = (html: string) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};

test('the direction is told by the text, not by its code', () => {
  expect(toProse(toBody('<p>متن <code>const a</code></p><pre>function b() {}</pre>')).trim()).toBe('متن');
});

test.each([
  ['English in English', 'ltr', `<p>${ENGLISH}</p>`, `<p>${ENGLISH}</p>`],
  ['Persian in English', 'ltr', `<p>${PERSIAN}</p>`, `<p dir="rtl">${PERSIAN}</p>`],
  ['English in Persian', 'rtl', `<p>${ENGLISH}</p>`, `<p dir="ltr">${ENGLISH}</p>`],
  ['Persian that begins with a foreign name', 'rtl', `<p>Google ${PERSIAN}</p>`, `<p>Google ${PERSIAN}</p>`],
  [
    'a quotation with its paragraphs',
    'ltr',
    `<blockquote><p>${PERSIAN}</p></blockquote>`,
    `<blockquote dir="rtl"><p>${PERSIAN}</p></blockquote>`,
  ],
  [
    'a paragraph within a quotation',
    'ltr',
    `<blockquote><p>${PERSIAN}${PERSIAN}</p><p>${ENGLISH}</p></blockquote>`,
    `<blockquote dir="rtl"><p>${PERSIAN}${PERSIAN}</p><p dir="ltr">${ENGLISH}</p></blockquote>`,
  ],
  ['a list as a whole', 'rtl', `<ul><li>${ENGLISH}</li></ul>`, `<ul dir="ltr"><li>${ENGLISH}</li></ul>`],
  [
    'an item keeps its side',
    'rtl',
    `<ul><li>${PERSIAN}</li><li>Rain (2)</li></ul>`,
    `<ul><li>${PERSIAN}</li><li><bdi dir="ltr">Rain (2)</bdi></li></ul>`,
  ],
  ['a heading keeps its side', 'rtl', '<h2>Rain!</h2>', '<h2><bdi dir="ltr">Rain!</bdi></h2>'],
  [
    'a cell keeps its column',
    'rtl',
    `<table><tbody><tr><td>Rain</td><td>${PERSIAN}</td></tr></tbody></table>`,
    `<table><tbody><tr><td><bdi dir="ltr">Rain</bdi></td><td>${PERSIAN}</td></tr></tbody></table>`,
  ],
  [
    'what the page says where letters do not tell',
    'rtl',
    '<p dir="ltr">+98 21</p>',
    '<p dir="ltr">+98 21</p>',
  ],
  ['what the page says against its letters', 'rtl', `<p dir="ltr">${PERSIAN}</p>`, `<p>${PERSIAN}</p>`],
  [
    'what looks at the first letter alone',
    'rtl',
    `<div dir="auto"><p>Google ${PERSIAN}</p></div>`,
    `<div><p>Google ${PERSIAN}</p></div>`,
  ],
] as const)('each block runs its own way: %s', (_, direction, given, expected) => {
  const body = toBody(given);
  isolateBlocks(body, direction);
  const holder = document.createElement('div');
  holder.append(body);
  expect(holder.innerHTML).toBe(expected);
});

test('an entry of a list stands as a whole on the side of its headline', () => {
  const entry = (name: string, said: string, dir = '', saidDir = '') =>
    `<li${dir}><a href="/x">${name}</a><p${saidDir}>${said}</p></li>`;
  const body = document
    .createRange()
    .createContextualFragment(
      `<ul>${entry(ENGLISH, PERSIAN)}${entry(PERSIAN, ENGLISH)}${entry(ENGLISH, ENGLISH)}</ul>`,
    );
  isolateBlocks(body, 'ltr', 'links');
  expect([...body.querySelectorAll('li')].map((each) => each.outerHTML)).toEqual([
    entry(ENGLISH, PERSIAN, '', ' dir="rtl"'),
    entry(PERSIAN, ENGLISH, ' dir="rtl"', ' dir="ltr"'),
    entry(ENGLISH, ENGLISH),
  ]);
});
