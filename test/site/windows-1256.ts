// Without it there would be no page in an encoding that many older Arabic sites still use.

/** Every character windows-1256 has, with its byte: the decoder's table read backwards. */
function readTable(): Map<string, number> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const characters = new TextDecoder('windows-1256').decode(bytes);
  return new Map([...characters].map((character, byte) => [character, byte]));
}

/** `text` in windows-1256. What the encoding lacks becomes a numeric reference, as browsers do in forms. */
export function toWindows1256(text: string): Buffer {
  const table = readTable();
  const bytes: number[] = [];
  for (const character of text) {
    const byte = table.get(character);
    if (byte !== undefined) bytes.push(byte);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`, 'ascii'));
  }
  return Buffer.from(bytes);
}
