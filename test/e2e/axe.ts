// Steps of stories: looks at what stands on the screen as axe-core does, and as a keyboard and a finger find it.
import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '../browser/browser.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe knows, but what is the page's own business: its title, its language, the page as a whole. */
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};

/** Made of text: as a function of its own the source would be rewritten by what runs the tests. */
const look = new Function(
  'rules',
  'host',
  `${SOURCE};
  const context = host ? { include: [[host]] } : document;
  return axe.run(context, rules).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => [id, target.flat().join(' '), ...[...any, ...all, ...none].map((each) => each.message)].join(' | '))));`,
) as (rules: object, host: string) => Promise<string[]>;

/** What is smaller than a finger needs, 44 px: WCAG 2.5.5. */
function findSmall(host: string): string[] {
  const root = (host && document.querySelector(host)?.shadowRoot) || document;
  const presses = [...root.querySelectorAll<HTMLElement>('button, fieldset span, summary, select')];
  const seen = presses.filter((each) => each.checkVisibility() && !each.matches('.word'));
  return seen
    .map((each) => ({ each, box: each.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
    .map(({ each, box }) => `${each.textContent}: ${box.width} × ${box.height}`);
}

/** Nothing is found by axe in what stands below that host, or in the whole document. */
export async function isAccessible(page: Page, name: string, host = ''): Promise<void> {
  deepEqual(await page.evaluate(look, RULES, host), [], name);
  deepEqual(await page.evaluate(findSmall, host), [], `${name}: targets of 44 px`);
}
