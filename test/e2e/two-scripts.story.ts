// Where two scripts meet on a page, each entry stands on the side where its own begins, and nothing else changes its place.
import { deepEqual } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { whenLoaded, whenShown } from './reader.ts';

const PATH = '/special/fast';

const ENGLISH = [
  'The night train comes back to the salt coast after nineteen years',
  'Two hundred people looked for the bell of the old lighthouse',
  'Rain gauges in the valley are read by those who live there',
  'The harbour pays for bread that nobody has baked yet',
  'A bridge is closed for longer than it took to build',
  'The school that teaches its pupils to mend nets opens again',
];
const ARABIC = [
  'القطار الليلي يعود إلى ساحل الملح بعد تسعة عشر عامًا',
  'الحارس الأخير للمنارة يحكي عن شتاء طويل بلا سفن',
  'سوق السمك القديم يفتح أبوابه من جديد في الصباح',
  'أهل الوادي يقيسون المطر بأنفسهم كل يوم عند الفجر',
  'المدرسة التي تعلّم إصلاح الشباك تستقبل طلابها الجدد',
  'الجسر مغلق منذ زمن أطول مما استغرقه بناؤه قبل قرن',
];

const toItem = (words: string, at: number) =>
  `<li class="card"><h3><a href="/news/2026/story-${words.length}-${at}">${words}</a></h3></li>`;

function toFront(direction: 'ltr' | 'rtl', words: string[]): string {
  const title = direction === 'rtl' ? 'دفتر الصباح' : 'The Morning Ledger';
  return `<!doctype html><html lang="${direction === 'rtl' ? 'ar' : 'en'}" dir="${direction}"><meta charset="utf-8"><title>${title}</title><body><main><h1>${title}</h1><ul>${words.map(toItem).join('')}</ul></main></body></html>`;
}

function toArticle(direction: 'ltr' | 'rtl', words: string[]): string {
  const [first = ''] = direction === 'rtl' ? ARABIC : ENGLISH;
  const sentence =
    direction === 'rtl'
      ? 'لم يكن أحد ينتظر عودته في تلك الليلة الباردة. '
      : 'It was late, and it was cold, and nobody had come to meet it. ';
  const text = [1, 2, 3, 4, 5].map((at) => `<p>${at}: ${sentence.repeat(6)}</p>`).join('');
  const links = words.map(toItem).join('');
  const search = '<form role="search" action="/search"><input type="search" name="q"></form>';
  return `<!doctype html><html lang="${direction === 'rtl' ? 'ar' : 'en'}" dir="${direction}"><meta charset="utf-8"><title>${first}</title><body><header>${search}</header><main><article><h1>${first}</h1>${text}</article><aside class="related"><h2>Related stories</h2><ul>${links}</ul></aside></main><footer><p>All of it is made up.</p></footer></body></html>`;
}

async function read({ visit, site }: Scene, html: string, state: string): Promise<Page> {
  site.fault(PATH, { kind: 'instead', html });
  const page = await visit(PATH);
  await whenLoaded(page, site.url(PATH));
  await page.pressToolbarButton();
  await whenShown(page, state);
  return page;
}

/** On which side of the column each of the links begins: the side from which its words are not further than from the other. */
function readSides(page: Page, part: string, count: number): Promise<string[]> {
  return page.waitFor(
    (selector, wanted) => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const links = [...(root?.querySelectorAll(`${selector} li a`) ?? [])];
      const column = root?.querySelector(`${selector} ul`)?.getBoundingClientRect();
      if (!column || links.length < wanted) return undefined;
      return links.map((link) => {
        const range = new Range();
        range.selectNodeContents(link);
        const rects = [...range.getClientRects()];
        const left = Math.min(...rects.map((rect) => rect.left)) - column.left;
        const right = column.right - Math.max(...rects.map((rect) => rect.right));
        return left < right ? 'left' : 'right';
      });
    },
    [part, count] as const,
  );
}

const MIXED = ENGLISH.flatMap((words, at) => [words, ARABIC[at] ?? '']);
const SIDES = ENGLISH.flatMap(() => ['left', 'right']);

for (const direction of ['ltr', 'rtl'] as const) {
  story(
    `Headlines in two scripts stand each on its own side, in a list that is ${direction}`,
    async (scene) => {
      const page = await read(scene, toFront(direction, MIXED), 'links');
      deepEqual(await readSides(page, '[data-part=body]', MIXED.length), SIDES);
    },
  );

  story(
    `Further articles in two scripts stand each on its own side, below a text that is ${direction}`,
    async (scene) => {
      const page = await read(scene, toArticle(direction, MIXED.slice(2, 6)), 'article');
      deepEqual(await readSides(page, '.further', 4), SIDES.slice(0, 4));
    },
  );
}

story('The search of a site stands below the further articles', async (scene) => {
  const page = await read(scene, toArticle('ltr', ENGLISH.slice(2)), 'article');
  await readSides(page, '.further', 4);
  deepEqual(
    await page.evaluate(() => {
      const article = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('article');
      return [...(article?.children ?? [])].map((part) => part.getAttribute('data-part') || part.className);
    }),
    ['section', '', 'about', 'body', 'after', 'search'],
  );
});
