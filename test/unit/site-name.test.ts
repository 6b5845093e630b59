import { NAME_CHARS, readSiteName, toSafeName } from '../../src/common/words/site-name.ts';

test.each([
  ['a plain name', 'The Morning Ledger', 'The Morning Ledger'],
  ['several lines', 'The\n Morning\tLedger ', 'The Morning Ledger'],
  ['a direction override', 'Bank\u202egnip\u202c', 'Bank gnip'],
  ['isolates and marks', '\u2066Bank\u2069\u200f', 'Bank'],
  ['Persian with its joiner', 'روزنامه\u200cها', 'روزنامه\u200cها'],
  ['nothing but what cannot be seen', '\u200b\u2060', ''],
  ['tags are text', '<b>Bold</b>', '<b>Bold</b>'],
])('%s', (_, given, expected) => {
  expect(toSafeName(given)).toBe(expected);
});

test('a long name is cut to one line, by characters and not by code units', () => {
  const name = toSafeName('🌧'.repeat(80));
  expect([...name]).toHaveLength(NAME_CHARS);
  expect(name.endsWith('🌧…')).toBe(true);
});

test.each([
  [
    'og:site_name',
    '<meta property="og:site_name" content="The Ledger">',
    { name: 'The Ledger', host: 'ledger.example' },
  ],
  [
    'application-name',
    '<meta name="application-name" content="Ledger">',
    { name: 'Ledger', host: 'ledger.example' },
  ],
  ['none', '', { name: 'ledger.example', host: null }],
  [
    'its own host name',
    '<meta property="og:site_name" content="Ledger.example">',
    { name: 'ledger.example', host: null },
  ],
  [
    'its name and what it is',
    '<meta property="og:site_name" content="خبرگزاری باشگاه خبرنگاران | آخرین اخبار ایران و جهان">',
    { name: 'خبرگزاری باشگاه خبرنگاران', host: 'ledger.example' },
  ],
  [
    'a name with a hyphen',
    '<meta property="og:site_name" content="Al-Monitor – News">',
    { name: 'Al-Monitor', host: 'ledger.example' },
  ],
  ['an empty one', '<meta property="og:site_name" content=" ">', { name: 'ledger.example', host: null }],
])('a page that names itself by %s', (_, head, expected) => {
  const page = new DOMParser().parseFromString(head, 'text/html');
  expect(readSiteName(page, 'www.ledger.example')).toEqual(expected);
});
