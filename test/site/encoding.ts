// Encodes pages in the older encodings of the web.

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const LAST = 0xfe;

function toRange(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Every character of an encoding of one or two bytes, with its bytes: the decoder's table read backwards. */
function readTable(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const pairs = toRange(FIRST_LEAD, LAST).flatMap((lead) =>
    toRange(FIRST_TRAIL, LAST).map((trail) => [lead, trail]),
  );
  const table = new Map<string, number[]>();
  for (const bytes of [...toRange(0, 255).map((byte) => [byte]), ...pairs]) {
    const [character = '', ...others] = decoder.decode(Uint8Array.from(bytes));
    // Where there are two ways to write a character, encoders take the first.
    if (others.length === 0 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  }
  return table;
}

/** `text` in an encoding. What the encoding lacks becomes a numeric reference, as browsers do in forms. */
export function toEncoding(text: string, encoding: string): Buffer {
  const table = readTable(encoding);
  const toReference = (character: string) => [...Buffer.from(`&#${character.codePointAt(0)};`, 'ascii')];
  return Buffer.from([...text].flatMap((character) => table.get(character) ?? toReference(character)));
}
