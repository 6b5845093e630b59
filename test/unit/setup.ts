// What every unit test finds in place: a working fake of the browser's own interfaces, as far as Light uses them.
import messages from '../../src/_locales/en/messages.json';
import { toFakeBrowser } from './fake-browser.ts';

const browser = toFakeBrowser(messages);
Object.assign(globalThis, {
  browser,
  chrome: browser,
  // Set by the build otherwise.
  FIREFOX: false,
});

// jsdom has no style sheets of one's own making; what they say is looked at in browsers.
if (typeof CSSStyleSheet !== 'undefined') {
  CSSStyleSheet.prototype.replaceSync ??= () => {};
  ShadowRoot.prototype.adoptedStyleSheets ??= [];
}
