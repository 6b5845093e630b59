// How a text is set: its measure, its distances, what stands in its lines, and what is left of it on paper and in few colours.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, stageWith, story } from '../browser/story.ts';
import { whenShown } from './reader.ts';
import { inView, loads, openPanel } from './reading.ts';

const PATH = '/special/fast';
/** Whose it is stands at its end; it is wider than a narrow screen. */
const HOST = 'login.mybank.account.of-yours.evil-site.localhost';
/** WCAG 1.4.8. */
const MOST_MEASURE_CHARS = 80;

const SENTENCE = 'The old men of the harbour still tell it to all who will listen to them in the evening. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(5)}</p>`;
const formula = (at: number) =>
  `<img src="/img/formula-${at}-90x18-1k.png" alt="{\\displaystyle a_{${at}}=b}" width="90" height="18">`;
/** A row whose parts the page's style sheet would hold apart. */
const ROW =
  '<div><span>By Joss Verhaegen</span><time datetime="2026-11-10">10 November 2026</time><span>4 min read</span></div>';
const TEXT = `<h1>How the harbour is told of</h1>${ROW}${PARAGRAPH}
<figure id="f"><img src="/img/mole-640x480-9k.png" alt="A mole" width="640" height="480"><figcaption>The mole in winter, as seen by those who live there.</figcaption></figure>
${PARAGRAPH}<ul><li>Nets<ul><li>those for herring</li><li>those for sprat</li></ul></li><li>Ropes</li><li>Lamps</li></ul>
<ol type="a" start="3"><li>The third is the lamp</li><li>The fourth is the oil</li></ol>
<dl><dt>Lee</dt><dd>The side on which the wind is not felt</dd></dl>${PARAGRAPH}
<p>${SENTENCE}It was so<sup>12</sup> and the H<sub>2</sub>O was <mark>as cold</mark> as <code>ice</code>. ${SENTENCE.repeat(2)}</p>
<p>${SENTENCE}<a href="https://gauge.example/a">The gauge</a> says so, and <a href="mailto:ada@gauge.example">Ada</a> does. ${SENTENCE}</p>
<p lang="ko">대한민국의 최고 기온이 어제 서울에서 기록되었다고 기상청이 밝혔다. ${'대한민국의 최고 기온이 어제 서울에서 기록되었다. '.repeat(3)}</p>
<p>The row is ${Array.from({ length: 12 }, (_, at) => `so ${formula(at)} and`).join(' ')} on it goes.</p>
<pre>lamp = oil</pre>${PARAGRAPH}${PARAGRAPH}`;
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>How the harbour is told of</title><body><main><article>${TEXT}</article></main><footer><p>All of it is made up.</p></footer></body></html>`;

async function show({ site, browser }: Scene): Promise<Page> {
  site.fault(PATH, { kind: 'instead', html: HTML });
  const page = await browser.open(site.url(PATH).replace('news.localhost', HOST));
  await loads(page, PATH);
  await page.pressToolbarButton();
  await whenShown(page);
  return page;
}

/** Where the text is set at that size, the number of letters in its longest full line. */
function readMeasure(page: Page, size: string): Promise<number> {
  return page.evaluate((name) => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    root?.querySelector('main')?.setAttribute('data-size', name);
    const text = root?.querySelector('[data-part=body] > p')?.firstChild as Text;
    const lines = new Map<number, number>();
    for (let at = 0; at < text.length; at++) {
      const range = new Range();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? 0) + 1);
    }
    return Math.max(...lines.values());
  }, size);
}

/** Distances in pixels, and styles. */
function readSetting(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    const find = (selector: string) => {
      const element = root?.querySelector(`[data-part=body] ${selector}`);
      if (!element) throw new Error(`no ${selector}`);
      return element;
    };
    const rect = (selector: string) => find(selector).getBoundingClientRect();
    const style = (selector: string, pseudo?: string) => getComputedStyle(find(selector), pseudo);
    const between = (one: string, other: string) => rect(other).top - rect(one).bottom;
    const item = (at: number) => `> ul > li:nth-child(${at})`;
    const [away = ''] = style('a.away', '::after').content.split(' / ');
    const lines = rect('p:has(sup)').height / Number.parseFloat(style('p:has(sup)').lineHeight);
    return {
      caption: Math.round(between('figure .picture', 'figcaption')),
      // How much further the item stands from a nested list than from one without.
      nested: Math.round(between(item(1), item(2)) - between(item(2), item(3))),
      // Of lines that are all as high as any other.
      isEven: Math.abs(lines - Math.round(lines)) < 0.05,
      korean: style('[lang=ko]').wordBreak,
      isTermBold: Number(style('dt').fontWeight) >= 600,
      numbers: style('ol').listStyleType,
      isYellow: style('mark').backgroundColor === 'rgb(255, 255, 0)',
      isHostSaid: away.includes('gauge') || away.includes('title'),
      isAside: /^"\(/.test(style('a[data-mark]', '::after').content),
      formula: find('.word .name').textContent,
      isWide: document.documentElement.scrollWidth > innerWidth,
    };
  });
}

/** The end of the host is seen, and its beginning is cut. */
async function showsEndOfHost(page: Page): Promise<void> {
  await page.setViewport(320, 568);
  const seen = await page.evaluate(() => {
    const site = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('.site');
    const host = site?.querySelector('bdi')?.firstChild;
    if (!site || !host) throw new Error('no host');
    const box = site.getBoundingClientRect();
    const isIn = (from: number, to: number) => {
      const range = new Range();
      range.setStart(host, from);
      range.setEnd(host, to);
      const { left, right } = range.getBoundingClientRect();
      return left >= box.left - 1 && right <= box.right + 1;
    };
    const end = host.textContent?.length ?? 0;
    return { end: isIn(end - 'evil-site.localhost'.length, end), beginning: isIn(0, 5) };
  });
  deepEqual(seen, { end: true, beginning: false });
}

story('A text is set to be read: its lines, its lists, its marks and its captions', async (scene) => {
  const page = await show(scene);
  for (const size of ['80', '90', '100', '115']) {
    const measure = await readMeasure(page, size);
    ok(measure > 45 && measure <= MOST_MEASURE_CHARS, `${measure} letters in a line at ${size} %`);
  }
  await readMeasure(page, '100');
  const wanted = {
    ...{ caption: 6, nested: 0, isEven: true, korean: 'keep-all', isTermBold: true, numbers: 'lower-alpha' },
    ...{ isYellow: false, isHostSaid: false, isAside: true, formula: 'a_{0}=b', isWide: false },
  };
  deepEqual(await readSetting(page), wanted);
  await showsEndOfHost(page);
  deepEqual(await readSetting(page), wanted, 'on a narrow screen');

  await page.emulate({ medium: 'print' });
  const paper = await page.waitFor(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    const main = root?.querySelector('main');
    if (!main || !root?.querySelector('.source')?.checkVisibility()) return undefined;
    const isSeen = (selector: string) => root.querySelector(selector)?.checkVisibility();
    return {
      address: root.querySelector('.source')?.textContent === location.href,
      picture: isSeen('figure'),
      caption: isSeen('figcaption'),
      // Else a sheet without a word comes last.
      height: getComputedStyle(main).minHeight,
    };
  });
  deepEqual(paper, { address: true, picture: false, caption: false, height: '0px' });
  await page.emulate({ medium: 'screen' });
});

story(
  'A host is said once, and all the text of a page has spaces where its style had distances',
  async (scene) => {
    const page = await show(scene);
    equal(await page.has(...inView('.about .name')), false);
    await page.settled(600, ...inView('[data-action=whole]'));
    await page.click(...inView('[data-action=whole]'));
    await page.appears(...inView('.whole'));
    const [row] = (await page.text(...inView('[data-part=body]')))?.split('\n') ?? [];
    equal(row, 'By Joss Verhaegen 10 November 2026 4 min read');
  },
);

story('In few colours code has an edge and what has come is seen, without motion too', async (scene) => {
  const page = await show(scene);
  await page.emulate({ forcedColors: true, reducedMotion: true });
  const seen = await page.waitFor(() => {
    if (!matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches) return undefined;
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    const [main, line] = [root?.querySelector('main'), root?.querySelector<HTMLElement>('.progress')];
    if (!main || !line) return undefined;
    const sample = main.appendChild(document.createElement('p'));
    sample.style.cssText = 'forced-color-adjust: none; background: Highlight';
    line.hidden = false;
    const its = getComputedStyle(line, '::before');
    const read = () => Math.round((100 * Number.parseFloat(its.width)) / line.clientWidth);
    const edges = ['pre', 'code'].map((name) => {
      const element = root?.querySelector(`[data-part=body] ${name}`);
      return element && getComputedStyle(element).borderTopStyle;
    });
    const unknown = read();
    line.classList.add('known');
    line.style.setProperty('--share', '0.25');
    return {
      edges,
      unknown,
      known: read(),
      isHighlight: its.backgroundColor === getComputedStyle(sample).backgroundColor,
      edge: getComputedStyle(line).borderBottomStyle,
    };
  });
  await page.emulate({ forcedColors: false, reducedMotion: false });
  deepEqual(seen, {
    ...{ edges: ['solid', 'solid'], unknown: 100, known: 25, isHighlight: true, edge: 'solid' },
  });
});

stageWith({ locale: 'fa' });

story(
  'On a narrow Persian screen the end of a long host is seen, and no text size stands alone in its line',
  async (scene) => {
    const page = await show(scene);
    await showsEndOfHost(page);
    await openPanel(page, 'comfort');
    const lines = await page.evaluate(() => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const found: Record<number, number[]> = {};
      for (const choice of root?.querySelectorAll('.size label') ?? []) {
        const { top, width } = choice.getBoundingClientRect();
        const line = found[Math.round(top)] ?? [];
        found[Math.round(top)] = [...line, width];
      }
      return Object.values(found);
    });
    deepEqual(
      lines.map((line) => line.length),
      [4, 3],
    );
    ok(
      lines.flat().every((width) => width >= 44),
      JSON.stringify(lines),
    );
  },
);

stageWith({ prefs: { 'font.size.variable.x-western': 28 } });

story(
  'A text is as large as the reader has chosen in the browser for all pages',
  async (scene) => {
    const page = await show(scene);
    const size = await page.evaluate(() => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const text = root?.querySelector('[data-part=body] p');
      return text && Number.parseFloat(getComputedStyle(text).fontSize);
    });
    // As 19 to 16.
    ok(size && Math.abs(size - 28 * 1.1875) < 0.1, `${size} pixels`);
  },
  { skip: { chromium: 'its driver sets no preferences' } },
);
