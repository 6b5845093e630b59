// Pages that attack whoever shows their text.
import { ATTACKS } from '../../attacks/all.ts';
import { type Attack, toHtml } from '../../attacks/attack.ts';
import { toEmbeddedPage } from '../../attacks/embedded.ts';
import { HEADS, toHead } from '../../attacks/heads.ts';
import { toSizes } from '../../attacks/sizes.ts';
import { toEncoding } from '../encoding.ts';
import { escapeJson, html, type Places, reply } from '../reply.ts';
import { plain, type Specials } from './plain.ts';

/** What the story asks the page for. */
const TELLS = '<script>window.ranOf=[];function ran(id){ranOf.push(id)}</script>';

/** Of each kind of attack, so many in a text that is packed away: the unit tests play all of them. */
const PER_KIND = 12;

/** Long and plain enough for each piece to be taken for the article. */
const prose = (at: number) =>
  `<p>Entry number ${at} of the log of the lighthouse: wind from the west, the lamp trimmed at nine, the glass falling slowly, and nothing on the water but two boats from the harbour below.</p>`;

const toPieces = (attacks: readonly Attack[], places: Places): string[] =>
  attacks.map((attack, id) => toHtml(attack, id, places.news));

/** The attacks between paragraphs of an article. Each is put in by itself: none can swallow another. */
function attackPage(places: Places, kind: string): string {
  const pieces = toPieces(ATTACKS[kind] ?? [], places);
  const body = pieces
    .map((_, at) => `<div>${prose(at)}<div class="held" data-at="${at}"></div></div>`)
    .join('');
  const fill = `<script>var pieces=${escapeJson(pieces)};
Array.from(document.getElementsByClassName("held")).forEach(function(held){held.innerHTML=pieces[held.dataset.at]})</script>`;
  return plain({ places, title: `Attacks: ${kind}`, head: TELLS, body, after: fill, files: false });
}

/** The same as a server sends it: in one HTML, where one may swallow what follows. */
function rawPage(places: Places, kind: string): string {
  const pieces = toPieces(ATTACKS[kind] ?? [], places);
  const body = pieces.map((piece, at) => `<div>${prose(at)}${piece}</div>`).join('\n');
  return plain({ places, title: `Raw: ${kind}`, head: TELLS, body: `${body}${prose(-1)}`, files: false });
}

/** A list of headlines, each a link with an attack in its words or as its address. */
function frontPage(places: Places): string {
  const pieces = toPieces([...(ATTACKS.mutations ?? []), ...(ATTACKS.addresses ?? [])], places);
  const items = pieces.map(
    (_piece, at) => `<article class="held" data-at="${at}"><p>${'A teaser. '.repeat(3)}</p></article>`,
  );
  const fill = `<script>var pieces=${escapeJson(pieces)};
Array.from(document.getElementsByClassName("held")).forEach(function(held){
var h=document.createElement("h3");h.innerHTML='<a href="/brief/'+held.dataset.at+'">Headline number '+held.dataset.at+' of a long day </a>';
h.firstChild.insertAdjacentHTML("beforeend",pieces[held.dataset.at]);held.prepend(h)})</script>`;
  const main = `<h1>Attacks: a front page</h1>${items.join('')}`;
  return plain({ places, title: 'Attacks: a front page', head: TELLS, after: fill, files: false }).replace(
    /<main id="story">.*<\/main>/s,
    () => `<main id="story">${main}</main>`,
  );
}

/** Control characters would make a browser take it for a program, to be downloaded. */
const toText = (pieces: string[]): string => pieces.join('\n\n').replace(/(?!\n)\p{Cc}/gu, ' ');

/** An article whose every statement of itself is an attack. */
const headPage = (places: Places, words: string): string =>
  plain({
    places,
    title: 'x',
    files: false,
    body: Array.from({ length: 6 }, (_each, at) => prose(at)).join(''),
  })
    .replace(/<title>.*?<\/title>.*?<script>.*?<\/script>/s, () => TELLS + toHead(words))
    .replace(/<h1>.*?<\/h1>/s, () => '');

/** 10,000 levels, as only a script can make them; hidden by a sheet, for laying them out would hang a browser without Light. */
const DEEP = `<script>var place=document.getElementById("deep");for(var i=0;i<10000;i++){place=place.appendChild(document.createElement("div"))}
place.innerHTML="<p>The bottom of the well was reached by lamplight.</p>"</script>`;

/** Names that take the place of what code asks a document for; \`clobber()\` puts them in, and they go when a view is there. */
const CLOBBER = `<script>function clobber(){var all=[];
"body head title forms images implementation createElement createTextNode createTreeWalker createDocumentFragment querySelector querySelectorAll getElementsByTagName getElementById documentElement cloneNode readyState contentType characterSet childNodes firstChild firstElementChild children ownerDocument nodeType dir adoptedStyleSheets".split(" ")
.forEach(function(name){var each=document.createElement("form");each.name=name;all.push(each)});
var body=document.body,html=document.documentElement;
new MutationObserver(function(){all.forEach(function(each){each.remove()})}).observe(html,{childList:true});
body.append.apply(body,all)}</script>`;

export const attacks: Specials = {
  attacks: ({ places, url }) => html(attackPage(places, url.searchParams.get('kind') ?? '')),
  'attacks-raw': ({ places, url }) => html(rawPage(places, url.searchParams.get('kind') ?? '')),
  'attacks-front': ({ places }) => html(frontPage(places)),
  'attacks-head': ({ places, url }) =>
    html(headPage(places, HEADS[Number(url.searchParams.get('at'))]?.[1] ?? '')),
  'attacks-text': ({ places }) =>
    reply('text/plain; charset=utf-8', toText(toPieces(Object.values(ATTACKS).flat(), places))),
  'attacks-1256': ({ places }) =>
    html(
      toEncoding(
        rawPage(places, 'mutations').replace('charset="utf-8"', 'charset="windows-1256"'),
        'windows-1256',
      ),
      {
        'content-type': 'text/html',
      },
    ),
  'attacks-size': ({ places, url }) => {
    const attack = toSizes(10_000)[Number(url.searchParams.get('at'))];
    const body = `${prose(0)}${prose(1)}<section>${prose(2)}${attack?.html}</section>${prose(3)}`;
    return html(plain({ places, title: 'Attacks: sizes', body, head: TELLS, files: false }));
  },
  'attacks-deep': ({ places }) => {
    const body = `${[0, 1, 2, 3, 4].map(prose).join('')}<div id="deep"></div>`;
    return html(
      plain({
        places,
        title: 'Attacks: depth',
        body,
        after: DEEP,
        head: `${TELLS}<style>#deep{display:none}</style>`,
        files: false,
      }),
    );
  },
  'attacks-embedded': ({ places, url }) => {
    const pieces = Object.values(ATTACKS).flatMap((attacks) => toPieces(attacks.slice(0, PER_KIND), places));
    return html(toEmbeddedPage(url.searchParams.get('source') ?? '', pieces, TELLS));
  },
  'attacks-clobber': ({ places }) =>
    html(plain({ places, title: 'Attacks: names', head: TELLS, after: CLOBBER, files: false })),
};
