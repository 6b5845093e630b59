// The head, masthead and foot of every page of the test site.
import { escapeHtml, type Places } from '../reply.ts';
import { EDITIONS, type Edition } from './edition.ts';

export interface PageParts {
  places: Places;
  lang: Edition['lang'];
  direction: 'none' | 'attribute' | 'css';
  path: string;
  title: string;
  description: string;
  /** More for the head: Open Graph, JSON-LD, styles. */
  head?: string;
  main: string;
  side?: string;
  /** What stands behind the foot: the state of the page. */
  after?: string;
  /** `charset=…` in the head; `null` leaves it to the header. */
  charset?: string | null;
}

/** Scripts and styles that hold up the first paint, as on most news sites. */
function blocking(places: Places, direction: PageParts['direction']): string {
  const rtl = direction === 'css' ? '<link rel="stylesheet" href="/css/rtl-3k.css">' : '';
  return `<link rel="preconnect" href="${places.cdn}"><link rel="preconnect" href="${places.fonts}" crossorigin>
<link rel="dns-prefetch" href="${places.stats}">
<script>window.__ran=["inline"];document.documentElement.classList.add("has-scripts")</script>
<link rel="stylesheet" href="/css/base-34k.css"><link rel="stylesheet" href="/css/article-22k.css">${rtl}
<link rel="stylesheet" href="${places.cdn}/css/widgets-28k.css"><link rel="stylesheet" href="${places.fonts}/css/faces-2k.css">
<script src="/js/boot-18k.js"></script><script src="${places.cdn}/js/vendor-120k.js"></script>
<script src="${places.ads}/js/auction-90k.js"></script><script src="${places.stats}/js/tags-45k.js"></script>
<script src="${places.stats}/js/analytics-50k.js" async></script><script src="${places.ads}/js/gpt-80k.js" async></script>
<script src="${places.cdn}/js/consent-36k.js" async></script>`;
}

const deferred = (places: Places): string =>
  `<script src="/js/lazy-6k.js" defer></script><script src="/js/app-140k.js" defer></script>
<script src="/js/discussion-24k.js" defer></script><script src="${places.cdn}/js/carousel-30k.js" defer></script>
<script src="${places.social}/js/share-40k.js" defer></script><script src="${places.video}/js/player-85k.js" defer></script>
<script src="/js/subscribe-20k.js" defer></script>`;

function masthead(edition: Edition): string {
  const items = edition.sections.map(([path, label]) => `<li><a href="${path}">${label}</a></li>`).join('');
  return `<a class="skip" href="#story">${edition.words.skip}</a>
<header class="top"><img class="logo" src="/img/logo-40x40-6k.png" alt="" width="40" height="40">
<a class="name" href="${edition.home}">${edition.site}</a><p class="motto">${edition.motto}</p></header>
<form class="find" role="search" action="/search"><input type="search" name="q"><input type="hidden" name="edition" value="${edition.lang}"></form>
<nav class="nav" aria-label="${edition.words.menu}"><ul>${items}</ul></nav>
<div class="ticker"><span data-live="live">${edition.words.latest}</span> · <span data-live="weather"></span></div>`;
}

function foot(edition: Edition, places: Places): string {
  const { words } = edition;
  const partners = ['alder', 'birch', 'cedar', 'dogwood', 'elm']
    .map(
      (name) =>
        `<img src="${places.cdn}/img/partner-${name}-64x28-8k.png" alt="${name}" width="64" height="28">`,
    )
    .join('');
  return `<footer class="foot"><ul><li><a href="/about">${words.about}</a></li><li><a href="/contact">${words.contact}</a></li><li><a href="/terms">${words.terms}</a></li></ul>
<p>${words.rights}</p><div class="partners">${partners}</div></footer>
<aside class="cookies" role="region" aria-label="Cookies"><p>${words.cookies}</p><button type="button">${words.accept}</button><button type="button">${words.refuse}</button></aside>
<img class="pixel" src="${places.stats}/p.gif?noscript=0" alt="" width="1" height="1">`;
}

/** A whole page of the site. */
export function page(parts: PageParts): string {
  const { places, lang, direction } = parts;
  const edition = EDITIONS[lang];
  const charset = parts.charset === null ? '' : `<meta charset="${parts.charset ?? 'utf-8'}">`;
  const dir = direction === 'attribute' ? ' dir="rtl"' : '';
  const classes = direction === 'css' ? ' class="edition-right"' : '';
  return `<!doctype html>
<html lang="${lang}"${dir}${classes}>
<head>
${charset}
<title>${escapeHtml(parts.title)} | ${edition.site}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(parts.description)}">
<meta name="application-name" content="${edition.site}">
<meta property="og:site_name" content="${edition.site}">
<link rel="canonical" href="${places.news}${parts.path}">
<link rel="icon" href="/img/icon-32x32-2k.png" type="image/png">
${blocking(places, direction)}
${parts.head ?? ''}
</head>
<body class="page">
${masthead(edition)}
<div class="wrap"><main id="story">${parts.main}</main>${parts.side ?? ''}</div>
${foot(edition, places)}
${parts.after ?? ''}
${deferred(places)}
</body>
</html>
`;
}
