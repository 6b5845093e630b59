// What the view's host says of the page that is shown in it.
import { extractReading } from '../../src/light/extract/article.ts';
import { createView, showReading } from '../../src/light/view/view.ts';

const SENTENCE =
  'At half past six every morning she walks to the end of her garden with a torch and a pencil. ';
const HEADLINES = Array.from(
  { length: 12 },
  (_, at) =>
    `<article class="card"><h3><a href="/news/${at}-story-of-rain">The night train comes back to the coast, part ${at}</a></h3></article>`,
).join('');
const NEWS = `<title>The valley</title><meta property="article:published_time" content="2026-02-03"><article><h1>The valley</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(6)}</article>`;

test.each([
  ['an article', NEWS, 'https://ledger.example/2026/02/the-valley', 'article', 'article'],
  [
    'a front page',
    `<title>The Ledger</title><main>${HEADLINES}</main>`,
    'https://ledger.example/',
    'listing',
    'links',
  ],
])('the host of the view says what kind of page it shows: %s', (_, html, address, kind, state) => {
  const page = new DOMParser().parseFromString(`<base href="${address}">${html}`, 'text/html');
  const reading = extractReading(page, { hostname: 'ledger.example', direction: 'ltr', plainText: false });
  const view = createView('ledger.example', 'leave');
  if (reading) showReading(view, reading);
  expect(view.host.dataset).toMatchObject({ kind, state });
});
