// Attacks by metadata: titles and names that hold HTML.

/** Rows: the name, and what stands in the place of title, section, byline and site name. */
export const HEADS: readonly (readonly [name: string, words: string])[] = [
  ['an image', 'Rain <img src=x: onerror=ran(0)>'],
  ['a script', 'Rain <script>ran(0)</script>'],
  ['an end of the title', 'Rain </title></h1><img src=x: onerror=ran(0)>'],
  ['entities', 'Rain &lt;img src=x: onerror=ran(0)&gt;'],
  ['entities in entities', 'Rain &amp;lt;img src=x: onerror=ran(0)&amp;gt;'],
  ['quotes', 'Rain "\'` onclick=ran(0) x="'],
  ['an override', 'Rain \u202efdp.exe\u202c \u2067a'],
  ['a drawing', 'Rain <svg onload=ran(0)>'],
  ['lines and null bytes', 'Rain\n\n\t\0 falls'],
  ['100,000 characters', `Rain ${'a'.repeat(100_000)}`],
];

const toText = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The head of a page that says the same words in each place where a page says something of itself. */
export function toHead(words: string): string {
  const data = {
    '@type': 'NewsArticle',
    headline: words,
    name: words,
    articleSection: words,
    inLanguage: words,
  };
  const json = JSON.stringify({ ...data, author: { name: words }, datePublished: words });
  return `<title>${toText(words)}</title><meta charset="utf-8">
<meta property="og:title" content="${toText(words)}"><meta property="og:site_name" content="${toText(words)}">
<meta property="article:section" content="${toText(words)}"><meta name="author" content="${toText(words)}">
<meta name="description" content="${toText(words)}"><meta property="article:published_time" content="${toText(words)}">
<script type="application/ld+json">${json.replace(/</g, '\\u003c')}</script>`;
}
