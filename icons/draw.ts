// Redraws the PNG icons from their SVG sources: npx tsx icons/draw.ts
// Every user downloads these over a bad network, so they are encoded here, as small as they get.

import { readFile, writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../test/browser/find.ts';

const SIZES = { light: [48, 96, 128], on: [16, 32, 48], off: [16, 32, 48] };

/** Runs in the page: the RGBA bytes of an SVG drawn at `size` × `size`. */
async function rasterise(svg: string, size: number): Promise<number[]> {
  const canvas = (side: number, source: CanvasImageSource) => {
    const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.imageSmoothingQuality = 'medium';
    context.drawImage(source, 0, 0, side, side);
    return context;
  };
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  // Chromium dithers gradients, which packs badly: drawn large and shrunk, the dither is gone.
  const large = canvas(size * 8, image);
  return Array.from(canvas(size, large.canvas).getImageData(0, 0, size, size).data);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** Compressed rows of one byte a pixel, under whichever PNG filter (none, sub, up) packs best. */
function pack(bytes: number[], width: number): Buffer {
  const packed = [0, 1, 2].map((filter) => {
    const rows = bytes.flatMap((byte, i) => {
      const start = i % width === 0;
      const before = filter === 0 || (filter === 1 && start) ? 0 : bytes[filter === 1 ? i - 1 : i - width];
      return [...(start ? [filter] : []), byte - (before ?? 0)];
    });
    return deflateSync(Buffer.from(rows), { level: 9, memLevel: 9 });
  });
  return packed.reduce((best, next) => (next.length < best.length ? next : best));
}

type Colour = [red: number, green: number, blue: number, alpha: number];

/** Whether no eye can tell the two apart. Solid and clear pixels stay exactly so. */
function same(a: Colour, b: Colour): boolean {
  if (a[3] !== b[3] && [a[3], b[3]].some((alpha) => alpha === 0 || alpha === 255)) return false;
  const shown = Math.min(a[3], b[3]) / 255;
  return (
    Math.abs(a[3] - b[3]) <= 7 && [0, 1, 2].every((i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0)) * shown <= 2)
  );
}

function encode(rgba: number[], size: number): Buffer {
  const pixels = Array.from({ length: size * size }, (_, i) => rgba.slice(i * 4, i * 4 + 4) as Colour);
  const palette: Colour[] = [];
  for (const pixel of pixels) if (!palette.some((colour) => same(colour, pixel))) palette.push(pixel);
  // Translucent colours first: tRNS may stop where the rest are opaque.
  palette.sort((a, b) => a[3] - b[3]);
  if (palette.length > 256) throw new Error(`${palette.length} colours do not fit a palette`);
  const indices = pixels.map((pixel) => palette.findIndex((colour) => same(colour, pixel)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3], 8); // 8 bits a pixel, indexed
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3]).filter((alpha) => alpha < 255))),
    chunk('IDAT', pack(indices, size)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const browser = await puppeteer.launch({
  executablePath: await findBrowser('chromium'),
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage();
  // tsx wraps named functions in this helper; the page does not have it.
  await page.evaluate('globalThis.__name = (fn) => fn');
  for (const [name, sizes] of Object.entries(SIZES)) {
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
    for (const size of sizes) {
      const png = encode(await page.evaluate(rasterise, svg, size), size);
      await writeFile(new URL(`${name}-${size}.png`, import.meta.url), png);
      console.log(`${name}-${size}.png  ${png.length} bytes`);
    }
  }
} finally {
  await browser.close();
}
