// Takes out of a page what is never text, such as menus and notices, before Readability reads it.
import { countProse } from '../embedded/prose.ts';

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
/** What sites and their systems call the box in which readers write. */
export const COMMENT_BOX = /(^|[-_\s])(comments?|commentlist|discussion|disqus_thread|responses)([-_\s]|$)/i;
/** A shorter name of what a button unfolds is that of a menu, in characters. */
const QUESTION_CHARS = 20;
/** A box that holds more text than this is no box, in characters. */
export const BOX_CHARS = 1500;

/** A shorter paragraph is a label, in characters. */
const LABEL_CHARS = 80;
/** What may well be longer than a short text, and is none of it: notices, and what else there is to read. */
const NEVER_TEXT =
  /cookie|consent|gdpr|onetrust|didomi|newsletter|subscri|sign-?up|modal|pop-?up|related|recirc|recommend|more|most|popular|trending|read|also|next|sponsor|outbrain|taboola/i;
/** With less running text a box is none of the text's, however short that is, in characters. */
const BOX_PROSE_CHARS = 200;
/** So many headings that are links make a box of teasers. */
const TEASERS = 3;

/** Takes out what is not part of any text, among it the boxes that were found by their names, so that what is left can be weighed. */
export function prepare(page: Document, boxes: Element[]): void {
  unfold(page);
  removeSurroundings(page);
  removeSmall(dropText(page, boxes));
  for (const other of page.querySelectorAll(OTHER_ARTICLE)) if (isHeadline(other)) other.remove();
  const leads = findLeads(page);
  for (const [box, links] of leads)
    if (links.length > TEASERS && box.matches('div, section, ul') && isListOfOthers(box, leads)) box.remove();
}

/** The boxes without those that hold, together with others of their name, most of the page's running text: these only bear the name. */
function dropText(page: Document, boxes: Element[]): Element[] {
  const proses = new Map<string, number>();
  const toName = (box: Element) => `${box.localName} ${box.getAttribute('class') || box.id}`;
  for (const box of boxes) {
    const prose = box.isConnected && hasText(box) && !NEVER_TEXT.test(toName(box)) ? countProse(box) : 0;
    if (prose > 0) proses.set(toName(box), (proses.get(toName(box)) ?? 0) + prose);
  }
  const most = Math.max(0, ...proses.values());
  if (most < BOX_PROSE_CHARS) return boxes;
  const all = countProse(page.body ?? page.documentElement);
  return boxes.filter((box) => (proses.get(toName(box)) ?? 0) <= all / 2);
}

const hasText = (box: Element): boolean => (box.textContent?.length ?? 0) >= LABEL_CHARS;

/** What folds a section away is the words of its heading: https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ */
export function unfold(page: Document): void {
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

/** The footer of a quotation says who is quoted; a list of tabs with what they show in it is folded text, whatever that is called. */
function isText(part: Element): boolean {
  return (
    (part.localName === 'footer' && part.closest('blockquote') !== null) ||
    part.querySelector('[role=tabpanel]') !== null ||
    (part.getAttribute('role') === 'tablist' && countProse(part) > 0)
  );
}

/** Takes out those parts that are small, and says whether they held text: a large part, or one with the page's heading in it, only bears the name. */
export function removeSmall(parts: Element[], mostChars = BOX_CHARS): boolean {
  let held = false;
  for (const part of parts) {
    if (part.matches('article, main') || part.querySelector('h1') || isHeadingOfText(part)) continue;
    const text = part.textContent ?? '';
    if (text.length >= mostChars && !isTeasers(part)) continue;
    held ||= text.trim() !== '';
    part.remove();
  }
  return held;
}

/** A heading is no box: one that is named so may well be followed by text. */
function isHeadingOfText(part: Element): boolean {
  const next = part.nextElementSibling;
  return /^h[2-4]$/.test(part.localName) && next?.localName === 'p' && next.querySelector('a') === null;
}

/** Texts under headings that lead to them: what else there is to read, however long. */
function isTeasers(part: Element): boolean {
  const linked = part.querySelectorAll(':is(h2, h3, h4, h5) a[href], a[href] :is(h2, h3, h4, h5)');
  const headings = part.querySelectorAll('h3, h4, h5');
  return linked.length >= TEASERS && linked.length >= headings.length && standsBelowText(part);
}

/** Below the article with the page's heading, one whose own heading leads to it. */
const OTHER_ARTICLE = 'article:has(h1):not(:has(h1 a)) ~ article:has(:is(h2, h3) a[href]):not(:has(h1))';
/** A shorter heading is a name, as of who has written a comment, in characters. */
const HEADLINE_CHARS = 20;

function isHeadline(other: Element): boolean {
  const heading = other.querySelector('h2, h3, h4');
  return (
    heading?.querySelector('a[href]') != null && (heading.textContent?.trim().length ?? 0) >= HEADLINE_CHARS
  );
}

/** The links of headings, by every element that they stand in: one walk, for a look into each box of a long page costs more than all the rest. */
function findLeads(page: Document): Map<Element, HTMLAnchorElement[]> {
  const leads = new Map<Element, HTMLAnchorElement[]>();
  const links = page.querySelectorAll<HTMLAnchorElement>(
    ':is(h2, h3, h4, h5) a[href], a[href]:has(h2, h3, h4, h5)',
  );
  for (const link of links)
    for (let box = link.parentElement; box; box = box.parentElement) {
      const own = leads.get(box);
      if (own) own.push(link);
      else leads.set(box, [link]);
    }
  return leads;
}

/** A box without a name below a text, of nothing but entries that are a linked heading and a paragraph: what else there is to read on this site. */
function isListOfOthers(box: Element, leads: Map<Element, HTMLAnchorElement[]>): boolean {
  const { host } = new URL(box.baseURI);
  const entries = [...box.children].filter((entry) => {
    const [link, ...others] = leads.get(entry) ?? [];
    return link?.host === host && others.length === 0 && entry.querySelectorAll('p').length <= 1;
  });
  return entries.length > TEASERS && entries.length >= box.childElementCount - 2 && standsBelowText(box);
}

/** Below the page's heading and a paragraph: on a front page such boxes are what there is to read. */
function standsBelowText(part: Element): boolean {
  const [heading, ...others] = part.ownerDocument.querySelectorAll('h1');
  if (!heading || others.length > 0 || heading.querySelector('a')) return false;
  const texts = [...part.ownerDocument.querySelectorAll('h1 ~ p, h1 ~ * p, :has(> h1) ~ * p')];
  return texts.some((text) => isAbove(heading, text) && isAbove(text, part) && isParagraph(text));
}

function isAbove(one: Element, other: Element): boolean {
  return (
    (one.compareDocumentPosition(other) & 4) /* Node.DOCUMENT_POSITION_FOLLOWING */ > 0 &&
    !one.contains(other)
  );
}

function isParagraph(text: Element): boolean {
  return (text.textContent?.trim().length ?? 0) >= LABEL_CHARS && text.closest('a') === null;
}
