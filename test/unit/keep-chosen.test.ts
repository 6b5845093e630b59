import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { keepChosen } from '../../src/light/extract/keep/keep-chosen.ts';

/** What is left where the runs that have a plus sign in them are chosen. */
function keep(html: string, pictures: string[] = []) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const { runs, nodes } = readOutline(body);
  const texts = new Set(nodes.flatMap((each, at) => (runs[at]?.text.includes('+') ? each : [])));
  keepChosen(body, {
    texts,
    pictures: new Set(pictures.flatMap((id) => body.querySelector(`#${id}`) ?? [])),
  });
  return body.innerHTML.replace(/\s+/g, ' ').trim();
}

test.each([
  [
    'boxes go with the last of their text',
    '<div><p>menu</p></div><div><p>one+</p><p>ad</p></div>',
    '<div><p>one+</p></div>',
  ],
  [
    'inline elements and white space stay',
    '<p>one+ <b>bold</b> <a href="/a">link</a></p>',
    '<p>one+ <b>bold</b> <a href="/a">link</a></p>',
  ],
  [
    'white space stays also in an element of its own: lines of code part words by it',
    '<pre><span>one+</span><span> </span><b>two+</b></pre><p>ad<i> </i></p>',
    '<pre><span>one+</span><span> </span><b>two+</b></pre>',
  ],
  [
    'cells keep their columns',
    '<table><tbody><tr><td>a+</td><td></td><td>c+</td></tr><tr><td>x</td></tr></tbody></table>',
    '<table><tbody><tr><td>a+</td><td></td><td>c+</td></tr></tbody></table>',
  ],
  [
    'scripts and comments do not stay as text',
    '<p>one+</p><script>var a = "+"</script><style>p {}</style>',
    '<p>one+</p>',
  ],
  ['nothing chosen', '<p>menu</p><p>ad</p>', ''],
  [
    'a picture between two texts stays',
    '<p>one+</p><img id="i"><p>two+</p>',
    '<p>one+</p><img id="i"><p>two+</p>',
  ],
  [
    'a picture beside what goes, goes',
    '<p>one+</p><img id="i"><p>ad</p><p>two+</p>',
    '<p>one+</p><p>two+</p>',
  ],
])('%s', (_, html, left) => {
  expect(keep(html)).toBe(left);
});

test('a picture that was chosen itself stays wherever it stands', () => {
  expect(keep('<p>ad</p><figure><img id="i"></figure><p>ad</p><p>one+</p>', ['i'])).toBe(
    '<figure><img id="i"></figure><p>one+</p>',
  );
});
