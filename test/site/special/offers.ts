// Pages that have something to offer beside their text: a front page that names a light edition and a feed, a page with a player in it.
import { escapeHtml, html, reply } from '../reply.ts';
import { BRIEFS } from '../texts/briefs.ts';
import { plain, type Specials } from './plain.ts';

const HEADLINES = 24;

/** One headline of a front page, with a teaser and what such pages have around one. */
const toTeaser = (at: number): string => {
  const text = BRIEFS.en[at % BRIEFS.en.length] ?? '';
  return `<article class="teaser"><h3><a href="/brief/${at}">${escapeHtml(text.slice(0, 70))} ${at}</a></h3><p>${escapeHtml(text)}</p></article>`;
};

/** A front page whose head says so much. */
const toFront = (
  head: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Morning Ledger</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head>
<body><nav><a href="/world/">World</a> <a href="/science/">Science</a></nav><main>${Array.from({ length: HEADLINES }, (_, at) => toTeaser(at)).join('\n')}</main></body></html>`;

const toFeedLink = (path: string): string =>
  `<link rel="alternate" type="application/rss+xml" title="The Morning Ledger" href="${path}">`;

/** Whole texts are in it: it is larger than any front page. */
const toEntry = (at: number): string =>
  `<item><title>Rain in week ${at}</title><link>http://news.localhost/brief/${at}</link><description>${'So much of it that the gauge ran over. '.repeat(100)}</description></item>`;

export const offers: Specials = {
  'front-offers': () =>
    html(
      toFront('<link rel="amphtml" href="/special/light-edition">') +
        '<video controls width="640" height="360"></video>',
    ),
  'front-feed': () => html(toFront(toFeedLink('/special/feed.xml'))),
  'front-feed-large': () => html(toFront(toFeedLink('/special/feed-large.xml'))),
  'front-feed-gone': () => html(toFront(toFeedLink('/special/feed-gone.xml'))),
  'feed-large.xml': () =>
    reply(
      'text/xml; charset=utf-8',
      `<rss version="2.0"><channel><title>The Morning Ledger</title>${Array.from({ length: 40 }, (_, at) => toEntry(at)).join('')}</channel></rss>`,
    ),
  'light-edition': ({ places }) => html(plain({ places, title: 'The light edition', files: false })),
};
