import { findSearchForm } from '../../src/light/page/search-form.ts';

const BASE = 'https://news.example/world/';
const toPage = (body: string) =>
  new DOMParser().parseFromString(`<base href="${BASE}"><body>${body}</body>`, 'text/html');
const find = (body: string) => findSearchForm(toPage(body));

test.each<[string, string, object]>([
  [
    'by its field',
    '<form action=/s><input type=search name=q></form>',
    { action: 'https://news.example/s', name: 'q' },
  ],
  [
    'by its role',
    '<search><form action=/find><input name=text></form></search>',
    { action: 'https://news.example/find', name: 'text' },
  ],
  [
    'by its address',
    '<form action="/jostoju"><input name=words placeholder="جستجو"></form>',
    { name: 'words' },
  ],
  [
    'by its class',
    '<form class="Suchfeld" action="?old=1#a"><input name=begriff></form>',
    { action: BASE, name: 'begriff' },
  ],
  [
    'with what goes along',
    '<form action=/s><input type=search name=q value="rain"><input type=hidden name=lang value=fa><select name=in><option value=1>a<option value=2 selected>b</select></form>',
    {
      value: 'rain',
      hidden: [
        ['lang', 'fa'],
        ['in', '2'],
      ],
    },
  ],
  [
    'the better of two',
    '<form action=/a><input name=q></form><form role=search action=/b><input type=search name=q></form>',
    { action: 'https://news.example/b' },
  ],
])('a search is found %s', (_, body, search) => {
  expect(find(body)).toMatchObject(search);
});

test.each<[string, string]>([
  ['posts', '<form method=POST action=/s><input type=search name=q></form>'],
  ['has two fields', '<form action=/s><input type=search name=q><input name=r></form>'],
  ['has a password', '<form action=/search><input name=q><input type=password name=p></form>'],
  ['wants an address', '<form action=/search><input name=q><input type=email name=m></form>'],
  ['is something else', '<form action=/subscribe><input name=first-name></form>'],
  ['has no name', '<form action=/s><input type=search></form>'],
  ['runs code', '<form action="javascript:alert(1)"><input type=search name=q></form>'],
  ['sends mail', '<form action="mailto:a@news.example"><input type=search name=q></form>'],
])('a form that %s is none', (_, body) => {
  expect(find(body)).toBeNull();
});

test('a page whose elements bear the names of what is asked of it is read all the same', () => {
  expect(find('<form name=querySelectorAll></form><form><input type=search name=q></form>')).not.toBeNull();
});
