// Injected before the light script: without it the view would have no style, and would not know that nobody pressed anything.
import page from './light.css';
import view from './view.css';

globalThis.lightSheets = { view, page };
// An element of the page may be named so: what Light has not put there itself is not there.
if (!Object.hasOwn(globalThis, 'lightWish')) globalThis.lightWish = 'arrive';
// A page from a service worker comes with its scripts, which the rules do not see: they end here, before the light script is read.
if (
  /^http/.test(location.protocol) &&
  globalThis.lightWish === 'arrive' &&
  navigator.serviceWorker?.controller
)
  window.stop();
