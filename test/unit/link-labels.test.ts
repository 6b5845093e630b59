import { toSafe } from '../../src/light/sanitise/sanitise.ts';
import { markLinks } from '../../src/light/view/text/link-labels.ts';

/** What a reader sees after the link's words, and what is said where it is pointed at. */
function mark(html: string, host = 'ledger.example') {
  const body = toSafe(html);
  markLinks(body, host);
  const { dataset, className, title } = body.querySelector('a') as HTMLAnchorElement; // Each row is one.
  return [`${className && '↗'}${dataset.mark ?? ''}`, title];
}

const link = (address: string, words = 'the letter') => `<a href="${address}">${words}</a>`;

test.each([
  ['a page of the site', link('https://ledger.example/a'), ['', '']],
  ['the site with www.', link('https://www.ledger.example/a'), ['', '']],
  ['a part of the site', link('https://sport.ledger.example/a'), ['', '']],
  ['another site', link('https://www.gauge.example/a'), ['↗', 'gauge.example']],
  ['a site that ends alike', link('https://notledger.example/'), ['↗', 'notledger.example']],
  ['another port is the same site', link('http://ledger.example:81/a'), ['', '']],
  [
    'a host of many parts',
    link(`https://bank.example.${'a.'.repeat(30)}evil.example/`),
    ['↗', `…${'a.'.repeat(30)}evil.example`.replace(/…(.*)(.{40})$/, '…$2')],
  ],
  ['a file', link('https://ledger.example/rain.pdf'), ['PDF', 'PDF file']],
  ['a file that is named', link('https://ledger.example/rain.pdf', 'the report (pdf)'), ['', 'PDF file']],
  [
    'a file of another site',
    link('https://gauge.example/rain.pdf.EXE?a=b'),
    ['↗EXE', 'EXE file, gauge.example'],
  ],
  ['a page that ends like a page', link('https://ledger.example/rain.html'), ['', '']],
  ['a host that ends like a file', link('https://gauge.zip/'), ['↗', 'gauge.zip']],
  [
    'a letter box',
    link('mailto:maren@ledger.example?subject=Rain'),
    ['e-mail', 'e-mail: maren@ledger.example'],
  ],
  [
    'a letter box that is named',
    link('mailto:maren@ledger.example', 'maren@ledger.example'),
    ['', 'e-mail: maren@ledger.example'],
  ],
  ['a telephone', link('tel:+1555010'), ['telephone', 'telephone: +1555010']],
  ['no address', '<a>the letter</a>', ['', '']],
])('a link to %s', (_, html, expected) => {
  expect(mark(html)).toEqual(expected);
});

test.each([
  ['an address', 'https://bank.example/login'],
  ['an address in a sentence', 'Go to https://bank.example/login now'],
  ['an address without its scheme', 'www.bank.example'],
  ['a name with a dot', 'bank.example'],
  ['a name and a path', 'bank.example/login'],
  ['what cannot be seen in it', 'bank\u200b.exa\u00admple'],
  ['full-width letters', 'ｂａｎｋ．ｅｘａｍｐｌｅ'],
  ['an override', '\u202eelpmaxe.knab'],
  ['letters of another script', 'b\u0430nk.example'],
  ['a name before the host', 'https://evil.example@bank.example/'],
  ['elements in it', '<b>bank</b>.<i>example</i>'],
])('words that say another host by %s are told the true one', (_, words) => {
  const [seen] = mark(link('https://evil.example/', words));
  expect(seen).toBe('↗evil.example');
});

test('a host in letters that may look like others is shown as it is written', () => {
  expect(mark(link('https://b\u0430nk.example/', 'the bank'))[0]).toBe('↗xn--bnk-6cd.example');
});

test.each([
  ['its own host', 'https://gauge.example/', 'gauge.example'],
  ['its host with www.', 'https://gauge.example/', 'www.gauge.example'],
  ['a thing with a dot', 'https://ledger.example/a', 'node.js'],
  ['a number', 'https://ledger.example/a', '3.5 mm'],
  ['initials', 'https://gauge.example/', 'U.S.'],
])('words that are %s are not doubted', (_, address, words) => {
  expect(mark(link(address, words))[0]).not.toContain('.');
});

test('what is marked is not in the text', () => {
  const body = toSafe(link('https://gauge.example/a.pdf'));
  markLinks(body, 'ledger.example');
  expect(body.textContent).toBe('the letter');
});
