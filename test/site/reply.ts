// A reply of the test site, as data.
import type { IncomingHttpHeaders } from 'node:http';

/** What a page may ask about the request it answers. */
export interface Request {
  method: string;
  host: string;
  url: URL;
  headers: IncomingHttpHeaders;
  form: URLSearchParams;
  places: Places;
}

/** The origins of the site, with the port the server got. */
export interface Places {
  news: string;
  cdn: string;
  fonts: string;
  ads: string;
  stats: string;
  social: string;
  video: string;
  never: string;
  portal: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Answers a request. `undefined`: nothing of this name here. */
export type Route = (request: Request) => Reply | undefined;

export function reply(type: string, body: string | Buffer, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers: { 'content-type': type, ...headers }, body: Buffer.from(body) };
}

export const html = (body: string | Buffer, headers: Record<string, string> = {}): Reply =>
  reply('text/html; charset=utf-8', body, headers);

export const withStatus = (status: number, answer: Reply): Reply => ({ ...answer, status });

export const redirect = (to: string, status = 302): Reply => ({
  status,
  headers: { location: to, 'cache-control': 'no-store' },
  body: Buffer.alloc(0),
});

/** Text as it may stand between tags and in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON that may stand in a script element. */
export const escapeJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
