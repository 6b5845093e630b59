// Tells what a page folds away, to be shown by a press or a script, from what it hides for good: the one is text, the other is not.
import { isProse, LABEL_CHARS, readBlocks } from '../../text/blocks.ts';
import { BOX } from '../prepare/prepare-document.ts';
import { countProse } from './prose.ts';

/** Where a copy of a live page notes what its style sheets hide: `shut` is not laid out, `clipped` is there for screen readers. */
export const UNSEEN = 'data-light-unseen';

const SHUT = `[hidden], [${UNSEEN}], [style*="display" i], [style*="visibility" i]`;
const SHUT_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** The page's own words for where its text is. */
const MAIN = 'html, body, main, article, [role=main], [itemprop~=articleBody]';
/** What is opened as something else than text. */
const APART =
  'nav, header, footer, aside, form, dialog, menu, template, noscript, [role=navigation], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], ' +
  '[role=search], [role=tooltip], [role=banner], [role=contentinfo], [aria-modal=true], [popover]';
/** What a reader presses to have more shown. */
const CONTROL =
  'button, summary, label, [role=button], a:not([href]), a[href=""], a[href^="#"], a[href^="javascript:" i], [aria-expanded]';
/** The words on it are few, in characters. */
const CONTROL_CHARS = 40;
/** Hidden by an attribute beside the text, so much running text is a part of it, in characters: a draft or a notice is shorter. */
const PART_CHARS = 300;
/** Hidden text that is so many times what is shown is what the page is there for. */
const FACTOR = 2;
/** What is long, hidden, and none of the text: notices and what stands over a page. */
const NOTICE = /privacy|cookie|consent|gdpr|legal|terms|modal|pop-?up|overlay|newsletter|subscri/i;
/** So many hidden parts of one name, with running text in each, are folded by a script. */
const FAMILY = 3;
/** So many headings with links are a list of what there is to read. */
const LINKED_HEADINGS = ':is(h2, h3, h4, h5) a[href], a[href] :is(h2, h3, h4, h5)';
const ENTRIES = 6;
/** So many boxes around a part may be those in which the text beside it stands. */
const BESIDE_DEPTH = 3;

/** Shows what is folded away, in its place, and takes out what is hidden for good. */
export function showFolded(page: Document): void {
  const { body } = page;
  if (!body) return;
  // Base characters that a screen reader is not to say twice.
  for (const part of page.querySelectorAll('ruby [aria-hidden]')) part.removeAttribute('aria-hidden');
  for (const box of [page.documentElement, ...page.querySelectorAll(MAIN)]) show(box);
  const shut = [...body.querySelectorAll(SHUT)].filter(isShut);
  if (shut.length === 0) return;
  const controlled = findControlled(page);
  const all = new Set(shut);
  const outer = shut.filter((part) => !isWithin(part, all));
  const proses = new Map(outer.map((part) => [part, countProse(part)]));
  const shown = countProse(body) - [...proses.values()].reduce((sum, prose) => sum + prose, 0);
  const families = findFamilies(proses);
  for (const part of shut) {
    if (!part.isConnected) continue;
    if (isFolded(part, { shown, controlled, families, proses })) show(part);
    else if (!part.parentElement?.closest(SHUT) || !isShut(part.parentElement)) hide(part);
  }
  for (const panel of page.querySelectorAll('[role=tabpanel]')) labelPanel(panel);
}

function isWithin(part: Element, parts: ReadonlySet<Element>): boolean {
  for (let around = part.parentElement; around; around = around.parentElement)
    if (parts.has(around)) return true;
  return false;
}

/** Whether it is not shown itself, whatever it stands in. */
function isShut(part: Element): boolean {
  return (
    part.hasAttribute('hidden') ||
    part.hasAttribute(UNSEEN) ||
    SHUT_STYLE.test(part.getAttribute('style') ?? '')
  );
}

function show(part: Element): void {
  if (!isShut(part)) return;
  for (const name of ['hidden', UNSEEN, 'style', 'aria-hidden']) part.removeAttribute(name);
}

/** Structured data and formulas are read also where they cannot be seen. */
function hide(part: Element): void {
  if (
    part.matches('script, style, link, meta, template, noscript, source, math, img') ||
    part.querySelector('math')
  )
    return;
  part.remove();
}

/** The label of a panel stands in the list of tabs, which is no text: it is the panel's heading. */
function labelPanel(panel: Element): void {
  const name = panel.getAttribute('aria-labelledby');
  // A button has lost its id by now: it may say which panel is its own.
  const tab = [...panel.ownerDocument.querySelectorAll('[role=tab]')].find(
    (each) => each.id === name || (panel.id && each.getAttribute('aria-controls') === panel.id),
  );
  const label = tab?.textContent?.trim();
  if (!label || panel.textContent?.trim().startsWith(label)) return;
  // There it would be the same words once more.
  tab?.remove();
  const heading = panel.ownerDocument.createElement('h4');
  heading.textContent = label;
  panel.prepend(heading);
}

