// Without this, Readability would weigh menus, notices and boxes against the article, and take some of them for it.

/** What is never part of the text. Structured data stays: it says what the page is. */
export const NEVER =
  'script:not([type="application/ld+json"]), style, link, template, svg, canvas, nav, dialog, menu, footer, ' +
  // One look at the many that have no role.
  '[role]:is([role=navigation], [role=search], [role=contentinfo], [role=dialog], [role=alertdialog], [role=menu], ' +
  '[role=menubar], [role=tablist], [role=toolbar]), a[role=button], [aria-modal=true], [hidden]';

/**
 * Boxes beside a text, by the names they are commonly given in classes and ids: consent, sharing, newsletters, advertisements,
 * what else there is to read, ways back.
 */
export const BOX = new RegExp(
  '(?:^|[-_ ])(?:' +
    'cookies?(?:banner|bar|notice|consent)?|consent|gdpr|onetrust|didomi|' +
    '(?:share|social)(?:bar|buttons?|icons?|links?|media|share|tools?)?|sharing|shared?daddy|addthis|addtoany|' +
    'newsletters?|subscri(?:be|ption)s?|sign-?up|' +
    'advert(?:isement|orial|ising)?s?|ads?(?:slot|unit|box|container|wrapper|banner)?|sponsored|promos?|outbrain|taboola|' +
    'related(?:articles?|posts?|news|links?|content|stories)?|recirc(?:ulation)?|recommend(?:ed|ations?)|more-?(?:news|stories|articles|from)|' +
    '(?:most|more)-?(?:read|popular|viewed|commented)|popular-?(?:posts|news|articles)|trending|(?:read|see)-?(?:also|next)|also-?read|' +
    'breadcrumbs?|editsection|paginat(?:ion|or)|pager|tag-?(?:list|cloud|links)|tags|' +
    'skip-?(?:link|nav|to|content)[a-z-]*|(?:sr|screen-?reader)-?(?:only|text)|visually-?hidden|' +
    'pop-?up|modal|toast|snackbar|tooltip|user-?(?:banner|extra|stat|title)s?' +
    ')(?:$|[-_ ])',
  'i',
);
/** A shorter name of what a button unfolds is that of a menu, in characters. */
const QUESTION_CHARS = 20;
/** A box that holds more text than this is no box, in characters. */
const BOX_CHARS = 1500;

/** Takes out what is not part of any text, among it the boxes that were found by their names, so that what is left can be weighed. */
export function prepare(page: Document, boxes: Element[]): void {
  unfold(page);
  removeSurroundings(page);
  removeSmall(boxes);
}

/** What folds a section away is the words of its heading: https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ */
function unfold(page: Document): void {
  for (const button of page.querySelectorAll(
    ':is(h2, h3, h4) button, :is(button, a, [role=tab])[aria-expanded]',
  )) {
    const isHeading = button.closest('h2, h3, h4');
    if (!isHeading && (button.textContent ?? '').trim().length < QUESTION_CHARS) continue;
    page.getElementById(button.getAttribute('aria-controls') ?? '')?.removeAttribute('hidden');
    const heading = page.createElement(isHeading ? 'span' : 'h3');
    heading.append(...button.childNodes);
    button.replaceWith(heading);
  }
}

/** What is never part of the text, wherever it stands. */
export function removeSurroundings(page: Document): void {
  for (const part of page.querySelectorAll(NEVER)) if (!isText(part)) part.remove();
}

/** The footer of a quotation says who is quoted; a list of tabs with what they show in it is folded text. */
function isText(part: Element): boolean {
  return (
    (part.localName === 'footer' && part.closest('blockquote') !== null) ||
    part.querySelector('[role=tabpanel]') !== null
  );
}

/** Takes out those parts that are small, and says whether they held text: a large part, or one with the page's heading in it, only bears the name. */
export function removeSmall(parts: Element[], mostChars = BOX_CHARS): boolean {
  let held = false;
  for (const part of parts) {
    if (part.matches('article, main') || part.querySelector('h1')) continue;
    const text = part.textContent ?? '';
    if (text.length >= mostChars) continue;
    held ||= text.trim() !== '';
    part.remove();
  }
  return held;
}
