import { extractReading } from '../../src/light/extract/article.ts';
import { toSafe } from '../../src/light/sanitise/sanitise.ts';
import { ATTACKS } from '../attacks/all.ts';
import { type Attack, toHtml } from '../attacks/attack.ts';
import { SOURCES, toEmbeddedPage } from '../attacks/embedded.ts';
import { scan } from '../attacks/scan.ts';
import { toSizes } from '../attacks/sizes.ts';

const ORIGIN = 'https://beacon.example';
/** jsdom's own time grows with the square of the depth: the stories in the browsers play ten times as much. */
const UNIT_SIZE = 1000;
const all = Object.values(ATTACKS).flat();
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const html = (attack: Attack) => toHtml(attack, all.indexOf(attack), ORIGIN);

// jsdom runs a little of what a live page would.
Object.assign(globalThis, { ran() {} });

/** As a live page holds it: parsed in its place, with scripts on. */
function toLive(attack: Attack): Element {
  const live = document.createElement('div');
  live.innerHTML = html(attack);
  return live;
}

/** What the content becomes when it is written out and read again, as the text kept of a tab is. */
function reread(safe: DocumentFragment): Document {
  const holder = parse('').createElement('div');
  holder.append(safe);
  return parse(holder.innerHTML);
}

test('there are at least 280, each with a name of its own', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(280);
});

describe.each(all)('$name', (attack) => {
  test('is armed: let through as it is, it is found', () => {
    expect(scan(parse(html(attack)).documentElement, { html: [], head: [], body: [] })).not.toEqual([]);
  });

  test('is disarmed, as HTML and as nodes, and stays so when read again', () => {
    for (const content of [html(attack), toLive(attack), parse(html(attack))]) {
      const safe = toSafe(content);
      expect(scan(safe, {})).toEqual([]);
      expect(scan(reread(safe).body, {})).toEqual([]);
    }
  });
});

describe.each(Object.keys(SOURCES))('in a text that comes by %s', (source) => {
  const pieces = (kind: string) => (ATTACKS[kind] ?? []).map(html);

  test.each(Object.keys(ATTACKS))('%s do nothing', (kind) => {
    const page = parse(toEmbeddedPage(source, pieces(kind)));
    const reading = extractReading(page, { hostname: 'news.example', direction: 'ltr', plainText: false });
    expect(reading?.body.textContent).toContain('the lamp trimmed at nine');
    expect(scan(reading?.body as Node, {})).toEqual([]);
  });
});

describe('too much of everything', () => {
  test.each(toSizes(UNIT_SIZE))('$name', (attack) => {
    const safe = toSafe(attack.html);
    expect(scan(safe, {})).toEqual([]);
    expect(safe.textContent).not.toBe('');
  });

  test('levels that no parser would make', () => {
    const top = document.createElement('div');
    let bottom = top;
    for (let level = 0; level < UNIT_SIZE * 2; level++)
      bottom = bottom.appendChild(document.createElement('div'));
    bottom.append('the bottom');
    const safe = toSafe(top);
    expect(safe.textContent?.trim()).toBe('the bottom');
    expect(safe.querySelectorAll('div').length).toBeLessThanOrEqual(256);
  });

  test('more nodes than are shown: the cut is said', () => {
    const safe = toSafe('<p>one</p><p>two</p><p>three</p>', { mostNodes: 6 });
    expect(safe.textContent).toMatch(/^one.*it is cut here\.$/);
    expect(safe.textContent).not.toMatch(/three/);
    expect(toSafe('<p>one</p><p>two</p><p>three</p>').textContent).toBe('onetwothree');
  });
});
