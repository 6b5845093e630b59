// Pages on which readers log in or pay: Light does not ask there, however slow they are, and no rule switches them.
import assert from 'node:assert/strict';
import { story } from '../browser/story.ts';
import { makeAlwaysLight } from './choosing.ts';
import { hold, whenAsked, whenAskedByNow } from './reader.ts';
import { areLight, loads, showsText } from './reading.ts';

/** Uncompressed, so that its bytes can be counted. */
const toPath = (of: string): string => `/special/members?of=${of}&plain`;
/** So much of the page is its form, and the beginning of its first paragraph. */
const FORM_BYTES = 450;

const KINDS = { login: 'a log-in', card: 'a payment', named: 'a payment in words of its own' };

story('Nobody is asked on a log-in or a payment that comes slowly', async ({ browser, site, visit }) => {
  // The same page without such fields is one to ask on.
  hold(site, toPath('none'), FORM_BYTES);
  await whenAsked(await visit(toPath('none')));
  for (const [of, name] of Object.entries(KINDS)) {
    hold(site, toPath(of), FORM_BYTES);
    const page = await visit(toPath(of));
    await page.appears('form button');
    await whenAskedByNow(page);
    assert.equal(await page.has('[data-light]'), false, name);
  }
  await areLight(browser, []);
});

story('No rule switches a log-in or a payment of a site that is always light', async (scene) => {
  const { browser, site, visit } = scene;
  await makeAlwaysLight(browser);
  for (const [of, name] of Object.entries(KINDS)) {
    site.forget();
    const page = await visit(toPath(of));
    // It comes light, for nobody knows before what it is, and once more as it is.
    await page.waitFor(() => {
      const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return load?.type === 'reload' && document.readyState === 'complete';
    });
    assert.equal(await page.has('[data-light]'), false, name);
    assert.equal(await page.has('form input'), true, name);
    await page.go(site.url('/special/fast'));
    await showsText(page, 'Nothing but the text');
    await page.close();
  }
  const plain = await visit(toPath('none'));
  await loads(plain, toPath('none'));
  await plain.appears(':root > [data-light=view]');
});
