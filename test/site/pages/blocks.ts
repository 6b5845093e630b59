// Cards, boxes and advertising slots that the pages of the test site share.
import { escapeHtml, type Places } from '../reply.ts';
import { ARTICLES } from '../texts/all.ts';
import type { Article, Picture } from '../texts/article.ts';
import { EDITIONS, type Edition } from './edition.ts';

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export type Eagerness = 'eager' | 'lazy' | 'data-src';

/** An image of `kilobytes`, asked for at once, when it comes near, or by the site's own script. */
export function image(picture: Picture, kilobytes: number, how: Eagerness): string {
  const source = `/img/${picture.name}-320x180-${kilobytes}k.png`;
  const rest = `alt="${escapeHtml(picture.alt)}" width="960" height="540"`;
  if (how === 'eager')
    return `<img src="${source}" srcset="${source} 960w" sizes="680px" ${rest} fetchpriority="high">`;
  if (how === 'lazy') return `<img src="${source}" loading="lazy" ${rest}>`;
  return `<img src="${BLANK}" data-src="${source}" class="lazy" ${rest}><noscript><img src="${source}" ${rest}></noscript>`;
}

export const figure = (picture: Picture, kilobytes: number, how: Eagerness): string =>
  `<figure>${image(picture, kilobytes, how)}<figcaption>${escapeHtml(picture.caption)}</figcaption></figure>`;

export const dateOf = (article: Article, edition: Edition): string =>
  new Intl.DateTimeFormat(edition.dates, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(article.published),
  );

/** A story as a card, with picture and standfirst. */
export const card = (article: Article, kilobytes = 32, how: Eagerness = 'lazy'): string =>
  `<li><a href="${article.path}">${image({ ...article.lead, name: `card-${article.lead.name}` }, kilobytes, how)}</a>
<h3><a href="${article.path}">${escapeHtml(article.title)}</a></h3><p>${escapeHtml(article.standfirst)}</p></li>`;

/** The other stories of an edition, those of other languages after them: every rail is filled. */
export function others(article: Article | null, lang: Edition['lang'], count: number): Article[] {
  const rest = ARTICLES.filter((each) => each !== article);
  const own = rest.filter((each) => each.lang === lang);
  return [...own, ...rest.filter((each) => each.lang !== lang)].slice(0, count);
}

export function mostRead(article: Article | null, edition: Edition): string {
  const items = others(article, edition.lang, 5)
    .map(
      (each) =>
        `<li lang="${each.lang}"><img src="/img/small-${each.lead.name}-72x54-14k.png" alt="" width="72" height="54"><a href="${each.path}">${escapeHtml(each.title)}</a></li>`,
    )
    .join('');
  return `<section class="most-read"><h2>${edition.words.mostRead}</h2><ol>${items}</ol></section>`;
}

export const slot = (edition: Edition, name: string): string =>
  `<div class="ad" role="complementary" aria-label="${edition.words.advertisement}">${edition.words.advertisement}<div data-slot="${name}"></div></div>`;

export function letter(edition: Edition): string {
  const { words } = edition;
  return `<section class="letter"><h2>${words.letter}</h2><p>${words.letterText}</p><form action="/subscribe" method="post">
<input type="email" name="email" placeholder="${words.email}" aria-label="${words.email}"><button>${words.subscribe}</button></form></section>`;
}

/** The clip that a news page carries; it never plays by itself. */
export const clip = (edition: Edition, places: Places, name: string): string =>
  `<section class="clip"><h2>${edition.words.video}</h2><video controls preload="metadata" width="300" height="170" poster="${places.video}/img/poster-${name}-300x170-38k.png"><source src="${places.video}/video/${name}-150k.mp4" type="video/mp4"></video></section>`;

export const side = (
  article: Article | null,
  lang: Edition['lang'],
  places: Places,
  stem: string,
): string => {
  const edition = EDITIONS[lang];
  return `<aside class="side">${mostRead(article, edition)}${slot(edition, 'side')}${clip(edition, places, stem)}${letter(edition)}</aside>`;
};

/** Paid teasers, from a host of their own. */
export function sponsored(edition: Edition, places: Places): string {
  const teasers = [
    'Boots that outlast roads',
    'A kettle with opinions',
    'The quiet lawnmower',
    'Insure your umbrella',
  ];
  const items = teasers
    .map(
      (text, at) =>
        `<li><img src="${places.ads}/img/teaser-${at}-240x135-26k.png" alt="" width="240" height="135"><h3><a rel="sponsored" href="${places.ads}/click?t=${at}">${text}</a></h3></li>`,
    )
    .join('');
  return `<section class="rail sponsored"><h2>${edition.words.sponsored}</h2><ul class="cards">${items}</ul></section>`;
}
