import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '../../src');
const read = (path: string) => readFileSync(join(SOURCE, path), 'utf8');

type Colours = Record<string, string>;

/** The colours that a rule sets, by the custom property they stand in. */
function toColours(css: string, opening: string): Colours {
  const at = css.indexOf(opening);
  if (at < 0) throw new Error(`no rule ${opening}`);
  const block = css.slice(at, css.indexOf('}', at));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function toLuminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function toContrast(one = '', other = ''): number {
  const [lighter = 0, darker = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const view = read('light/view/style/theme.css');
const options = read('common/own-page.css');

const THEMES: [string, Colours][] = [
  ['light, as the system', toColours(view, 'dialog {\n  --paper')],
  ['dark, as the system', toColours(view, 'dialog {\n    --paper')],
  ...['light', 'sepia', 'dark', 'contrast'].map((theme): [string, Colours] => [
    `${theme}, as chosen`,
    toColours(view, `main[data-theme="${theme}"] {\n  --paper`),
  ]),
  ['the settings, light', toColours(options, ':root {\n  --paper')],
  ['the settings, dark', toColours(options, ':root {\n    --paper')],
];

test('black on white is 21', () => {
  expect(toContrast('#000', '#ffffff')).toBeCloseTo(21);
});

describe.each(THEMES)('%s', (_, { paper, card, ink, soft, accent }) => {
  test.each([
    ['body text, AAA', ink, paper, 7],
    ['words on a card, AAA', ink, card, 7],
    ['quiet words', soft, paper, 4.5],
    ['quiet words on a card', soft, card, 4.5],
    ['links and sections', accent, paper, 4.5],
    ['a verb on a card', accent, card, 4.5],
  ])('%s', (_name, front, back, least) => {
    expect(toContrast(front, back)).toBeGreaterThanOrEqual(least);
  });
});

test('the page behind the view has the paper of each theme', () => {
  const page = read('light/view/screen/page.css');
  for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
    const { paper } = toColours(view, `main[data-theme="${theme}"] {\n  --paper`);
    const rule = page.slice(page.indexOf(`[data-theme="${theme}"]`));
    expect(rule.slice(0, rule.indexOf('}'))).toContain(`background: ${paper} `);
  }
});
