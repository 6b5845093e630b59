import { extractReading } from '../../src/light/extract/article.ts';
import { normaliseDocument } from '../../src/light/extract/prepare/normalise-document.ts';
import { names } from '../attacks/names.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

// jsdom lets no field hide what a form has itself: that is seen in the browsers.
test('the fields of a form have no names by which to hide what it has itself', () => {
  const page = parse('<form id=a><input name=parentNode><input id=childNodes><img name=localName></form>');
  normaliseDocument(page);
  expect(page.body.innerHTML).toBe('<form id="a"><input><input><img></form>');
});

test.each(names)('the text is found behind $name', ({ html }) => {
  const prose =
    '<p>At half past six every morning she walks to the end of her garden with a torch.</p>'.repeat(8);
  const page = parse(`<title>Rain</title>${html}<article>${prose}</article>`);
  const reading = extractReading(page, { hostname: 'a.example', direction: 'ltr', plainText: false });
  expect(reading?.body.textContent).toContain('half past six');
});

test('below so many levels the words stay, without their structure and without code', () => {
  const page = parse('');
  let place: Element = page.body;
  for (let level = 0; level < 600; level++) place = place.appendChild(page.createElement('div'));
  place.innerHTML = '<p>the <b>bottom</b></p><script>ran()</script>';
  normaliseDocument(page);
  expect(page.body.textContent).toBe('the bottom');
  expect(page.querySelector('b')).toBeNull();
});

test('names that others look for stay', () => {
  const page = parse('<meta name=author content=a><a name=b id=c>d</a><form id=e></form>');
  const before = page.documentElement.outerHTML;
  normaliseDocument(page);
  expect(page.documentElement.outerHTML).toBe(before);
});
