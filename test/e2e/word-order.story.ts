// What Light says around a text stands in the order in which its own language is read, whichever way the page runs.
import { match } from 'node:assert/strict';
import { type Scene, stageWith, story } from '../browser/story.ts';
import type { Article } from '../site/texts/article.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { isPaintedAsWritten } from './painted.ts';
import { hold, openEmpty, whenLoaded, whenShown } from './reader.ts';
import { asked, inView } from './reading.ts';

/** Who reads, a list and a text that run the other way, and how Light's words begin. */
interface Reader {
  direction: 'ltr' | 'rtl';
  front: string;
  article: Article;
  begins: Record<'failed' | 'stalled' | 'broken', string>;
  /** In how much time the rest is asked for again. */
  again: RegExp;
}

async function readsInOrder({ browser, site }: Scene, reader: Reader): Promise<void> {
  const { direction, front, article, begins, again } = reader;
  const page = await openEmpty(browser);
  await page.go(site.url(front));
  await whenLoaded(page, site.url(front));
  await page.setViewport(360, 740);
  await page.pressToolbarButton();
  await whenShown(page, 'links');
  await isPaintedAsWritten(page, '[data-part=offers]', direction);
  await isPaintedAsWritten(page, '.site-navigation summary', direction);

  await page.go(site.url(article.path));
  await whenShown(page, 'article');
  for (const part of ['.foot .presses', '[data-part=after] summary', '.minutes'])
    await isPaintedAsWritten(page, part, direction);
  const picture = await page.waitFor(
    () =>
      document.querySelector('[data-light=view]')?.shadowRoot?.querySelector<HTMLElement>('figure .picture')
        ?.dataset.address,
  );
  site.fault(new URL(picture).pathname, { kind: 'refuse' });
  await page.settled(600, ...inView('figure .picture'));
  await page.click(...inView('figure .picture'));
  await isPaintedAsWritten(page, 'figure .picture .state', direction, begins.failed);

  let cut = () => {};
  const until = new Promise<void>((resolve) => {
    cut = resolve;
  });
  const path = `${article.path}?plain`;
  site.fault(path, { kind: 'break', atByte: 14_000, until });
  await page.go(site.url(path));
  await whenShown(page, 'arriving');
  await asked(site, path);
  await isPaintedAsWritten(page, '.foot .note', direction);
  cut();
  await whenShown(page, 'incomplete');
  match(await isPaintedAsWritten(page, '.foot .note', direction, begins.broken), again);
  const letGo = hold(site, `${path}&held`, 14_000);
  await page.go(site.url(`${path}&held`));
  // The view before it is incomplete, too: only what is said tells the two apart.
  await isPaintedAsWritten(page, '.foot .note', direction, begins.stalled);
  await isPaintedAsWritten(page, '.state-line', direction);
  letGo();
}

story("An English reader reads Light's words from the left on a page from the right", (scene) =>
  readsInOrder(scene, {
    direction: 'ltr',
    front: '/fa/',
    article: qanat,
    begins: {
      failed: 'The picture could not',
      broken: 'The connection broke',
      stalled: 'The text has stopped',
    },
    again: /Light asks for it again in \d+ seconds \.$/,
  }),
);

stageWith({ locale: 'fa' });

story("A Persian reader reads Light's words from the right on a page from the left", (scene) =>
  readsInOrder(scene, {
    direction: 'rtl',
    front: '/',
    article: rain,
    begins: { failed: 'تصویر بارگیری نشد', broken: 'اتصال قطع شد', stalled: 'رسیدن متن متوقف' },
    again: /Light تا [۰-۹]+ ثانیه دیگر/,
  }),
);
