// Fetches the pictures that are to be kept with a text: those that the reader has loaded in it. The browser may still hold them, and may not.
import { isWebAddress } from '../../common/addresses.ts';
import type { ShelvedPicture } from '../../common/shelf/shelved.ts';

/** A text of more pictures is a gallery. */
const MOST_PICTURES = 60;
/** A larger picture is not kept, in bytes. */
const MOST_BYTES = 5_000_000;
/** One that has not come after so long is left out, in ms. */
const GIVE_UP_MS = 60_000;

/** Those that came, one after another. */
export async function fetchPictures(address: string, sources: string[]): Promise<ShelvedPicture[]> {
  const pictures: ShelvedPicture[] = [];
  for (const source of [...new Set(sources)].slice(0, MOST_PICTURES)) {
    const blob = await fetchPicture(source);
    if (blob) pictures.push({ address, source, blob });
  }
  return pictures;
}

async function fetchPicture(source: string): Promise<Blob | null> {
  if (!isWebAddress(source)) return null;
  try {
    const response = await fetch(source, {
      cache: 'force-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const blob = await response.blob();
    return response.ok && blob.type.startsWith('image/') && blob.size <= MOST_BYTES ? blob : null;
  } catch {
    // Expected: there is no network any more, or the picture's host does not answer.
    return null;
  }
}
