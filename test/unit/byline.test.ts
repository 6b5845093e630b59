/** @jest-environment node */
import { toByline } from '../../src/light/metadata/byline.ts';

const SITES = ['The Morning Ledger', 'ledger', 'دفتر صبح'];

test.each([
  ['Maren Oakhollow', 'Maren Oakhollow'],
  ['By Maren Oakhollow', 'Maren Oakhollow'],
  ['Written by: Maren Oakhollow', 'Maren Oakhollow'],
  ['Von Maren Eichgrund', 'Maren Eichgrund'],
  ['Par Maud Chênevert', 'Maud Chênevert'],
  ['di Marina Quercia', 'Marina Quercia'],
  ['Di Maria', 'Di Maria'],
  ['Byron Oak', 'Byron Oak'],
  ['نویسنده: رحمت سرودی', 'رحمت سرودی'],
  ['بقلم كريم الوردي', 'كريم الوردي'],
  ['كتبت ريم الوردي', 'ريم الوردي'],
  ['Автор: Мария Дубова', 'Мария Дубова'],
  ['文：李明', '李明'],
  [' Maren Oakhollow, ', 'Maren Oakhollow'],
  ['Maren Oakhollow maren@ledger.example', 'Maren Oakhollow'],
  ['Maren Oakhollow @oakhollow', 'Maren Oakhollow'],
  ['Maren Oakhollow | 12 November 2026', 'Maren Oakhollow'],
  ['Maren Oakhollow, November 12, 2026: 12:41 PM', 'Maren Oakhollow'],
  ['Maren Oakhollow 12.11.2026, 08:30', 'Maren Oakhollow'],
  ['رحمت سرودی ۱۴۰۵/۰۸/۱۱', 'رحمت سرودی'],
  ['Maren Oakhollow – The Morning Ledger', 'Maren Oakhollow'],
  ['Maren O’Hollow-Birch Jr.', 'Maren O’Hollow-Birch Jr.'],
  ['Studio 54', 'Studio 54'],
  ['oak_99', 'oak_99'],
])('%s', (given, name) => {
  expect(toByline([[given]], SITES)).toBe(name);
});

test.each([
  ['the site', 'The Morning Ledger'],
  ['the site, little more', 'Morning Ledger Staff'],
  ['an address', 'https://ledger.example/authors/maren'],
  ['a mail address', 'maren@ledger.example'],
  ['a number', '1482088941'],
  ['nobody', 'admin'],
  ['a place', '(Oakhollow)'],
  ['a sentence', 'Maren walks to the end of her garden every morning. '.repeat(4)],
])('%s is no author', (_, given) => {
  expect(toByline([[given]], SITES)).toBe('');
});

test('several authors are joined, each once', () => {
  expect(toByline([['Maren Oakhollow', 'Jonas Birch', 'By MAREN OAKHOLLOW']], [])).toBe(
    'MAREN OAKHOLLOW, Jonas Birch',
  );
  expect(toByline([['رحمت سرودی', 'کریم وردی']], [])).toBe('رحمت سرودی، کریم وردی');
});

test('a list that names the site alone gives way to the next one', () => {
  expect(toByline([[], ['دفتر صبح'], ['رحمت سرودی'], ['Jonas Birch']], SITES)).toBe('رحمت سرودی');
});
