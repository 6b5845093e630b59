// Pages on which readers log in or pay, as sites and their payment providers write them, and one of the same look on which they do neither.
import { html } from '../reply.ts';
import type { Specials } from './plain.ts';

/** Fields by what the page is for. `named`: of a provider that does not use the standard's names. */
const FIELDS: Record<string, string> = {
  login: '<input name="user" autocomplete="username"> <input type="password" name="word">',
  card: '<input name="n" autocomplete="cc-number"> <input name="c" autocomplete="cc-csc">',
  named: '<input name="cardNumber" inputmode="numeric"> <input name="cvv" inputmode="numeric">',
  none: '<input name="street"> <input name="town">',
};

const TERMS = 'What is ordered here is delivered by the night train, and paid for when it has come. ';

export const privates: Specials = {
  /** `?of=login`: its text goes on long after the fields. */
  members: ({ url }) => {
    const fields = FIELDS[url.searchParams.get('of') ?? ''] ?? FIELDS.none;
    return html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Your order</title><link rel="icon" href="data:,"></head><body><h1>Your order</h1>
<form method="post" action="/special/post">${fields} <button>Go on</button></form><p>${TERMS.repeat(3)}</p><p>${TERMS.repeat(3)}</p><p>${TERMS.repeat(3)}</p></body></html>`,
      { 'cache-control': 'no-store' },
    );
  },
};
