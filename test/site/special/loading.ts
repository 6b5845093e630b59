// Pages that are slow, heavy or busy in one way each.
import { escapeHtml, html, redirect, reply } from '../reply.ts';
import { ARTICLES } from '../texts/all.ts';
import { BRIEFS } from '../texts/briefs.ts';
import { breadText, plain, type Specials } from './plain.ts';

const BIG_BYTES = 20 * 1024 * 1024;
const ROWS = 10_000;

const reading = (at: number): string =>
  `GAUGE ${(at % 40) + 1} / ${String(at).padStart(7, '0')} / ${((at * 7919) % 613) / 10} MM / ${at % 3 ? 'CLEAR' : 'RAIN'}\n`;

let bigArchive: string | undefined;

/** Twenty megabytes of gauge readings, folded away: laid out, they would take a browser half a minute. */
function archive(): string {
  if (bigArchive) return bigArchive;
  const blocks: string[] = [];
  let length = 0;
  for (let at = 0; length < BIG_BYTES; ) {
    const lines = Array.from({ length: 2500 }, () => reading(at++)).join('');
    const block = `<details><summary>Readings up to ${at}</summary><pre>${lines}</pre></details>\n`;
    blocks.push(block);
    length += block.length;
  }
  bigArchive = `<section class="archive"><h2>All readings</h2>${blocks.join('')}</section>`;
  return bigArchive;
}

const rows = (): string =>
  Array.from({ length: ROWS }, (_, at) => `<tr><td>${at}</td><td>${((at * 7919) % 613) / 10}</td></tr>`).join(
    '',
  );

const worker = `
addEventListener("install",()=>skipWaiting());
addEventListener("activate",event=>event.waitUntil(clients.claim()));
addEventListener("fetch",event=>event.respondWith((async()=>{
  const cache=await caches.open("ledger");
  try{const answer=await fetch(event.request);if(event.request.method==="GET"&&answer.ok)await cache.put(event.request,answer.clone());return answer}
  catch(reason){const kept=await cache.match(event.request);if(kept)return kept;throw reason}
})()));`;

/** Asks for each address by a request of its own, as workers do that know nothing of how a browser asks. */
const anewWorker = `
addEventListener("install",()=>skipWaiting());
addEventListener("activate",event=>event.waitUntil(clients.claim()));
addEventListener("fetch",event=>event.respondWith(fetch(event.request.url,{credentials:"include"})));`;

const toRegisters = (folder: string) =>
  `<script>navigator.serviceWorker.register("/special/${folder}/worker.js",{scope:"/special/${folder}/"}).then(function(){return navigator.serviceWorker.ready})
.then(function(){document.documentElement.dataset.worker=navigator.serviceWorker.controller?"controls":"ready"})</script>`;

const registers = toRegisters('sw');

const leavingBody = `<p>This page is for leaving: whatever stands in its fields, wherever it has been scrolled to, must be the same afterwards.</p>
<form id="fields"><p><input id="typed" type="text" value="first" autocomplete="off"> <input id="ticked" type="checkbox"> <input id="chosen" type="radio" name="r"><input type="radio" name="r">
<select id="picked"><option>one<option>two<option>three</select></p><p><textarea id="long" rows="4" cols="40">A text of
several lines</textarea></p></form>
<div id="scroller" tabindex="0" style="height:160px;overflow:auto;border:1px solid"><div style="height:2400px;width:1600px">An inner scroller.</div></div>
<div id="editable" contenteditable="true"><p>This can be <b>edited</b> in place.</p></div>`;

const filler = Array.from(
  { length: 40 },
  (_, at) =>
    `<p id="par-${at}">Paragraph ${at + 1} is here so that the page is long enough to be scrolled; it says nothing, in a number of words that is large enough for a line or two on any screen.</p>`,
).join('\n');

const hangs = `<script>addEventListener("DOMContentLoaded",function(){var img=new Image();img.id="hanging";img.alt="";img.src="/special/leaving/hanging.png?never";document.body.append(img)})</script>`;

