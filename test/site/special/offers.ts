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

/** So many entries, each with so many sentences: whole texts make a feed larger than any front page. */
function toFeed(entries: number, sentences: number): string {
  const toEntry = (at: number) =>
    `<item><title>Rain in week ${at}</title><link>/brief/${at}</link><description>${'So much of it that the gauge ran over. '.repeat(sentences)}</description></item>`;
  const items = Array.from({ length: entries }, (_, at) => toEntry(at + 1));
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Morning Ledger</title>${items.join('')}</channel></rss>`;
}

const RSS = 'application/rss+xml; charset=utf-8';

export const offers: Specials = {
  'front-offers': () =>
    html(
      toFront('<link rel="amphtml" href="/special/light-edition">') +
        '<video controls width="640" height="360"></video>',
    ),
  'front-feed': () => html(toFront(toFeedLink('/special/front-feed/rss.xml'))),
  'front-feed-large': () => html(toFront(toFeedLink('/special/front-feed-large/rss.xml'))),
  'front-feed/rss.xml': () => reply(RSS, toFeed(12, 1)),
  'front-feed-large/rss.xml': () => reply(RSS, toFeed(40, 100)),
  'light-edition': ({ places }) => html(plain({ places, title: 'The light edition', files: false })),
};
