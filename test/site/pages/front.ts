// Front and section pages of the test site: lists of links.
import { escapeHtml, html, type Places, type Route } from '../reply.ts';
import { ARTICLES } from '../texts/all.ts';
import type { Article } from '../texts/article.ts';
import { BRIEFS } from '../texts/briefs.ts';
import { card, image, others, side, slot, sponsored } from './blocks.ts';
import { EDITIONS, type Edition } from './edition.ts';
import { page } from './page.ts';
import { state } from './state.ts';

const hero = (article: Article): string =>
  `<section class="hero"><a href="${article.path}">${image(article.lead, 180, 'eager')}</a><div><a class="kicker" href="${article.sectionPath}">${article.section}</a>
<h2><a href="${article.path}">${escapeHtml(article.title)}</a></h2><p>${escapeHtml(article.standfirst)}</p></div></section>`;

/** Short items without a page of their own, as wire news has them. */
function briefs(edition: Edition): string {
  const items = BRIEFS[edition.lang]
    .map(
      (text, at) =>
        `<li>${image({ name: `brief-${edition.lang}-${at}`, alt: '', caption: '' }, 30, 'data-src')}<h3><a href="${edition.home}brief/${at}">${escapeHtml(text)}</a></h3></li>`,
    )
    .join('');
  return `<section class="rail briefs"><h2>${edition.words.latest}</h2><ul class="cards">${items}</ul></section>`;
}

/** A page that leads with `stories` and fills up with what else there is. */
function frontPage(parts: {
  lang: Edition['lang'];
  path: string;
  title: string;
  stories: Article[];
  places: Places;
}): string {
  const { lang, path, title, stories, places } = parts;
  const edition = EDITIONS[lang];
  const stem = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'front';
  const [first, ...rest] = [...stories, ...others(null, lang, 7).filter((each) => !stories.includes(each))];
  const cards = rest.map((each) => card(each, 36)).join('');
  const heading = path === edition.home ? '' : `<h1>${title}</h1>`;
  return page({
    places,
    lang,
    direction: lang === 'en' ? 'none' : 'attribute',
    path,
    title,
    description: edition.motto,
    head: `<meta property="og:type" content="website"><meta property="og:title" content="${title}">`,
    main: `${heading}${first ? hero(first) : ''}<ul class="cards">${cards}</ul>${slot(edition, 'middle')}${briefs(edition)}${sponsored(edition, places)}`,
    side: side(null, lang, places, stem),
    after: state(stem, null),
  });
}

/** The stories in which a word stands, as the site's own search gives them. */
const search: Route = ({ url, places }) => {
  const word = (url.searchParams.get('q') ?? '').toLowerCase();
  const lang =
    Object.values(EDITIONS).find((each) => each.lang === url.searchParams.get('edition'))?.lang ?? 'en';
  const stories = ARTICLES.filter((each) => `${each.title} ${each.standfirst}`.toLowerCase().includes(word));
  return html(frontPage({ lang, path: url.pathname, title: word, stories, places }));
};

export const fronts: Route = (request) => {
  const { url, places } = request;
  const path = url.pathname;
  if (path === '/search') return search(request);
  const edition = Object.values(EDITIONS).find((each) => path === each.home);
  if (edition) {
    const stories = ARTICLES.filter((each) => each.lang === edition.lang);
    return html(frontPage({ lang: edition.lang, path, title: edition.site, stories, places }), {
      'cache-control': 'max-age=60',
    });
  }
  const stories = ARTICLES.filter((each) => each.sectionPath === path);
  const [first] = stories;
  if (!first) return undefined;
  return html(frontPage({ lang: first.lang, path, title: first.section, stories, places }), {
    'cache-control': 'max-age=60',
  });
};
