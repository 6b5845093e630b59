// The article page of the test site.
import { toEncoding } from '../encoding.ts';
import { escapeHtml, escapeJson, html, type Places, type Reply, type Route } from '../reply.ts';
import { ARTICLES } from '../texts/all.ts';
import type { Around, Article } from '../texts/article.ts';
import { market } from '../texts/market.ts';
import { card, dateOf, figure, others, side, slot, sponsored } from './blocks.ts';
import { EDITIONS } from './edition.ts';
import { page } from './page.ts';
import { state } from './state.ts';

export const stemOf = (article: Article): string => article.path.split('/').pop() ?? 'page';

/** Open Graph and JSON-LD, as search engines want them. */
export function metadata(article: Article, places: Places): string {
  const edition = EDITIONS[article.lang];
  const picture = `${places.news}/img/${article.lead.name}-320x180-180k.png`;
  const property = (name: string, content: string) =>
    `<meta property="${name}" content="${escapeHtml(content)}">`;
  const json = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.standfirst,
    datePublished: article.published,
    dateModified: article.published,
    image: [picture],
    inLanguage: article.lang,
    articleSection: article.section,
    timeRequired: `PT${article.minutes}M`,
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: edition.site, url: places.news + edition.home },
    mainEntityOfPage: places.news + article.path,
  };
  return [
    property('og:type', 'article'),
    property('og:title', article.title),
    property('og:description', article.standfirst),
    property('og:url', places.news + article.path),
    property('og:image', picture),
    property('article:published_time', article.published),
    property('article:section', article.section),
    `<meta name="author" content="${escapeHtml(article.author)}">`,
    `<script type="application/ld+json">${escapeJson(json)}</script>`,
  ].join('\n');
}

const around = (article: Article, places: Places): Around => {
  let pictures = 0;
  return {
    portal: places.portal,
    picture: (picture) => figure(picture, 88, pictures++ ? 'lazy' : 'data-src'),
    callToAction: (title, text) =>
      `<aside class="promo" data-module="newsletter"><h3>${escapeHtml(title)}</h3><p>${escapeHtml(text)}</p><button type="button">${EDITIONS[article.lang].words.subscribe}</button></aside>`,
  };
};

/** The body of an article as it stands in its page. */
export const bodyOf = (article: Article, places: Places): string => article.body(around(article, places));

function share(article: Article, places: Places): string {
  const label = EDITIONS[article.lang].words.share;
  const items = ['letter', 'bird', 'wave', 'link']
    .map(
      (name) =>
        `<li><a href="${places.social}/share?to=${name}"><img src="${places.social}/img/${name}-18x18-3k.png" alt="${label}: ${name}" width="18" height="18"></a></li>`,
    )
    .join('');
  return `<ul class="share" aria-label="${label}">${items}</ul>`;
}

/** Headline, standfirst, author, date and reading time. */
export function heading(article: Article): string {
  const edition = EDITIONS[article.lang];
  return `<header><a class="kicker" href="${article.sectionPath}">${article.section}</a>
<h1>${escapeHtml(article.title)}</h1>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
<div class="meta"><img src="/img/author-${stemOf(article)}-36x36-12k.png" alt="" width="36" height="36"><span>${edition.words.by} <a class="author" rel="author" href="/authors/${stemOf(article)}">${escapeHtml(article.author)}</a></span>
<time datetime="${article.published}">${dateOf(article, edition)}</time><span class="reading-time">${edition.minutes(article.minutes)}</span></div></header>`;
}

function comments(article: Article): string {
  const { words } = EDITIONS[article.lang];
  const items = article.comments
    .map(
      (each) =>
        `<li><b>${escapeHtml(each.author)}</b><p>${escapeHtml(each.text)}</p><button type="button">${words.reply}</button></li>`,
    )
    .join('');
  return `<section class="comments" id="comments"><h2>${words.comments} (${article.comments.length})</h2><ol>${items}</ol></section>`;
}

function gallery(article: Article): string {
  if (article.gallery.length === 0) return '';
  const items = article.gallery.map((picture) => `<li>${figure(picture, 34, 'data-src')}</li>`).join('');
  return `<section class="gallery"><h2>${EDITIONS[article.lang].words.gallery}</h2><ul>${items}</ul></section>`;
}

function related(article: Article): string {
  const cards = others(article, article.lang, 6)
    .map((each) => card(each))
    .join('');
  return `<section class="rail related"><h2>${EDITIONS[article.lang].words.related}</h2><ul class="cards">${cards}</ul></section>`;
}

/** The page of an article with the weight of a real one; `charset` as in `PageParts`. */
export function articlePage(article: Article, places: Places, charset?: string | null): string {
  const edition = EDITIONS[article.lang];
  const main = `<article class="story">${heading(article)}${share(article, places)}${figure(article.lead, 180, 'eager')}
<div class="text">${bodyOf(article, places)}</div></article>
${slot(edition, 'end')}${comments(article)}${gallery(article)}${related(article)}${sponsored(edition, places)}`;
  return page({
    places,
    lang: article.lang,
    direction: article.direction,
    path: article.path,
    title: article.title,
    description: article.standfirst,
    head: metadata(article, places),
    main,
    side: side(article, article.lang, places, stemOf(article)),
    after: state(stemOf(article), article),
    ...(charset === undefined ? {} : { charset }),
  });
}

/** The Arabic economy page in windows-1256, with the encoding named in the page or in the header alone. */
export function windows1256(places: Places, where: 'meta' | 'header'): Reply {
  const charset = where === 'meta' ? 'windows-1256' : null;
  const body = toEncoding(articlePage(market, places, charset), 'windows-1256');
  return html(body, { 'content-type': where === 'meta' ? 'text/html' : 'text/html; charset=windows-1256' });
}

export const articles: Route = ({ url, places }) => {
  const article = ARTICLES.find((each) => each.path === url.pathname);
  if (!article) return undefined;
  if (article === market) return windows1256(places, 'meta');
  return html(articlePage(article, places), { 'cache-control': 'private, max-age=0, must-revalidate' });
};
