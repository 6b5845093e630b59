// Reads the style sheets that stand in a page's HTML: what they hide, and what they keep the lines of, is so also in a copy, where no browser applies them.
import { KEEPS_LINES } from './code-lines.ts';
import { UNSEEN } from './folded-parts.ts';
import { isAside } from './unseen-place.ts';

/** A longer sheet is a framework, which names its parts by more than this page has, in characters. */
const SHEET_CHARS = 300_000;
/** More rules about what is shown are there to keep us busy. */
const MOST_RULES = 2000;

/** What the rules say that matters to a text, each decided by its own strongest rule. */
type Effect = 'display' | 'visibility' | 'place' | 'lines';
interface Decided {
  holds: boolean;
  weight: number;
}
interface Rule {
  selector: string;
  effects: [Effect, boolean][];
  isFirm: boolean;
}

/** Notes what the page's own sheets hide. A live page that has been noted already stays as it is. */
export function noteInlineStyles(page: Document): void {
  if (page.querySelector(`[${UNSEEN}]`)) return;
  const decided = new Map<Element, Partial<Record<Effect, Decided>>>();
  for (const { selector, effects } of readRules(page).slice(0, MOST_RULES))
    for (const part of selector.split(/,(?![^(]*\))/)) applyRule(page, decided, part.trim(), effects);
  for (const [element, { display, visibility, place, lines }] of decided) {
    if (lines?.holds) element.setAttribute(KEEPS_LINES, '');
    if (display?.holds || visibility?.holds) element.setAttribute(UNSEEN, 'shut');
    else if (place?.holds) element.setAttribute(UNSEEN, 'clipped');
  }
}

function applyRule(
  page: Document,
  decided: Map<Element, Partial<Record<Effect, Decided>>>,
  selector: string,
  effects: Rule['effects'],
): void {
  const weight = toWeight(selector);
  for (const element of find(page, selector)) {
    const known = decided.get(element) ?? {};
    decided.set(element, known);
    for (const [effect, holds] of effects)
      if ((known[effect]?.weight ?? 0) <= weight) known[effect] = { holds, weight };
  }
}

function find(page: Document, selector: string): Iterable<Element> {
  try {
    return page.body?.querySelectorAll(selector) ?? [];
  } catch {
    // Expected: what a page writes for other browsers.
    return [];
  }
}

/** Specificity, roughly: https://www.w3.org/TR/selectors-4/#specificity-rules */
function toWeight(selector: string): number {
  const count = (like: RegExp) => selector.match(like)?.length ?? 0;
  return (
    count(/#[\w-]/g) * 10_000 +
    count(/\.[\w-]|\[|(?<!:):(?!:|not|is|where)[\w-]/g) * 100 +
    count(/(?:^|[\s>+~])[a-z]/gi)
  );
}

/** Rules that say what is seen on this screen, those that are important last. */
function readRules(page: Document): Rule[] {
  const sheets = [...page.querySelectorAll('style')].filter(isForScreens);
  const rules = sheets.flatMap((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? '');
    return [...sheet.cssRules].flatMap(readRule);
  });
  return rules.sort((one, other) => Number(one.isFirm) - Number(other.isFirm));
}

function readRule(rule: CSSRule): Rule[] {
  if (rule instanceof CSSMediaRule)
    return matchMedia(rule.media.mediaText).matches ? [...rule.cssRules].flatMap(readRule) : [];
  if (!(rule instanceof CSSStyleRule)) return [];
  const { selectorText: selector, style } = rule;
  const { display, visibility, position, whiteSpace } = style;
  const effects: Rule['effects'] = [];
  if (display) effects.push(['display', display === 'none']);
  if (visibility) effects.push(['visibility', visibility === 'hidden']);
  if (position) effects.push(['place', isAside(style)]);
  if (whiteSpace) effects.push(['lines', /^(pre|break-spaces)/.test(whiteSpace)]);
  const isFirm = style.getPropertyPriority('display') === 'important';
  return effects.length > 0 ? [{ selector, effects, isFirm }] : [];
}

function isForScreens(style: HTMLStyleElement): boolean {
  return (
    /^$|all|screen/i.test(style.media) &&
    (style.textContent?.length ?? 0) < SHEET_CHARS &&
    /display\s*:\s*none|visibility\s*:\s*hidden|overflow\s*:\s*hidden|-\d{3}|white-space/i.test(
      style.textContent ?? '',
    )
  );
}
