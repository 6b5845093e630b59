// In place of the polyfill, as the Firefox build does it: the browser's own interface, here the fake one.
module.exports = { __esModule: true, default: globalThis.browser };
