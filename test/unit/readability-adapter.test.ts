import Readability from '@mozilla/readability/Readability.js';
import { findArticle, fixPictures } from '../../src/light/extract/readability-adapter.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const toWords = (content: Node | null) => (content?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Gives the body back what it holds now. */
function toRestore(page: Document): () => void {
  const copy = page.body.cloneNode(true);
  return () => page.body.replaceChildren(...copy.cloneNode(true).childNodes);
}
const SENTENCE = 'At half past six every morning she walks to the end of her garden, with a torch. ';
const prose = (times = 8) => `<p>${SENTENCE.repeat(2)}</p>`.repeat(times);

const PAGES = {
  'a plain article': `<article>${prose()}</article>`,
  'a byline in the text': `<article><div class=byline>By <span itemprop=name>Ann</span></div>${prose()}</article>`,
  'a writer that is told by microdata': `<article><span itemprop=author>Ann</span>${prose()}</article>`,
  'a part that is hidden by its style': `<article>${prose()}<p style="display: none">${SENTENCE}</p></article>`,
  'a part that is hidden from assistive technology': `<article>${prose()}<p aria-hidden=true>${SENTENCE}</p></article>`,
  'empty boxes, and boxes of one paragraph': `<article><div><br></div><div> ${prose(1)} </div><div><div></div></div>${prose()}</article>`,
  'lists of links, and links in the text': `<article>${prose()}<ul>${'<li><a href=/a>Elsewhere</a></li>'.repeat(9)}</ul><p>${SENTENCE}<a href=/b>there</a></p></article>`,
  'a box to share': `<article>${prose()}<div class=share>Tell it to others</div></article>`,
  'line breaks for paragraphs': `<article>${SENTENCE.repeat(8)}<br><br>${SENTENCE.repeat(8)}</article>`,
  'text that is found at the second try': `<div class=comment>${prose()}</div><p>${SENTENCE}</p>`,
  'text that is found at no try to be long': `<div class=sidebar><p>${SENTENCE}<br><br>${SENTENCE}</p></div>`,
  nothing: '',
};

test.each(Object.entries(PAGES))(
  'the words are those that Readability finds as it is released: %s',
  (_, html) => {
    const page = parse(`<title>Rain in the valley</title>${html}`);
    const { content } = findArticle(page, toRestore(page));
    const stock = new Readability<Node>(parse(`<title>Rain in the valley</title>${html}`), {
      serializer: (node) => node,
    }).parse();
    expect(toWords(content)).toBe(toWords(stock?.content ?? null));
  },
);

test('what stands in the head is not gone through, but addresses stay relative to the base', () => {
  const page = parse(
    `<base href="https://a.example/b/"><meta name=author content=Ann><article>${prose()}</article>`,
  );
  const { content } = findArticle(page, toRestore(page));
  expect(page.querySelector('meta')).toBeNull();
  expect(content?.baseURI).toBe('https://a.example/b/');
});

test('pictures get their addresses also where Readability took out the root of the page, which is named like a box', () => {
  const page = parse(`<html class="sidebar-ad"><body><article>${prose()}</article></body></html>`);
  const content = page.createElement('div');
  content.innerHTML = '<img class="lazy" data-src="https://a.example/rain.jpg">';
  page.documentElement.remove();
  fixPictures(page, content);
  expect(content.querySelector('img')?.getAttribute('src')).toBe('https://a.example/rain.jpg');
});
