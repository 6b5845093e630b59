// Ends what the page has in flight beside its HTML.

/** Cancels what the page has in flight beside its HTML. The rules refuse everything that comes after. */
export function cancelLoads(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('img[src], img[srcset]')) {
    if (image.complete && !image.srcset) continue;
    // Where the text is taken from this document, its pictures keep their names: Readability looks for `data-src`.
    image.setAttribute('data-src', image.currentSrc || image.src);
    image.removeAttribute('srcset');
    image.removeAttribute('src');
  }
  for (const load of document.querySelectorAll('link[rel~=stylesheet], iframe')) load.remove();
  for (const media of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
    media.removeAttribute('src');
    media.load();
  }
}

/** Ends the page's speculation rules: they outlive `window.stop()`, and browsers would prefetch or prerender the links of the view by them. */
export function cancelSpeculation(): void {
  for (const rules of document.querySelectorAll('script[type=speculationrules i]')) rules.remove();
}
