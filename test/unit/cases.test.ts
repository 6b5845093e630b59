// Every page of test/cases, from its HTML to the blocks of the view: as a page that has loaded, and as HTML that no script has seen.
import { join } from 'node:path';
import { extractReading } from '../../src/light/extract/article.ts';
import { appendWayLine } from '../../src/light/page/way-line.ts';
import { readWayOn } from '../../src/light/page/way-on.ts';
import { toBlocks } from '../../src/light/view/text/content-blocks.ts';
import { findWrong, readCases, type Shown } from '../cases/case.ts';

const cases = readCases(join(__dirname, '../cases/pages')).filter(({ browserOnly }) => !browserOnly);

/** As a copy of the HTML is parsed; where it `ran`, its scripts were on: what is in a `noscript` is text. */
function parse(html: string, isXml: boolean, ran: boolean): Document {
  const page = new DOMParser().parseFromString(html, isXml ? 'application/xhtml+xml' : 'text/html');
  const base = page.querySelector('base') ?? page.createElementNS('http://www.w3.org/1999/xhtml', 'base');
  base.setAttribute(
    'href',
    new URL(base.getAttribute('href') ?? '', 'https://ledger.example/notes/page.html').href,
  );
  if (!base.isConnected) page.head.prepend(base);
  if (ran) for (const each of page.querySelectorAll('noscript')) each.textContent = each.innerHTML;
  return page;
}

function show(html: string, isXml: boolean, ran: boolean): Shown {
  const page = parse(html, isXml, ran);
  const reading = extractReading(page, {
    wayOn: readWayOn(page, page.baseURI),
    hostname: 'ledger.example',
    direction: 'ltr',
    plainText: false,
  });
  const holder = document.createElement('div');
  if (reading) {
    appendWayLine(reading.body, reading.wayOn);
    holder.append(...toBlocks(reading.body));
  }
  return { text: toText(holder), html: holder.innerHTML };
}

/** The text as it is shown: blocks and breaks are lines, cells stand apart. */
function toText(holder: Element): string {
  const copy = holder.cloneNode(true) as Element;
  for (const end of copy.querySelectorAll('br')) end.before('\n');
  for (const cell of copy.querySelectorAll('td, th')) cell.append('\t');
  for (const block of copy.querySelectorAll('p, div, li, tr, h1, h2, h3, h4, dd, dt, pre, figure'))
    block.append('\n');
  return copy.textContent ?? '';
}

describe.each(cases)('$name', (each) => {
  const isXml = each.name.endsWith('.xhtml');
  if (each.mode !== 'first')
    test('pressed on the loaded page', () => {
      expect(findWrong(each, show(each.html, isXml, true))).toEqual([]);
    });
  if (each.mode !== 'press')
    test('in a light tab', () => {
      expect(findWrong(each, show(each.html, isXml, false))).toEqual([]);
    });
});
