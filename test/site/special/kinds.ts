// Pages that are slow in one way each, otherwise of the weight of a real news page.
import { articlePage } from '../pages/article.ts';
import { escapeHtml, html, type Places } from '../reply.ts';
import { ARTICLES } from '../texts/all.ts';
import { BRIEFS } from '../texts/briefs.ts';
import { rain } from '../texts/rain.ts';
import type { Special, Specials } from './plain.ts';

/** `?ms=…` of the page: how slow the one slow thing is. */
const slowness = (url: URL, usualMs: number): number => Number(url.searchParams.get('ms') ?? usualMs);

/** A news article whose head holds up nothing but its two style sheets; `head` is what makes it special. */
function lean(places: Places, head = ''): string {
  return articlePage(rain, places)
    .replace(/<script src="([^"]+)"><\/script>/g, '<script src="$1" defer></script>')
    .replace(/<link rel="stylesheet" href="http[^>]*>/g, '')
    .replace('</head>', () => `${head}</head>`);
}

const before = (page: string, mark: string, part: string): string => page.replace(mark, () => part + mark);

/** A page with its own head, of a few files. */
const small = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/base-34k.css"><script src="/js/boot-18k.js" defer></script></head><body>${body}</body></html>`;

const fields = [
  'Name',
  'Street',
  'Town',
  'Postcode',
  'Telephone',
  'E-mail',
  'Born on',
  'Occupation',
  'Gauge',
  'Height',
];

const form: Special = () =>
  html(
    small(
      'Become a reader of a gauge',
      `<h1>Become a reader of a gauge</h1><form method="post" action="/special/post"><p>All fields are needed.</p>
${fields.map((name) => `<p><label>${name} <input name="${name}"></label></p>`).join('\n')}<p><label>Why? <textarea name="why" rows="9"></textarea></label></p><button>Send</button></form>`,
    ),
  );

const editor: Special = () =>
  html(
    small(
      'Draft',
      `<div role="toolbar">${['Bold', 'Italic', 'List', 'Link'].map((name) => `<button>${name}</button>`).join('')}</div>
<div id="editor" contenteditable="true" role="textbox"><p><label>Untitled</label></p><p><label>Begin here</label></p></div><script src="/js/editor-300k.js"></script>
<script>document.getElementById("editor").focus()</script>`,
    ),
  );

const shell: Special = ({ places }) =>
  html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ledger</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/css/base-34k.css"></head><body><div id="app"></div><script src="${places.cdn}/js/framework-140k.js"></script><script src="/js/pages-260k.js"></script>
<script>fetch("/special/app-shell.json").then(function(answer){return answer.json()}).then(function(story){story.paragraphs.forEach(function(text){
var p=document.createElement("p");p.textContent=text;document.getElementById("app").append(p)})})</script></body></html>`);

/** A front page of some 160 headlines. */
const front: Special = ({ places }) => {
  const texts = [
    ...BRIEFS.en,
    ...ARTICLES.filter((each) => each.lang === 'en').map((each) => each.standfirst),
  ];
  const items = Array.from({ length: 160 }, (_, at) => {
    const text = texts[at % texts.length] ?? '';
    const picture = `<img src="/img/card-${at % 40}-320x180-30k.png" alt="" width="320" height="180"${at > 8 ? ' loading="lazy"' : ''}>`;
    return `<li><a href="/brief/${at}">${picture}</a><h3><a href="/brief/${at}">${escapeHtml(text.slice(0, 90))}</a></h3><p>${escapeHtml(text)} It was report number ${at} of the day.</p></li>`;
  });
  const main = `<ul class="cards front">${items.join('\n')}</ul>`;
  return html(lean(places).replace(/<main id="story">.*<\/main>/s, () => `<main id="story">${main}</main>`));
};

/** The text eight times over, no paragraph twice the same. */
function long(places: Places): string {
  const page = lean(places).replace(
    /<link rel="stylesheet"[^>]*>/g,
    '<style>body{max-width:40em;margin:auto;font:18px/1.6 serif}</style>',
  );
  return page.replace(/(<div class="text">)(.*?)(<\/div><\/article>)/s, (_, start, text, end) => {
    const again = Array.from({ length: 8 }, (__, at) => text.replace(/<p>/g, `<p>${at + 1}. `));
    return start + again.join('') + end;
  });
}

const fontFace = (places: Places, ms: number): string =>
  `<style>@font-face{font-family:"Ledger Serif";font-display:block;src:url(${places.fonts}/fonts/serif-regular-90k.ttf?think=${ms})}
