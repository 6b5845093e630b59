// Pages whose answer is special, not their text: caches, forms, redirects.
import { escapeHtml, html, redirect, reply, withStatus } from '../reply.ts';
import { breadText, plain, type Specials } from './plain.ts';

const ETAG = '"bread-1"';

const form = `<form method="post" action="/special/post"><p><label>Your name <input name="name" value="Ottoline"></label> <button id="send">Order the story</button></p></form>
<p>This page is the form and not the story. No story has been ordered yet.</p>`;

const loginForm = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><link rel="icon" href="data:,">
<h1>Sign in</h1><form method="post" action="/special/login"><p><label>E-mail <input name="email" type="email"></label></p><p><label>Password <input name="password" type="password"></label></p><button>Sign in</button></form></html>`;

const check = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Just a moment…</title><link rel="icon" href="data:,"></head>
<body><h1>news.localhost</h1><div id="challenge-running">Checking that you are a person…</div>
<script>setTimeout(() => { document.cookie = 'person=yes'; location.reload(); }, 300)</script></body></html>`;

const app = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bread from a script</title>
<link rel="stylesheet" href="/css/base-34k.css"><link rel="icon" href="data:,"></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/special/app.js"></script></body></html>`;

const appScript = `fetch('/special/app.json').then((answer) => answer.json()).then(({ text }) => {
  document.querySelector('#root').innerHTML = '<article><h1>Bread from a script</h1><img src="/img/app-640x480-40k.png" alt="">' + text + '</article>';
});`;

const blocked = `<!doctype html><html><head><title>403</title></head><body><h1>Access to this address is not possible</h1><p>The address that you asked for is on a list. Reference: 10-34-M4.</p></body></html>`;

export const answers: Specials = {
  'no-store': ({ places }) =>
    html(plain({ places, title: 'Bread that is not kept' }), { 'cache-control': 'no-store' }),
  cached: ({ places }) =>
    html(plain({ places, title: 'Bread that keeps' }), { 'cache-control': 'max-age=600' }),
  etag: ({ places, headers }) => {
    const page = html(plain({ places, title: 'Bread with a label' }), {
      'cache-control': 'no-cache',
      etag: ETAG,
    });
    // Some servers mark the compressed form; a client may send either back.
    const known = String(headers['if-none-match'] ?? '').includes('bread-1');
    return known ? { ...withStatus(304, page), body: Buffer.alloc(0) } : page;
  },
  post: ({ places, method, form: sent }) => {
    if (method !== 'POST') return html(plain({ places, title: 'Order a story', body: form }));
    const name = escapeHtml(sent.get('name') ?? 'nobody');
    const body = `<p id="ordered">This story was ordered by ${name}, and it exists only as the answer to an order.</p>${breadText(places, false)}`;
    return html(plain({ places, title: `A story for ${sent.get('name') ?? 'nobody'}`, body }));
  },
  refresh: ({ places }) =>
    html(
      plain({ places, title: 'The page that cannot wait', head: '<meta http-equiv="refresh" content="2">' }),
    ),
  'refresh-header': ({ places }) =>
    html(plain({ places, title: 'The page that was told to hurry' }), { refresh: '2' }),
  captive: ({ places }) => redirect(`${places.portal}/special/login?from=captive`),
  login: ({ method }) =>
    method === 'POST' ? redirect('/special/fast', 303) : html(loginForm, { 'cache-control': 'no-store' }),
  /** Lets nobody in who has not run its script. */
  check: ({ places, headers }) =>
    String(headers.cookie ?? '').includes('person=yes')
      ? html(plain({ places, title: 'Bread behind a check' }), { 'cache-control': 'no-store' })
      : withStatus(403, html(check, { 'cache-control': 'no-store' })),
  app: () => html(app),
  'app.js': () => reply('text/javascript', appScript),
  'app.json': ({ places }) => reply('application/json', JSON.stringify({ text: breadText(places, true) })),
  'redirect-loop': () => redirect('/special/redirect-loop'),
  'block-page': () => withStatus(403, html(blocked)),
};
