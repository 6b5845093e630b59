import { wrapWideBlocks } from '../../src/light/view/text/scroll-boxes.ts';

function wrap(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  wrapWideBlocks(body);
  return body;
}

test('a table scrolls in a box with a name, and its caption stands above it', () => {
  const body = wrap('<table><caption>Rain by <b>month</b></caption><tr><td>1</td></tr></table>');
  const [figure] = body.children;
  expect(figure?.localName).toBe('figure');
  expect([...(figure?.children ?? [])].map((each) => each.localName)).toEqual(['figcaption', 'div']);
  const box = figure?.querySelector('.scroll');
  expect(box?.getAttribute('aria-label')).toBe('Rain by month');
  expect(box?.getAttribute('tabindex')).toBe('0');
  expect(box?.querySelector('caption')).toBeNull();
  expect(figure?.querySelector('figcaption b')?.textContent).toBe('month');
});

test('a table without a caption is called a table, and one in a table is left where it is', () => {
  const body = wrap('<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>');
  expect(body.querySelectorAll('.scroll')).toHaveLength(1);
  expect(body.querySelector('.scroll')?.getAttribute('aria-label')).toBe('Table');
});