@font-face{font-family:"Ledger Serif";font-weight:700;font-display:block;src:url(${places.fonts}/fonts/serif-bold-90k.ttf?think=${ms})}</style>`;

/** As AMP pages have it: hidden for 8 s, or until the script is here that shows the page. */
const veil = `<style>body{animation:-veil 8s steps(1,end) 0s 1 normal both}@keyframes -veil{from{visibility:hidden}to{visibility:visible}}</style>`;
const unveil = (places: Places, ms: number): string =>
  `<script async src="${places.cdn}/js/veil-180k.js?think=${ms}" onload="document.body.style.animation='none'"></script>`;

/** Inline state before the story, as many server-rendered pages have it: its text comes late in the HTML. */
const state = `<script type="application/json">${JSON.stringify(Array.from({ length: 900 }, (_, at) => ({ id: at * 7919, seen: at % 7, tag: (at * 104729).toString(36) })))}</script>`;

/** One advertisement after another, each on a slow answer, until half a minute is over; the load event waits for them. */
const ads = (places: Places): string =>
  Array.from(
    { length: 15 },
    (_, at) =>
      `<img src="${places.ads}/img/banner-${at}-300x150-45k.png?think=${(at + 1) * 2000}" alt="" width="300" height="150">`,
  ).join('');

const compute = (ms: number): string =>
  `<script>var until=performance.now()+${ms};while(performance.now()<until);</script>`;
/** Works 0.3 to 0.8 s at a time and lets go for 30 ms in between. */
const computes = `<script>(function work(left){var until=performance.now()+300+left%6*100;while(performance.now()<until);if(left)setTimeout(work,30,left-1)})(10)</script>`;

export const kinds: Specials = {
  'kind-pictures': ({ places, url }) =>
    html(lean(places).replace(/(\/img\/[\w-]+-320x180-\d+k\.png)/g, `$1?think=${slowness(url, 8000)}`)),
  'kind-script-never': ({ places }) => html(lean(places, `<script src="${places.never}/tag.js"></script>`)),
  'kind-style-late': ({ places, url }) =>
    html(
      lean(
        places,
        `<link rel="stylesheet" href="${places.cdn}/css/theme-20k.css?think=${slowness(url, 10_000)}">`,
      ),
    ),
  'kind-style-big': ({ places }) =>
    html(lean(places, `<link rel="stylesheet" href="${places.cdn}/css/everything-400k.css">`)),
  'kind-fonts': ({ places, url }) => html(lean(places, fontFace(places, slowness(url, 8000)))),
  'kind-veil': ({ places, url }) => html(lean(places, veil + unveil(places, slowness(url, 6000)))),
  // `?drip=8&every=…` in its address.
  'kind-streams': ({ places }) => html(before(lean(places), '<main', state)),
  // `?drip=12&every=700` in its address.
  'kind-long': ({ places }) => html(long(places)),
  // `?think=6000` in its address.
  'kind-thinks': ({ places }) => html(lean(places)),
  'kind-shell': shell,
  'kind-front': front,
  'kind-ads': ({ places }) => html(before(lean(places), '</body>', ads(places))),
  'kind-form': form,
  'kind-editor': editor,
  'kind-busy': ({ places, url }) =>
    html(before(lean(places, compute(slowness(url, 1500))), '</body>', `${computes}${ads(places)}`)),
  'kind-cached': ({ places }) => html(lean(places), { 'cache-control': 'max-age=600' }),
};
