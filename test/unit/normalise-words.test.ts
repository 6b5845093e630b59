import { holdsWords, toWords } from '../../src/common/shelf/normalise-words.ts';

test.each([
  ['case', 'Léger CAFÉ', 'leger cafe'],
  ['Arabic yeh and kaf are the Persian ones', 'علي كتاب', 'علی کتاب'],
  ['hamza, madda and vowels', 'آزادي مُؤلِّف إيران', 'ازادی مولف ایران'],
  ['a joiner between letters', 'می‌خواهم', 'میخواهم'],
  ['stretched letters', 'خبـــر', 'خبر'],
  ['digits', '۱۴۰۳ ١٤٠٣', '1403 1403'],
  ['heh of Urdu and Kurdish', 'کہانی ەوە', 'کهانی هوه'],
  ['Turkish letters', 'İSTANBUL ılık', 'istanbul ilik'],
  ['Cyrillic with marks', 'ёлка Й', 'елка и'],
  ['wide letters and ligatures', 'Ｆｕｌｌ ﬁre', 'full fire'],
  ['white space', '  a\n\tb ', 'a b'],
  ['vowels of Hindi are letters', 'किताब', 'किताब'],
  ['Korean stays whole', '한국어', '한국어'],
])('%s', (_, text, words) => {
  expect(toWords(text)).toBe(words);
});

test.each([
  ['all words, in any order', 'rain city', true],
  ['a part of a word', 'rai', true],
  ['one that is missing', 'rain snow', false],
])('%s', (_, query, isFound) => {
  expect(holdsWords(toWords('A city in the rain'), toWords(query))).toBe(isFound);
});
