import { isWholeAnyway, mayBeCut } from '../../src/light/session/arrival/text-end.ts';

const SAY = 'The gauge stands at the end of the garden, where nothing keeps the wind from it.';
const P = `<p>${SAY}</p>`;
const CUT = '<p>It is read at half past six, and the fig';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each<[what: string, html: string, article: string, cut: boolean]>([
  ['a footer follows', `<article>${P}${P}${P}</article><footer><a>Privacy</a></footer>`, SAY, false],
  ['a script follows', `<article>${P}${P}${P}</article><script>let a = 1</script>`, SAY, false],
  ['it breaks off in the article', `<article>${P}${P}${P}${CUT}`, CUT, true],
  ['in a script amid the article', `<article>${P}${P}${P}<script>let a`, SAY, true],
  ['in what stands beside the article', `<article>${P}${P}${P}</article><aside>${CUT}`, SAY, false],
  ['the last line of the file ends', `<article>${P}${P}${P}</article></body></html>\n`, SAY, false],
  [
    'it breaks off, and a script has put trackers last',
    `<article>${P}${P}${P}${CUT}</article><img src="/p.gif"><script src="/t.js"></script>`,
    CUT,
    true,
  ],
  [
    'the last line of the file ends, and a script has put a tracker last',
    `<article>${P}${P}${P}</article></body></html>\n<img src="/p.gif">`,
    SAY,
    false,
  ],
  ['a bare page ends', `${P}${P}${P}</body></html>\n`, SAY, false],
  [
    'a bare page breaks off',
    `${P}${P}${P}${CUT}`,
    `${SAY}${SAY}It is read at half past six, and the fig`,
    true,
  ],
  ['a bare page breaks off in a link', `${P}${P}<p>It is <a>read at</a>`, `${SAY} It is read at`, true],
  ['a bare page has words after its text', `${P}${P}${P}<div>All rights reserved</div>`, SAY, false],
])('it may be cut: %s', (_, html, article, cut) => {
  expect(mayBeCut(parse(html), article)).toBe(cut);
});

test.each<[what: string, html: string, closed: boolean | null, whole: boolean]>([
  [
    'article and page are closed',
    `<article>${P}${P}${P}</article><footer>a</footer></body></html>\n`,
    null,
    true,
  ],
  ['the HTML says so', `<article>${P}${P}${P}</article><footer>a</footer></body></html>`, true, true],
  ['nothing says that the page has ended', `<article>${P}${P}${P}</article><footer>a`, null, false],
  ['the article has not been closed', `<body>\n<article>${P}${P}${P}${CUT}`, null, false],
  ['there is no article', `${P}${P}${P}</body></html>\n`, null, false],
])('a load that ended badly is whole all the same: %s', (_, html, closed, whole) => {
  expect(isWholeAnyway(parse(html), closed)).toBe(whole);
});
