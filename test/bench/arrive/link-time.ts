// Says when so much of a page's HTML has come over a slow link, as the test site would send it.
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { type Link, PACKET_BYTES } from '../../site/link.ts';

/** What a status line and its headers take on the wire, roughly, as the test site has it. */
const HEADER_BYTES = 350;

/** What is here at a moment. */
export interface Moment {
  seconds: number;
  /** Of the HTML, after decompression. */
  htmlChars: number;
}

/** What of the HTML has come with each packet, compressed as servers do. */
export function toMoments(html: string, { kbps, latencyMs }: Link): Moment[] {
  const zipped = gzipSync(html);
  const moments: Moment[] = [];
  for (let bytes = PACKET_BYTES; bytes < zipped.length + PACKET_BYTES; bytes += PACKET_BYTES) {
    const sent = Math.min(bytes, zipped.length);
    const here = gunzipSync(zipped.subarray(0, sent), { finishFlush: constants.Z_SYNC_FLUSH });
    const seconds = latencyMs / 1000 + ((HEADER_BYTES + sent) * 8) / (kbps * 1000);
    moments.push({ seconds, htmlChars: sent === zipped.length ? html.length : here.toString().length });
  }
  return moments;
}

/** When so many characters of the HTML are here, in seconds. */
export function toSeconds(moments: readonly Moment[], htmlChars: number): number {
  return (moments.find((moment) => moment.htmlChars >= htmlChars) ?? moments.at(-1))?.seconds ?? 0;
}
