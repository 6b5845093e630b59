// Decides which addresses a link or picture of the view may have: web addresses, and no credentials, scripts or local files.

import { toMailAddress } from './stand-ins.ts';

/** A longer address is no address of a page but a load, in characters: servers take 8 KB at most. */
const MOST_CHARS = 8192;
const PAGES = ['http:', 'https:'];
/** Codes that a telephone acts on by itself are made of these. */
const DIALLED_CODE = /[*#]|%2[3a]/i;

/** Where a link may lead, as the browser reads it: to pages, mail and telephones; `null` for everything else, relative ones too. */
export function toLinkAddress(value: string, base?: string): string | null {
  return toAddress(toMailAddress(value) ?? value, [...PAGES, 'mailto:', 'tel:'], base);
}

/** The address of a picture as the browser reads it; `null` where it is none. */
export function toPictureAddress(value: string, base?: string): string | null {
  return toAddress(value, PAGES, base);
}

function toAddress(value: string, protocols: string[], base?: string): string | null {
  if (value.length > MOST_CHARS || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  if (!protocols.includes(url.protocol)) return null;
  if (url.protocol === 'tel:' && DIALLED_CODE.test(url.href)) return null;
  // `https://bank.example@evil.example/` leads to the latter.
  url.username = '';
  url.password = '';
  return url.href;
}
