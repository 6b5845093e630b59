// Tells how soon a text can be read at all: when its bytes are here, for a plain HTTP client.
import { get } from 'node:http';
import { createGunzip } from 'node:zlib';
import type { Site } from '../../site/site.ts';

/** When the HTML up to the end of each of these words, or so many characters of it, had come, in seconds since it was asked for. */
export async function timeBytes(
  site: Site,
  path: string,
  marks: readonly (string | number)[],
): Promise<number[]> {
  const from = performance.now();
  const at = marks.map(() => Number.NaN);
  let html = Buffer.alloc(0);
  const unzip = createGunzip();
  const headers = { host: `news.localhost:${site.port}`, 'accept-encoding': 'gzip' };
  get({ host: '127.0.0.1', port: site.port, path, headers }, (response) => response.pipe(unzip));
  for await (const part of unzip) {
    html = Buffer.concat([html, part as Buffer]);
    const text = html.toString();
    marks.forEach((mark, index) => {
      const isHere = typeof mark === 'string' ? text.includes(mark) : text.length >= mark;
      if (Number.isNaN(at[index]) && isHere) at[index] = (performance.now() - from) / 1000;
    });
  }
  return at;
}