/** The elements that something in the page's text says it opens. */
function findControlled(page: Document): Set<Element> {
  const names = [
    ...page.querySelectorAll(
      '[aria-controls], [data-target^="#"], [data-bs-target^="#"], a[href^="#"][data-toggle], a[href^="#"][aria-expanded]',
    ),
  ]
    .filter((control) => control.closest(APART) === null)
    .flatMap((control) => [
      ...(control.getAttribute('aria-controls') ?? '').split(' '),
      ...['data-target', 'data-bs-target', 'href'].map((name) =>
        (control.getAttribute(name) ?? '').replace(/^.*#/, ''),
      ),
    ]);
  return new Set([...new Set(names)].filter(Boolean).flatMap((name) => page.getElementById(name) ?? []));
}

interface Known {
  /** So much running text of the page is not hidden, in characters. */
  shown: number;
  controlled: Set<Element>;
  /** Names of parts of which many hold running text. */
  families: ReadonlySet<string>;
  /** Running text of outer parts, in characters. */
  proses: ReadonlyMap<Element, number>;
}

const toName = (part: Element): string => `${part.localName} ${part.getAttribute('class') ?? ''}`;

function findFamilies(proses: ReadonlyMap<Element, number>): Set<string> {
  const counts = new Map<string, number>();
  for (const [part, prose] of proses)
    if (prose > 0 && part.hasAttribute('class'))
      counts.set(toName(part), (counts.get(toName(part)) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count >= FAMILY ? [name] : [])));
}

/** Whether it is a part of the text that a press or a script would show. */
function isFolded(part: Element, { shown, controlled, families, proses }: Known): boolean {
  if (part.getAttribute(UNSEEN) === 'clipped') return false;
  if (part.getAttribute('hidden') === 'until-found') return true;
  if (part.closest(APART) !== null) return false;
  const prose = proses.get(part) ?? countProse(part);
  if (prose > 0 && (part.querySelector('h1, main') || (shown < PART_CHARS && prose > shown))) return true;
  if (holdsList(part, shown)) return true;
  const names = `${part.getAttribute('class') ?? ''} ${part.id}`;
  if (BOX.test(names)) return false;
  const isMuch = prose > shown * FACTOR || (prose > 0 && families.has(toName(part)));
  if (isMuch && !NOTICE.test(names)) return true;
  if (part.getAttribute('role') === 'tabpanel') return standsBesideText(part);
  if (!holdsText(part)) return false;
  if (controlled.has(part) || followsControl(part)) return standsBesideText(part);
  return !part.hasAttribute(UNSEEN) && prose >= PART_CHARS && standsBesideText(part);
}

/** The entries of a page that shows next to nothing else: a script is to show them. */
function holdsList(part: Element, shown: number): boolean {
  return shown < PART_CHARS && part.querySelectorAll(LINKED_HEADINGS).length >= ENTRIES;
}

/** Sentences, and not mostly links or fields. */
function holdsText(part: Element): boolean {
  if (part.querySelector('input:not([type=hidden]), select, textarea')) return false;
  const blocks = readBlocks(part);
  return (
    blocks.some(isProse) ||
    blocks.some(({ text, links }) => links < 0.5 && /\p{L}.*[.!?…。！？؟۔।]/u.test(text))
  );
}

/** The last thing above it, or the first thing below, is a press of few words. */
function followsControl(part: Element): boolean {
  const above = part.previousElementSibling;
  const below = part.nextElementSibling;
  const last = above?.matches(CONTROL) ? above : [...(above?.querySelectorAll(CONTROL) ?? [])].at(-1);
  const first = below?.matches(CONTROL) ? below : below?.querySelector(CONTROL);
  return (last && above && endsWith(above, last)) || Boolean(first && below && endsWith(below, first));
}

/** Nothing of the box's text follows the control in it. */
function endsWith(box: Element, control: Element): boolean {
  const words = control.textContent?.trim() ?? '';
  return (
    words.length > 0 && words.length <= CONTROL_CHARS && Boolean(box.textContent?.trim().endsWith(words))
  );
}

/** Running text that is shown stands close by: in the page's article, or in one of the boxes around it. */
function standsBesideText(part: Element): boolean {
  let box = part.parentElement;
  for (let depth = 0; box && depth < BESIDE_DEPTH; depth++, box = box.parentElement) {
    if (box.matches('main, article, [role=main]')) return true;
    const isBeside = [...box.children].some(
      (child) =>
        !child.contains(part) && !isShut(child) && child.closest(APART) === null && holdsShownText(child),
    );
    if (isBeside) return true;
  }
  return false;
}

function holdsShownText(element: Element): boolean {
  return (element.textContent?.length ?? 0) >= LABEL_CHARS && readBlocks(element).some(isProse);
}
