import { rememberPage } from '../../src/light/session/page-state.ts';

beforeAll(() => {
  // jsdom lays nothing out: scrolling is what was set last.
  Element.prototype.scrollTo = function scrollTo(this: Element, options?: ScrollToOptions | number) {
    if (typeof options === 'object') this.scrollTop = options.top ?? 0;
  } as typeof Element.prototype.scrollTo;
  Element.prototype.checkVisibility = () => true;
});

test('scroll position, focus and selection come back', () => {
  document.body.innerHTML = '<p id="text">At half past six</p><input id="field">';
  const text = document.getElementById('text')?.firstChild as Text;
  const field = document.getElementById('field') as HTMLInputElement;
  document.documentElement.scrollTop = 240;
  field.focus();
  getSelection()?.setBaseAndExtent(text, 12, text, 3);
  const restore = rememberPage();
  document.documentElement.scrollTop = 0;
  field.blur();
  getSelection()?.removeAllRanges();
  restore();
  expect(document.documentElement.scrollTop).toBe(240);
  expect(document.activeElement).toBe(field);
  expect(getSelection()).toMatchObject({ anchorNode: text, anchorOffset: 12, focusOffset: 3 });
});

test('a page without a selection has none afterwards', () => {
  document.body.innerHTML = '<p>One</p><p>Two</p>';
  getSelection()?.removeAllRanges();
  const restore = rememberPage();
  getSelection()?.selectAllChildren(document.body);
  restore();
  expect(getSelection()?.rangeCount).toBe(0);
});
