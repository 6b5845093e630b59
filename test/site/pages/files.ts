// The files that pages of the test site ask for; a file's name gives its size: `vendor-120k.js`.

import { noise, pixel, png, script, style } from '../bodies.ts';
import { font } from '../font.ts';
import { escapeJson, html, type Places, type Reply, type Request, type Route, reply } from '../reply.ts';
import { deeds } from './deeds.ts';
import { ARTICLE, BASE, fontFaces, RTL } from './style.ts';

/** Files may be used from any host and kept for an hour. */
const SHARED = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' };

const made = new Map<string, Buffer>();

/** The body of that name, made once. */
function keep(name: string, make: () => Buffer | string): Buffer {
  const known = made.get(name);
  if (known) return known;
  const body = Buffer.from(make());
  made.set(name, body);
  return body;
}

const rules = (name: string, places: Places): string =>
  ({ base: BASE, article: ARTICLE, rtl: RTL, faces: fontFaces(places.fonts) })[name] ?? '';

type Maker = (parts: {
  name: string;
  bytes: number;
  size: number[];
  places: Places;
}) => [string, () => Buffer | string];

const MAKERS: Record<string, Maker> = {
  js: ({ name, bytes, places }) => [
    'text/javascript; charset=utf-8',
    () => script(name, bytes, deeds(places)[name]),
  ],
  css: ({ name, bytes, places }) => [
    'text/css; charset=utf-8',
    () => style(name, bytes, rules(name, places)),
  ],
  png: ({ name, bytes, size }) => ['image/png', () => png(name, size[0] ?? 64, size[1] ?? 64, bytes)],
  ttf: ({ name, bytes }) => ['font/ttf', () => font(name, bytes)],
  mp4: ({ name, bytes }) => ['video/mp4', () => noise(name, bytes)],
};

/** `/img/river-320x180-40k.png`: folder, name, size in points where it has one, kilobytes, kind. */
const FILE = /^\/(?:js|css|img|fonts|video)\/([\w.-]+?)(?:-(\d+)x(\d+))?-(\d+)k\.(\w+)$/;

function answerFile({ url, places }: Request): Reply | undefined {
  const [, name, width, height, kilobytes, kind] = FILE.exec(url.pathname) ?? [];
  const maker = MAKERS[kind ?? ''];
  if (!maker || !name) return undefined;
  const bytes = Math.min(Number(kilobytes), 1000) * 1024;
  const size = width ? [Math.min(Number(width), 800), Math.min(Number(height), 600)] : [];
  const [type, make] = maker({ name, bytes, size, places });
  return reply(
    type,
    keep(kind === 'js' || kind === 'css' ? places.cdn + url.pathname : url.pathname, make),
    SHARED,
  );
}

/** The document inside an advertisement's frame. */
const advertisement = ({ places, url }: Request): Reply =>
  html(
    `<!doctype html><html lang="en"><title>Advertisement</title><style>body{margin:0;font:14px system-ui;background:#eee}img{width:100%;height:150px;object-fit:cover}</style>
<img src="${places.ads}/img/umbrella-${url.searchParams.get('slot') ?? 'a'}-300x150-45k.png" alt="An umbrella"><p>Umbrellas by Brolly &amp; Sons. Dry since Tuesday.</p>
<img class="pixel" src="${places.ads}/p.gif?shown=1" alt="" width="1" height="1"><script src="${places.ads}/js/banner-30k.js"></script></html>`,
    { 'cache-control': 'no-store' },
  );

const API: Record<string, unknown> = {
  'most-read': { items: ['rain', 'train', 'bread'] },
  weather: { en: 'Showers, 9 °C', fa: 'نیمه‌ابری، ۹ درجه', ar: 'غائم جزئياً، 9 درجات' },
  live: {
    en: 'The Tessel at Lower Carrow stands at 1.32 m and is falling.',
    fa: 'آب تسل در کارو پایین ۱٫۳۲ متر است و فروکش می‌کند.',
    ar: 'منسوب نهر تسل 1.32 متر وهو في انخفاض.',
  },
};

/** Everything a page asks for but pages. */
export const files: Route = (request) => {
  const { url } = request;
  if (url.pathname === '/p.gif') return reply('image/gif', pixel, { 'cache-control': 'no-store' });
  if (url.pathname === '/collect')
    return { status: 204, headers: { 'access-control-allow-origin': '*' }, body: Buffer.alloc(0) };
  if (url.pathname === '/csp-report') return { status: 204, headers: {}, body: Buffer.alloc(0) };
  if (url.pathname === '/frame.html') return advertisement(request);
  if (url.pathname === '/favicon.ico')
    return reply(
      'image/png',
      keep('icon', () => png('icon', 32, 32)),
      SHARED,
    );
  const [, api] = /^\/api\/([\w-]+)\.json$/.exec(url.pathname) ?? [];
  if (api && api in API)
    return reply('application/json', escapeJson(API[api]), { 'cache-control': 'no-store' });
  return answerFile(request);
};
