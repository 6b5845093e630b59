// Pages that have their text in something else than their body, with attacks in it: each way in which Light unpacks a page.

/** What stands around an attack, so that it is taken for the article. */
const prose = (at: number) =>
  `<p>Entry ${at} of the log of the lighthouse: wind from the west, the lamp trimmed at nine, the glass falling slowly, and nothing on the water but two boats from the harbour below the hill.</p>`;

const toAttribute = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

/** The title under which a page's state has its text. */
export const TITLE = 'Attacks: packed away';

/** The body of a page by the way in which it holds a text. */
export const SOURCES: Record<string, (text: string) => string> = {
  srcdoc: (text) => `<iframe srcdoc="${toAttribute(text)}" width="900" height="900"></iframe>`,
  shadow: (text) => `<x-story><template shadowrootmode="open">${text}</template></x-story>`,
  template: (text) => `<template id="story">${text}</template>`,
  // A template that held a script would end with it.
  'script-template': (text) =>
    `<script type="text/template">${text.replace(/<(\/?)script/gi, '<$1x-script').replaceAll('<!--', '')}</script>`,
  noscript: (text) => `<noscript>${text.replace(/<\/?noscript/gi, '')}</noscript>`,
  'json-ld': (text) =>
    `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: TITLE, articleBody: text })}</script>`,
  'next-data': (text) =>
    `<script id="__NEXT_DATA__" type="application/json">${json({ props: { story: { title: TITLE, body: text } } })}</script>`,
  'assigned-state': (text) =>
    `<script type="text/javascript">window.__STATE__ = ${json({ story: { title: TITLE, parts: [{ html: text }] } })};</script>`,
  'state-in-an-attribute': (text) =>
    `<div id="app" data-page="${toAttribute(JSON.stringify({ story: { title: TITLE, html: text } }))}"></div>`,
  'state-of-a-function': (text) =>
    `<script>window.__NUXT__=(function(a){return {story:{title:a,html:${json(text)}}}}(${json(TITLE)}));</script>`,
};

/** A page whose text, with these pieces in it, comes by that way. */
export function toEmbeddedPage(source: string, pieces: readonly string[], head = ''): string {
  const text = [prose(0), ...pieces.flatMap((piece, at) => [`<div>${piece}</div>`, prose(at + 1)])].join(
    '\n',
  );
  const fill = Array.from({ length: 6 }, (_, at) => prose(900 + at)).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title><link rel="icon" href="data:,">${head}</head><body>${SOURCES[source]?.(text + fill)}</body></html>`;
}
