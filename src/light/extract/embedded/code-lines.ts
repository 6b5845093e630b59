// Makes the lines of code lines of text: whether the page makes them by style, by boxes or by the rows of a table.

/** What keeps line breaks, as a style says it; live pages note it by this attribute. */
export const KEEPS_LINES = 'data-light-lines';
const KEEPING = /white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces|preserve)/i;
const LINE_BOXES = 'div, p, li, tr, table, ol, ul, section';
/** How pages name what holds one line of code. */
const LINE_NAME = /(?:^|[-_ ])(?:line|row|cl|token-line)s?(?:$|[-_ ])/i;
const TEXT_NODE = 3;

export function normaliseCode(page: Document): void {
  for (const table of page.querySelectorAll('table')) unpackNumberedTable(page, table);
  for (const element of page.querySelectorAll(`[style*="white-space" i], [${KEEPS_LINES}], code`))
    if (element.closest('pre') === null && keepsLines(element)) keepLines(page, element);
  for (const pre of page.querySelectorAll('pre')) spaceLines(pre);
}

/** A style says so, or it is code of more than one line with nothing beside it. */
function keepsLines(element: Element): boolean {
  if (element.hasAttribute(KEEPS_LINES) || KEEPING.test(element.getAttribute('style') ?? '')) return true;
  const text = element.textContent ?? '';
  return (
    element.localName === 'code' &&
    text.trim().includes('\n') &&
    element.parentElement?.textContent?.trim() === text.trim()
  );
}

function keepLines(page: Document, element: Element): void {
  if (!/\S[^\S\n]*\n/.test(element.textContent ?? '')) return;
  if (element.localName === 'code' || element.querySelector(':scope > code:only-child')) {
    const pre = page.createElement('pre');
    pre.append(...element.childNodes);
    element.replaceWith(pre);
    return;
  }
  if (element.querySelector(LINE_BOXES)) return;
  for (const text of findTexts(element)) breakLines(page, text);
}

function findTexts(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text); // Nothing else is shown.
  return texts;
}

function breakLines(page: Document, text: Text): void {
  const lines = text.data.split('\n');
  if (lines.length < 2) return;
  text.replaceWith(...lines.flatMap((line, at) => (at === 0 ? [line] : [page.createElement('br'), line])));
}

/** Lines that are boxes are lines already, without a break between them; elements in a row that are named lines need one. */
function spaceLines(pre: Element): void {
  for (const box of [pre, ...pre.querySelectorAll('*')]) {
    const children = [...box.children];
    if (children.length < 2) continue;
    if (children.every((child) => child.matches(LINE_BOXES))) {
      for (const node of [...box.childNodes])
        if (node.nodeType === TEXT_NODE && !node.nodeValue?.trim()) node.remove();
      for (const child of children)
        if (isBreak(child.lastChild) && child.textContent) child.lastChild?.remove();
    } else if (
      children.every((child) => LINE_NAME.test(child.className)) &&
      !pre.textContent?.trim().includes('\n')
    ) {
      for (const child of children) if (!child.querySelector('br')) child.append('\n');
    }
  }
}

const isBreak = (node: Node | null): boolean => node?.nodeName.toLowerCase() === 'br';

/** A table whose first column counts the lines of the code in its second: the code alone is text. */
function unpackNumberedTable(page: Document, table: Element): void {
  const rows = [...table.querySelectorAll('tr')];
  const cells = rows.map((row) => [...row.children]);
  const isNumbered = cells.length > 0 && cells.every((row) => row.length === 2 && isNumbers(row[0]));
  const code = cells.map((row) => row[1]);
  const isCode =
    table.closest('pre, code, [class*=highlight i]') !== null ||
    code.every((cell) => cell?.querySelector('pre, code') || /code/i.test(cell?.className ?? ''));
  if (!isNumbered || !isCode) return;
  const pre = page.createElement('pre');
  pre.textContent = code.map((cell) => toLines(cell)).join('\n');
  (table.closest('pre') ?? table).replaceWith(pre);
}

/** Nothing but numbers, in the cell or as what its style counts by. */
function isNumbers(cell: Element | undefined): boolean {
  const text = cell?.textContent?.trim() ?? '';
  const counted = cell?.getAttribute('data-line-number') ?? '';
  return text ? /^\d+(\s+\d+)*$/.test(text) || isRun(text) : counted !== '';
}

/** `123` of the lines 1, 2 and 3, which are boxes. */
function isRun(text: string): boolean {
  let all = '';
  for (let line = Number(text[0]); all.length < text.length; line++) all += line;
  return /^\d+$/.test(text) && all === text;
}

function toLines(cell: Element | undefined): string {
  const copy = cell?.cloneNode(true) as Element | undefined;
  for (const end of copy?.querySelectorAll('br') ?? []) end.replaceWith('\n');
  for (const line of copy?.querySelectorAll(LINE_BOXES) ?? []) line.append('\n');
  return (copy?.textContent ?? '').replace(/\n$/, '');
}
