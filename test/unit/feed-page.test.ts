import { extractReading } from '../../src/light/extract/article.ts';
import { toFeedPage } from '../../src/light/source/feed-page.ts';

const ENTRIES = [1, 2, 3, 4];
const RSS = `<?xml version="1.0"?><!-- weekly --><rss version="2.0"><channel><title>The Morning Ledger</title><link>https://news.example/</link>${ENTRIES.map(
  (n) =>
    `<item><title>Rain in week ${n}</title><link>https://news.example/brief/${n}</link><description>&lt;p&gt;So much of it that the &lt;b&gt;gauge&lt;/b&gt; ran over in week ${n}.&lt;/p&gt;</description></item>`,
).join('')}</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Morning Ledger</title>${ENTRIES.map(
  (n) =>
    `<entry><title>Rain in week ${n}</title><link rel="edit" href="/edit/${n}"/><link href="https://news.example/brief/${n}"/><summary>So much of it that the gauge ran over in week ${n}.</summary></entry>`,
).join('')}</feed>`;

/** As Chromium shows what it takes for text. */
function toShownSource(source: string): Document {
  const page = document.implementation.createHTMLDocument();
  page.body.append(Object.assign(page.createElement('pre'), { textContent: source }));
  return page;
}

/** As Chromium draws XML, in a document of XML. */
function toDrawnTree(source: string): Document {
  const page = new DOMParser().parseFromString(
    '<html xmlns="http://www.w3.org/1999/xhtml"><head/><body><div id="webkit-xml-viewer-source-xml"/><div id="tree">rss</div></body></html>',
    'application/xhtml+xml',
  );
  const { documentElement } = new DOMParser().parseFromString(source, 'text/xml');
  page.querySelector('#webkit-xml-viewer-source-xml')?.append(page.importNode(documentElement, true));
  return page;
}

test.each([
  ['RSS shown as text', toShownSource(RSS)],
  ['Atom shown as text', toShownSource(ATOM)],
  ['RSS drawn as a tree', toDrawnTree(RSS)],
  ['Atom drawn as a tree', toDrawnTree(ATOM)],
])('a feed is read as the list of its entries (%s)', (_, shown) => {
  const page = toFeedPage(shown);
  expect(page).not.toBeNull();
  const place = { hostname: 'news.example', direction: 'ltr', plainText: false, form: 'links' } as const;
  const reading = page && extractReading(page, { ...place, address: 'https://news.example/feed' });
  expect(reading).toMatchObject({ state: 'links', title: 'The Morning Ledger' });
  const links = [...(reading?.body.querySelectorAll('a') ?? [])].map(({ href, textContent }) => [
    href,
    textContent,
  ]);
  expect(links).toEqual(ENTRIES.map((n) => [`https://news.example/brief/${n}`, `Rain in week ${n}`]));
  expect(reading?.body.textContent).toContain('So much of it that the gauge ran over in week 2.');
});

test.each([
  ['a text about feeds', 'How to write a feed: begin with <rss version="2.0"> and go on.'],
  ['other XML', '<?xml version="1.0"?><note><to>Ottoline</to></note>'],
  ['a feed that is cut before its first entry', '<rss version="2.0"><channel><title>The Morning'],
])('is not made of %s', (_, source) => {
  expect(toFeedPage(toShownSource(source))).toBeNull();
});
