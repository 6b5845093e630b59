// Streams the file of a shelf to and from disk, compressed: one text at a time on the way out, and never more than a file may hold on the way in.
import type { Shelving } from '../common/shelf/shelved.ts';
import { FILE_END, FILE_HEAD } from './shelf-file.ts';

/** What a file may hold, decompressed, in bytes: some more than the largest limit of the shelf. */
const MOST_BYTES = 250_000_000;

/** The file of these texts, each read when its turn comes. */
export async function toShelfFile(
  addresses: string[],
  readText: (address: string) => Promise<Shelving | null>,
): Promise<Blob> {
  const parts: string[] = [FILE_HEAD];
  for (const address of addresses) {
    const text = await readText(address);
    if (text) parts.push(`${parts.length > 1 ? ',\n' : ''}${JSON.stringify(text)}`);
  }
  const plain = new Blob([...parts, FILE_END]);
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** A file as text, whether it is compressed or not; `null` where it is too large or broken. */
export async function readShelfFile(file: Blob): Promise<string | null> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isCompressed = first === 0x1f && second === 0x8b;
  const stream = isCompressed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  const parts: string[] = [];
  let bytes = 0;
  try {
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      bytes += part.value.length;
      // A small file may be a very large one.
      if (bytes > MOST_BYTES) return null;
      parts.push(decoder.decode(part.value, { stream: true }));
    }
  } catch {
    // Expected of a file that broke off on its way.
    return null;
  }
  return parts.join('') + decoder.decode();
}
