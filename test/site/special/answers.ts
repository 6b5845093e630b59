// Pages whose answer is special, not their text: caches, forms, redirects. Without it those rows of the design would go untried.
import { escapeHtml, html, redirect, withStatus } from '../reply.ts';
import { breadText, plain, type Specials } from './plain.ts';

const ETAG = '"bread-1"';

const form = `<form method="post" action="/special/post"><p><label>Your name <input name="name" value="Ottoline"></label> <button id="send">Order the story</button></p></form>
<p>This page is the form and not the story. No story has been ordered yet.</p>`;

const loginForm = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><link rel="icon" href="data:,">
<h1>Sign in</h1><form method="post" action="/special/login"><p><label>E-mail <input name="email" type="email"></label></p><p><label>Password <input name="password" type="password"></label></p><button>Sign in</button></form></html>`;

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
  'redirect-loop': () => redirect('/special/redirect-loop'),
  'block-page': () => withStatus(403, html(blocked)),
};
