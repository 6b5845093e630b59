/** @jest-environment node */
import { decodeHtml } from '../../src/common/document/decode-html.ts';

const PERSIAN = Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3); // سلام in windows-1256
const ascii = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

test.each([
  ['what the server says', PERSIAN, 'text/html; charset=windows-1256', 'سلام'],
  ['in quotes', PERSIAN, 'text/html; Charset="Windows-1256"', 'سلام'],
  ['what the page says', join(ascii('<meta charset=windows-1256>'), PERSIAN), 'text/html', /سلام$/],
  [
    'in the old way',
    join(ascii('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'), PERSIAN),
    'text/html',
    /سلام$/,
  ],
  [
    'what a feed says',
    join(ascii('<?xml version="1.0" encoding="windows-1256"?><title>'), PERSIAN),
    'text/xml',
    /سلام$/,
  ],
  ['not in a comment', join(ascii('<!-- <meta charset=windows-1256> -->'), ascii('é')), 'text/html', /é$/],
  [
    'a mark before all that',
    join(Uint8Array.of(0xef, 0xbb, 0xbf), ascii('é')),
    'text/html; charset=latin1',
    'é',
  ],
  ['UTF-8 where nothing is said', ascii('سلام'), 'text/html', 'سلام'],
  ['what is no UTF-8', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'text/html', 'café'],
  ['an encoding that does not exist', ascii('é'), 'text/html; charset=none-such', 'é'],
  ['UTF-16 in a page that can be read so far', ascii('<meta charset=utf-16>é'), 'text/html', /é$/],
])('%s', (_, bytes, type, text) => {
  const decoded = decodeHtml(bytes, type);
  if (typeof text === 'string') expect(decoded).toBe(text);
  else expect(decoded).toMatch(text);
});