/** A paragraph and a picture of its own, again and again. */
const album = (id: string, pieces: number): string =>
  Array.from(
    { length: pieces },
    (_, at) =>
      `<p>Page ${at} of the album shows the harbour as it was seen from the lamp room on a morning in that year, with the boats drawn up.</p><img src="/img/album-${id}-${at}-32x32-1k.png" alt="The harbour">`,
  ).join('\n');

export const loading: Specials = {
  /** `?pieces=`: so many pictures; `?id=` makes them others than those of another load. */
  album: ({ places, url }) => {
    const body = album(url.searchParams.get('id') ?? '', Number(url.searchParams.get('pieces')) || 40);
    return html(plain({ places, title: 'The album of the lamp room', body, files: false }));
  },
  // `?no-store`: and the browser keeps no copy.
  'head-script-never': ({ places, url }) =>
    html(
      plain({
        places,
        title: 'The script that never came',
        head: `<script src="${places.never}/tag.js"></script>`,
      }),
      url.searchParams.has('no-store') ? { 'cache-control': 'no-store' } : {},
    ),
  'style-slow': ({ places }) =>
    html(
      plain({
        places,
        title: 'A style worth waiting for',
        head: `<link rel="stylesheet" href="${places.cdn}/css/theme-20k.css?think=20000">`,
      }),
    ),
  fast: ({ places }) => html(plain({ places, title: 'Nothing but the text', files: false })),
  images: ({ places }) => {
    const pictures = `<p>Four pictures, of which one moves on the same host, one moves to another host and one is not there.</p>
<figure><img src="/special/moved/oven-320x180-20k.png" alt="An oven that has moved" width="640" height="360"><figcaption>Moved</figcaption></figure>
<p>The second has gone further than the first, and it is the same oven seen from the other side of the street.</p>
<figure><img src="/special/moved-away/street-320x180-20k.png" alt="A street on another host" width="640" height="360"><figcaption>Moved away</figcaption></figure>
<p>The third was never here. A page must be able to say so, and the reader must be able to go on.</p>
<figure><img src="/special/missing.png" alt="A picture that is not there" width="640" height="360"><figcaption>Missing</figcaption></figure>
<p>The fourth is simply a picture, at the address which the page gives for it, and nothing is odd about it.</p>
<figure><img src="/img/paper-bag-320x180-20k.png" alt="A paper bag" width="640" height="360"><figcaption>Here</figcaption></figure>`;
    return html(
      plain({ places, title: 'Pictures that move', body: `${pictures}<p>${BRIEFS.en.join('. ')}.</p>` }),
    );
  },
  // Each picture in two sizes, of which a phone and a column need the smaller one.
  sizes: ({ places }) => {
    const picture = (name: string) =>
      `<figure><img src="/img/${name}-1600x900-60k.png" srcset="/img/${name}-720x405-20k.png 720w, /img/${name}-1600x900-60k.png 1600w" alt="The ${name}" width="1600" height="900"><figcaption>As it stood</figcaption></figure>`;
    const body = `${picture('oven')}<p>The oven is older than the street, and nobody has seen it cold.</p>${picture('street')}`;
    return html(plain({ places, title: 'Pictures in two sizes', body: body + breadText(places, false) }));
  },
  formulas: ({ places }) => {
    const formula = (name: string) =>
      `<span><img src="/img/formula-90x24-2k.png?${name}" alt="${name}"></span>`;
    const text = `<p>The dough grows by ${formula('a(t)')} in each hour, as the baker says, and by ${formula('b(t)')} where the room is warm, which it seldom is in winter.</p>
<p>All of it together is what the oven gets at five in the morning <img src="/img/smiley-64x64-2k.png" alt=":)" width="64" height="64"> and not a minute later.</p>`;
    return html(plain({ places, title: 'Bread by numbers', body: text + breadText(places, false) }));
  },
  leaving: ({ places }) =>
    html(
      plain({
        places,
        title: 'The page that is left',
        body: leavingBody + filler,
        head: hangs,
        after: '<p id="end">The end.</p>',
      }),
    ),
  'link-only': ({ places }) => {
    const items = [...ARTICLES, ...ARTICLES].map(
      (each) => `<li><a href="${each.path}">${escapeHtml(each.title)}</a></li>`,
    );
    const briefs = BRIEFS.en.map((text, at) => `<li><a href="/brief/${at}">${text}</a></li>`);
    const links = `<h1>The day in links</h1><ul>${[...items, ...briefs].join('')}</ul>`;
    return html(plain({ places, title: 'The day in links' }).replace(/<article.*<\/article>/s, links));
  },
  'cross-link': ({ places }) => {
    const items = ARTICLES.map(
      (each) => `<li><a href="${places.news}${each.path}">${escapeHtml(each.title)}</a></li>`,
    ).join('');
    const extra = ['no-store', 'cached', 'etag', 'head-script-never', 'fast', 'strict-csp']
      .map((name) => `<li><a href="${places.news}/special/${name}">${name}</a></li>`)
      .join('');
    return html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rivers Portal</title><link rel="icon" href="data:,"><h1>Rivers Portal</h1><p>What others wrote:</p><ul>${items}${extra}</ul></html>`,
    );
  },
  websocket: ({ places }) => {
    const talks = `<script>var socket=new WebSocket(${JSON.stringify(`${places.news.replace('http', 'ws')}/socket`)});
socket.onopen=function(){document.documentElement.dataset.socket="open";setInterval(function(){if(socket.readyState===1)socket.send("tick")},100)};
socket.onclose=function(){document.documentElement.dataset.socket="closed"}</script>`;
    return html(plain({ places, title: 'A page that keeps talking', after: talks }));
  },
  'service-worker': () => redirect('/special/sw/'),
  'sw/': ({ places }) =>
    html(
      plain({
        places,
        title: 'Served by a worker',
        head: registers,
        before: '<p><a id="second" href="/special/sw/second">The second page</a></p>',
      }),
    ),
  'sw/second': ({ places }) =>
    html(
      plain({
        places,
        title: 'Served by a worker, again',
        head: registers,
        before: '<p><a id="first" href="/special/sw/">The first page</a></p>',
      }),
    ),
  'sw/worker.js': () => reply('text/javascript', worker, { 'cache-control': 'no-cache' }),
  'sw-anew/': ({ places }) =>
    html(plain({ places, title: 'Asked for by a worker', head: toRegisters('sw-anew') })),
  // The browser keeps no copy: a worker that is asked for one asks the network. Without scripts of its own, which would ask the worker too.
  'sw-anew/second': ({ places }) =>
    html(
      plain({
        places,
        title: 'Asked for by a worker, again',
        head: toRegisters('sw-anew'),
        files: false,
      }),
      { 'cache-control': 'no-store' },
    ),
  'sw-anew/worker.js': () => reply('text/javascript', anewWorker, { 'cache-control': 'no-cache' }),
  big: ({ places }) =>
    html(plain({ places, title: 'Twenty megabytes of rain', after: archive(), files: false })),
  // All in one line, and what stands last has no full stop: a link, and after the end of the page a script.
  minified: ({ places }) =>
    html(
      `${plain({ places, title: 'A page in one line', files: false })
        .replace(/>\s+</g, '><')
        .replace('The Morning Ledger</p></footer>', '<a href="/">Privacy</a></p></footer>')
        .replace('</body></html>', '<script>window.__ran.push("last")</script></body></html>')
        .trim()}`,
    ),
  // Three hundred kilobytes of running text: about seventy articles, one below the other.
  long: ({ places }) => {
    const body = Array.from({ length: 70 }, (_, at) => `<h2>Part ${at + 1}</h2>${breadText(places, false)}`);
    return html(plain({ places, title: 'Seventy loaves', body: body.join('\n'), files: false }));
  },
  nodes: ({ places }) =>
    html(
      plain({
        places,
        title: 'Fifty thousand nodes',
        after: `<table class="archive">${rows()}</table>`,
        files: false,
      }),
    ),
};
