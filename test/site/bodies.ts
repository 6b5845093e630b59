// Generates the pictures, scripts and style sheets of the test site, so that none stands in git.
import { deflateSync } from 'node:zlib';

/** Numbers from 0 to 1 that look random and are the same for the same name every time. */
export function randomOf(name: string): () => number {
  let state = 2166136261;
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9;
    state ^= state >>> 13;
    return (state >>> 0) / 4294967296;
  };
}

export function noise(name: string, length: number): Buffer {
  const random = randomOf(name);
  const words = Uint32Array.from({ length: Math.ceil(length / 4) }, () => random() * 4294967296);
  return Buffer.from(words.buffer, 0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The checksum of PNG chunks; `zlib.crc32` is younger than Node 20. */
function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** How much of a point lies behind an edge, for edges that are not jagged. */
const cover = (beyond: number): number => Math.min(1, Math.max(0, beyond + 0.5));

/** The pixels of a landscape, as a PNG holds them: a sky, a sun, three ranges of hills. */
function landscape(name: string, width: number, height: number): Buffer {
  const random = randomOf(name);
  const hue = random() * 6.28;
  const tint = [0, 2.1, 4.2].map((turn) => 0.81 + 0.19 * Math.cos(hue + turn));
  const sun = { x: random() * width, y: height * (0.15 + random() * 0.2), radius: height * 0.09 };
  const ridges = [0.45, 0.62, 0.8].map((at) => {
    const [phase, wave] = [random() * 6, 6 + random() * 9];
    return (x: number) => height * (at + 0.08 * Math.sin(phase + (x / width) * wave));
  });
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let x = 0; x < width; x++) {
    const tops = ridges.map((ridge) => ridge(x));
    for (let y = 0; y < height; y++) {
      let light = 235 - 70 * (y / height) + 40 * cover(sun.radius - Math.hypot(x - sun.x, y - sun.y));
      for (let range = 0; range < tops.length; range++) {
        const share = cover(y - (tops[range] ?? 0));
        light = light * (1 - share) + (133 - range * 42) * share;
      }
      const at = y * (width * 3 + 1) + 1 + x * 3;
      for (let channel = 0; channel < 3; channel++) {
        rows[at + channel] = Math.min(255, light * (tint[channel] ?? 1));
      }
    }
  }
  return rows;
}

/** A PNG of a landscape. What it lacks of `bytes` is carried in a private chunk that every decoder skips. */
export function png(name: string, width: number, height: number, bytes = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header)]);
  const image = chunk('IDAT', deflateSync(landscape(name, width, height)));
  const end = chunk('IEND', Buffer.alloc(0));
  const missing = bytes - start.length - image.length - end.length - 12;
  const filler = missing > 0 ? chunk('liGh', noise(name, missing)) : Buffer.alloc(0);
  return Buffer.concat([start, filler, image, end]);
}

/** The one-by-one transparent GIF of a tracker. */
export const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const WORDS =
  'grid slot view item feed page track query cache frame store panel route event state model'.split(' ');

function nameFrom(random: () => number): string {
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? 'word';
  const capital = word();
  return `${word()}${capital[0]?.toUpperCase()}${capital.slice(1)}${Math.floor(random() * 1e4)}`;
}

/** A script of about `bytes` that defines many small functions, calls some, adds its name to `__ran` and then does `deed`. */
export function script(name: string, bytes: number, deed = ''): string {
  const random = randomOf(name);
  const parts = ['(function(){"use strict";var m={};'];
  const end = `var n=0;for(var k in m)n+=m[k](n,7);(globalThis.__ran=globalThis.__ran||[]).push(${JSON.stringify(name)});${deed}})();\n`;
  let length = end.length + 40;
  while (length < bytes) {
    const id = nameFrom(random);
    const [a, b] = [Math.floor(random() * 1e6), Math.floor(random() * 255)];
    const part = `m.${id}=function(a,b){var t=${a};for(var i=0;i<${b % 9};i++)t=(t^a+i*${b})%65521;return b?t:"${id}"};\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + end;
}

/** A style sheet of about `bytes` whose rules match nothing, after `rules`, which do. */
export function style(name: string, bytes: number, rules = ''): string {
  const random = randomOf(name);
  const parts = [`/* ${name} */\n`, rules];
  let length = rules.length;
  while (length < bytes) {
    const [a, b] = [Math.floor(random() * 360), Math.floor(random() * 40)];
    const part = `.${nameFrom(random)} > .is-${b}{color:hsl(${a} 40% ${b}%);padding:${b}px ${a}px;margin-block:${b / 10}rem}\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** The smallest PDF that viewers accept: one page with one line of text. */
export function pdf(line: string): Buffer {
  const stream = `BT /F1 18 Tf 72 720 Td (${line.replace(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${starts.join('')}`;
  return Buffer.from(`${text}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`);
}
