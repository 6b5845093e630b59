// The reader has taken Light's access to sites back: a press of the button still shows the text, and says what does not hold.
import assert from 'node:assert/strict';
import { story } from '../browser/story.ts';
import { areLight, inView, leave, loads, turnOn } from './reading.ts';

story.oldest(
  'Without access to the site, the button shows the text, and the note says that links open as full pages',
  async ({ browser, visit }) => {
    const errors = await browser.backgroundErrors();
    await browser.inExtension(() => chrome.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }));
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page, 'Nothing but the text');
    await page.waitFor(() =>
      document
        .querySelector('[data-light=view]')
        ?.shadowRoot?.querySelector('.note')
        ?.textContent?.includes('Light has no access to this site'),
    );
    await areLight(browser, []);
    assert.match((await page.text(...inView('[data-part=body]'))) ?? '', /oven/);
    await leave(page);
    assert.deepEqual(await browser.backgroundErrors(), errors);
  },
  {
    last: true,
    skip: { chromium: 'only its own list of extensions can take away what the manifest asks for' },
  },
);

/** What the reader's own list of permissions asks, with the extension's rights. */
declare const chrome: { permissions: { remove(permissions: { origins: string[] }): Promise<boolean> } };
