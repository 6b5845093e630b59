// Generates a small valid web font.
import { noise } from './bodies.ts';

const u16 = (...values: number[]): Buffer => {
  const data = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    data.writeUInt16BE(value & 0xffff, at * 2);
  });
  return data;
};

const u32 = (...values: number[]): Buffer => {
  const data = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    data.writeUInt32BE(value >>> 0, at * 4);
  });
  return data;
};

function checksum(data: Buffer): number {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Maps U+E000, which no text holds, to glyph 1: the font is valid and changes nothing on the page. */
function cmap(): Buffer {
  const format4 = Buffer.concat([
    u16(4, 32, 0, 4, 4, 1, 0),
    u16(0xe000, 0xffff, 0),
    u16(0xe000, 0xffff),
    u16(1 - 0xe000, 1),
    u16(0, 0),
  ]);
  return Buffer.concat([u16(0, 1, 3, 1), u32(12), format4]);
}

function names(family: string): Buffer {
  const texts = ['', family, 'Regular', family, family, 'Version 1.0', family.replace(/\W/g, '')];
  const encoded = texts.map((text) => Buffer.from(text, 'utf16le').swap16());
  let at = 0;
  const records = encoded.map((text, id) => {
    const record = u16(3, 1, 0x409, id, text.length, at);
    at += text.length;
    return record;
  });
  return Buffer.concat([u16(0, texts.length, 6 + 12 * texts.length), ...records, ...encoded]);
}

function os2(): Buffer {
  const head = u16(3, 500, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0);
  const ranges = Buffer.concat([Buffer.alloc(10), u32(0, 0x10000000, 0, 0), Buffer.from('LGHT')]);
  return Buffer.concat([
    head,
    ranges,
    u16(0x40, 0xe000, 0xe000, 800, -200, 90, 1000, 200),
    u32(1, 0),
    u16(500, 700, 0, 0, 1),
  ]);
}

/** A valid TrueType font of about `bytes`, with one square glyph; the rest is a table that browsers leave out. */
export function font(family: string, bytes: number): Buffer {
  const square = Buffer.concat([
    u16(1, 0, 0, 500, 500, 3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(0, 0, 500, 0, 0, 500, 0, -500),
  ]);
  const tables: [string, Buffer][] = [
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', square],
    [
      'head',
      Buffer.concat([
        u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
        u16(0, 1000),
        Buffer.alloc(16),
        u16(0, 0, 500, 500, 0, 8, 2, 0, 0),
      ]),
    ],
    ['hhea', Buffer.concat([u32(0x10000), u16(800, -200, 90, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2)])],
    ['hmtx', u16(500, 0, 500, 0)],
    ['liGh', noise(family, Math.max(4, bytes - 900))],
    ['loca', u16(0, 0, square.length / 2)],
    ['maxp', Buffer.concat([u32(0x10000), u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['name', names(family)],
    ['post', Buffer.concat([u32(0x30000, 0), u16(-100, 50), u32(0, 0, 0, 0, 0)])],
  ];
  let at = 12 + 16 * tables.length;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, data] of tables) {
    entries.push(Buffer.from(tag, 'ascii'), u32(checksum(data), at, data.length));
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    bodies.push(data, padding);
    at += data.length + padding.length;
  }
  return Buffer.concat([
    u32(0x10000),
    u16(tables.length, 128, 3, tables.length * 16 - 128),
    ...entries,
    ...bodies,
  ]);
}
