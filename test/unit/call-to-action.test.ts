import { extractReading } from '../../src/light/extract/article.ts';
import { extractCallsToAction } from '../../src/light/extract/prepare/call-to-action.ts';
import { toBlocks } from '../../src/light/view/text/content-blocks.ts';
import { articlePage } from '../site/pages/article.ts';
import type { Places } from '../site/reply.ts';
import { rain } from '../site/texts/rain.ts';

Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });

const HOST = 'https://news.example';
const PLACES = new Proxy(
  {},
  { get: (_, name) => (name === 'news' ? HOST : `https://${String(name)}.example`) },
) as Places;

function toPage(html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.head.prepend(Object.assign(page.createElement('base'), { href: `${HOST}/rain` }));
  return page;
}

const toLine = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('what an article of the test site asks of its readers has its place, and is no part of the text', () => {
  const html = articlePage(rain, PLACES);
  const reading = extractReading(toPage(html), { hostname: 'news.example', direction: '', plainText: false });
  const body = document.createElement('div');
  if (reading) body.append(...toBlocks(reading.body));
  expect(toLine(body)).not.toMatch(/every Friday/);
  const [call, ...others] = extractCallsToAction(toPage(html), body);
  expect(others).toEqual([]);
  expect(call?.title).toBe('The valley, every Friday');
  expect(toLine(call?.content)).toBe(
    'One letter a week on weather, water and the people who measure them. It is plain text and it is free.',
  );
  const before = [...toPage(html).querySelectorAll('.promo')][0]?.previousElementSibling;
  expect(toLine(call?.after)).toBe(toLine(before));
});

const ONE = 'It rained for the whole of a long day, and nobody counted the drops.';
const TWO = 'On the next day it rained again, and a child counted all of them.';
const ASK =
  '<h3>The letter</h3><p>Each Friday, all about rain. It is free.</p><a href="/letter">Subscribe</a>';

function find(between: string, after = '') {
  const text = Object.assign(document.createElement('div'), { innerHTML: `<p>${ONE}</p><p>${TWO}</p>` });
  const html = `<body><article><p>${ONE}</p>${between}<p>${TWO}</p>${after}</article>`;
  return extractCallsToAction(toPage(html), text).map(({ title, content, after: block }) => [
    title,
    toLine(content),
    toLine(block),
  ]);
}

test.each([
  ['by its class', `<div class="newsletter-box">${ASK}</div>`],
  ['by its id', `<section id="newsletter_signup">${ASK}</section>`],
  ['in a box around it', `<aside><div class="cta"><div class="promo">${ASK}</div></div></aside>`],
])('it is known %s', (_, between) => {
  expect(find(between)).toEqual([['The letter', 'Each Friday, all about rain. It is free.Subscribe', ONE]]);
});

test.each([
  [
    'a box in which nothing can be pressed',
    '<div class="promo"><p>Each Friday, all about rain. It is free.</p></div>',
    '',
  ],
  ['a list of other articles', `<div class="promo">${ASK}<a href="/1">One</a><a href="/2">Two</a></div>`, ''],
  ['what is as long as a text', `<div class="promo">${ASK}<p>${ONE.repeat(8)}</p></div>`, ''],
  ['what stands below the text', '', `<div class="promo">${ASK}</div>`],
  ['an ordinary box', `<div class="photo-credit">${ASK}</div>`, ''],
])('%s is none', (_, between, after) => {
  expect(find(between, after)).toEqual([]);
});
