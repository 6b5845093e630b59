// Pages that hide themselves, stop events, empty what others add, or are no HTML: each does one thing that an extension may fall over.
import { html, reply, withStatus } from '../reply.ts';
import { breadText, plain, type Specials } from './plain.ts';

const EVENTS =
  'click auxclick mousedown mouseup pointerdown pointerup touchstart touchend contextmenu keydown keyup keypress';

const stopsEvents = `<script>for(const name of ${JSON.stringify(EVENTS)}.split(" "))
addEventListener(name,event=>{event.stopImmediatePropagation();window.stopped=(window.stopped||0)+1},true)</script>`;

/** Empties each open shadow root under the document element, or takes its host's attributes away. */
const empties = (how: string): string => {
  const act =
    how === 'attributes'
      ? 'for(const name of host.getAttributeNames())host.removeAttribute(name)'
      : 'host.shadowRoot.replaceChildren()';
  return `<script>setInterval(()=>{for(const host of document.querySelectorAll("html>*"))if(host.shadowRoot){${act};window.emptied=(window.emptied||0)+1}},100)</script>`;
};

/** Opens a modal dialog when told to, or again and again. */
const dialogs = `<dialog id="late"><p>One more thing</p></dialog><script>
window.openInShadow=(mode)=>{const root=document.body.appendChild(document.createElement("div")).attachShadow({mode});
root.innerHTML="<dialog>In a shadow root</dialog>";root.firstChild.showModal()};
window.openLate=()=>document.getElementById("late").showModal();
window.reopenLate=()=>setInterval(()=>{const late=document.getElementById("late");late.close();late.showModal();window.reopened=(window.reopened||0)+1},300)</script>`;

const styles = `<style>:root{--host:red;--mark:"";--ink:#fff;--paper:#fff;--soft:#fff;--accent:#fff}
[data-light]{--ink:#fff!important;--paper:#fff!important;--soft:#fff!important;--accent:#fff!important;--host:red!important}
[data-light]::part(body){display:none}</style>`;

const speculation = `<script type="speculationrules">{"prefetch":[{"source":"document","where":{"href_matches":"/*"},"eagerness":"immediate"}]}</script>`;

const item = (n: number): string =>
  `<item><title>Rain in week ${n}</title><link>http://news.localhost/brief/${n}</link><description>So much of it that the gauge ran over.</description></item>`;
const feed = (end: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Morning Ledger</title>${[1, 2, 3, 4].map(item).join('')}${end}`;

export const faulty: Specials = {
  // `?hidden`, `?inert`: an attribute of the document element.
  'bare-root': ({ places, url }) => {
    const attribute = url.searchParams.has('inert') ? 'inert' : 'hidden';
    return html(
      plain({ places, title: 'Hidden at its root' }).replace(
        '<html lang="en">',
        `<html lang="en" ${attribute}>`,
      ),
    );
  },
  'stops-everything': ({ places }) =>
    html(plain({ places, title: 'Nobody hears anything', head: stopsEvents, files: false })),
  // `?how=attributes`
  empties: ({ places, url }) =>
    html(
      plain({
        places,
        title: 'Nothing stays here',
        head: empties(url.searchParams.get('how') ?? ''),
        files: false,
      }),
    ),
  'late-dialogs': ({ places }) =>
    html(plain({ places, title: 'An offer too late', after: dialogs, files: false })),
  'white-on-white': ({ places }) =>
    html(
      plain({
        places,
        title: 'White on white',
        head: styles,
        files: false,
        before: '<p><a href="https://other.example/">news.localhost</a></p>',
      }),
    ),
  speculates: ({ places }) =>
    html(plain({ places, title: 'Links fetched before they are followed', head: speculation, files: false })),
  'own-elements': ({ places }) =>
    html(
      plain({
        places,
        title: 'Elements of the same name',
        files: false,
        head: '<script>for(const name of ["light-view","light-prompt"])customElements.define(name,class extends HTMLElement{constructor(){super();throw new Error(name)}})</script>',
        body: `<div data-light="prompt"><p>This paragraph stands in an element that bears the mark of Light, and is the page's own all the same.</p></div>${breadText(places, false)}`,
      }),
    ),
  'strips-query': ({ places }) =>
    html(
      plain({
        places,
        title: 'An address made shorter',
        files: false,
        head: '<script>history.replaceState(null,"",location.pathname+"?plain")</script>',
      }),
    ),
  malformed: ({ places }) =>
    html(
      plain({
        places,
        title: 'Addresses that are none',
        files: false,
        head: '<base href="//"><script src="https://"></script><link rel="stylesheet" href="http://["><link rel="canonical" href="https://">',
        before: '<p><a href="https://">nowhere</a> <img src="http://[" alt="nothing"></p>',
      }),
    ),
  'feed.xml': () => reply('text/xml; charset=utf-8', feed('</channel></rss>')),
  'feed-broken.xml': () => reply('text/xml; charset=utf-8', feed('<item><title>Unclosed')),
  'gone-404': () =>
    withStatus(404, html('<!doctype html><title>Not here</title><h1>Not here</h1><p>It has moved.</p>')),
  'empty-200': () => html(''),
};
