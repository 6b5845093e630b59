// Without it nobody could say how soon a text can be read at all: when its bytes are here.
import { get } from 'node:http';
import { createGunzip } from 'node:zlib';
import type { Site } from '../../site/site.ts';

/** When the HTML up to the end of each of these words had come, in seconds since it was asked for. */
export async function timeBytes(site: Site, path: string, words: readonly string[]): Promise<number[]> {
  const from = performance.now();
  const at = words.map(() => Number.NaN);
  let html = Buffer.alloc(0);
  const unzip = createGunzip();
  const headers = { host: `news.localhost:${site.port}`, 'accept-encoding': 'gzip' };
  get({ host: '127.0.0.1', port: site.port, path, headers }, (response) => response.pipe(unzip));
  for await (const part of unzip) {
    html = Buffer.concat([html, part as Buffer]);
    const text = html.toString();
    words.forEach((each, index) => {
      if (Number.isNaN(at[index]) && text.includes(each)) at[index] = (performance.now() - from) / 1000;
    });
  }
  return at;
}
