// Without this, Persian would be shown left to right wherever only the page's style sheet says its direction.

// The strong right-to-left scripts in use on the web.
const RTL_LETTERS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTERS = /\p{L}/gu;
/** So many characters tell a text's direction; more only cost time. */
const SAMPLE_CHARS = 5000;

/** The share of right-to-left letters among all letters of the text, 0 to 1; 0 where it has no letters. */
export function toRtlShare(text: string): number {
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = sample.match(LETTERS)?.length ?? 0;
  return letters === 0 ? 0 : (sample.match(RTL_LETTERS)?.length ?? 0) / letters;
}

/**
 * The direction a text is read in. What the page says counts where its letters do not speak against it: a Persian text on a
 * page that says nothing is right-to-left, and so is one with many foreign names on a page that says so.
 */
export function toDirection(text: string, pageDirection: string): 'ltr' | 'rtl' {
  const share = toRtlShare(text);
  return share > 0.5 || (pageDirection === 'rtl' && share > 0.2) ? 'rtl' : 'ltr';
}
