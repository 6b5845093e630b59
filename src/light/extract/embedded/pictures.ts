// Finds the address of pictures that have it only in `srcset`, on themselves or on the sources beside them.

const NAMES = ['srcset', 'data-srcset'];

/** Gives each picture without an address the first one of its candidates. */
export function completePictures(page: Document): void {
  for (const image of page.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? '';
    if ((src && !src.startsWith('data:')) || image.hasAttribute('data-src')) continue;
    const sources = [image, ...(image.closest('picture')?.querySelectorAll('source') ?? [])];
    const candidates = sources.flatMap((source) => NAMES.map((name) => source.getAttribute(name) ?? ''));
    const found = candidates.map(toFirst).find(Boolean);
    if (found) image.setAttribute('src', found);
  }
}

/** The first candidate: https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
function toFirst(candidates: string): string {
  const [first = ''] = candidates.trim().split(/\s+/);
  return first.replace(/,$/, '');
}
