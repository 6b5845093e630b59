/** @jest-environment node */
import { toLanguage, toTag } from '../../src/light/metadata/language.ts';

const TEXTS = {
  en: 'At half past six every morning she walks to the end of her garden with a torch and a pencil on a string.',
  de: 'Jeden Morgen um halb sieben geht sie mit einer Lampe und einem Stift bis ans Ende ihres Gartens.',
  fa: 'ساعت پنج صبح روز دوم آبان، وقتی هنوز هوا تاریک بود، پیرمرد صدایی شنید که سال‌ها فقط در خواب شنیده بود.',
  ar: 'لا تشير ساعتان في دكان أبي يوسف إلى الوقت نفسه، وهو يرى في ذلك دليلاً على حسن سير العمل في السوق القديمة.',
  ur: 'ہر صبح ساڑھے چھ بجے وہ ایک ٹارچ اور پنسل لے کر اپنے باغ کے آخری سرے تک جاتی ہے اور بارش ناپتی ہے۔',
  ckb: 'هەموو بەیانییەک کاتژمێر شەش و نیو بە چرایەکەوە دەڕوات بۆ کۆتایی باخچەکەی و بارانەکە دەپێوێت.',
  he: 'בכל בוקר בשש וחצי היא הולכת עד קצה הגן שלה עם פנס ועיפרון.',
  ru: 'Каждое утро в половине седьмого она идёт с фонарём и карандашом в конец своего сада и измеряет дождь, выпавший ночью.',
  uk: 'Щоранку о пів на сьому вона йде з ліхтарем і олівцем у кінець свого саду, де її чекає дощомір.',
  zh: '每天早上六点半，她都会拿着手电筒和铅笔走到花园的尽头。',
  ja: '毎朝六時半になると、彼女は懐中電灯と鉛筆を持って庭の端まで歩いていく。',
  ko: '매일 아침 여섯 시 반에 그녀는 손전등과 연필을 들고 정원 끝까지 걸어간다.',
  th: 'ทุกเช้าเวลาหกโมงครึ่ง เธอเดินไปที่สุดสวนพร้อมไฟฉายและดินสอ',
  el: 'Κάθε πρωί στις έξι και μισή περπατά μέχρι την άκρη του κήπου της.',
  hi: 'हर सुबह साढ़े छह बजे वह टॉर्च और पेंसिल लेकर अपने बगीचे के छोर तक जाती है।',
};

test.each(Object.entries(TEXTS).filter(([language]) => language !== 'de'))(
  '%s is told by its letters where the page says nothing',
  (language, text) => {
    expect(toLanguage(text, '')).toBe(language);
  },
);

test.each([
  ['Persian on a page in English', 'fa', 'en', 'fa'],
  ['Persian on a page in Arabic', 'fa', 'ar', 'fa'],
  ['Arabic on a page in Persian', 'ar', 'fa-IR', 'ar'],
  ['English on a page in Persian', 'en', 'fa', 'en'],
  ['German on a page in Persian', 'de', 'fa', ''],
  ['Russian on a page in Ukrainian', 'ru', 'uk', 'ru'],
  ['Chinese on a page in English', 'zh', 'en-US', 'zh'],
] as const)('the page is wrong: %s', (_, text, declared, language) => {
  expect(toLanguage(TEXTS[text], declared)).toBe(language);
});

test.each([
  ['Persian of Afghanistan', TEXTS.fa, 'fa-AF'],
  ['a language that nobody tells by its letters', TEXTS.fa, 'mzn'],
  ['traditional Chinese', TEXTS.zh, 'zh-TW'],
  ['Bulgarian', 'Всяка сутрин в шест и половина тя отива до края на градината си.', 'bg'],
  ['German', TEXTS.de, 'de-AT'],
  ['Serbian in Latin letters', 'Svakog jutra u pola sedam ide do kraja svoje bašte.', 'sr'],
  ['Persian with English names', `${TEXTS.fa} Google, Microsoft and the Apple of old.`, 'fa'],
  ['English with a Persian quotation', `${TEXTS.en} “قنات پژواک گنگ” ${TEXTS.en}`, 'en'],
  ['no letters', '12:30', 'fa'],
])('the page is right: %s', (_, text, declared) => {
  expect(toLanguage(text, declared)).toBe(declared);
});

test('German on a page that says nothing is not known', () => {
  expect(toLanguage(TEXTS.de, '')).toBe('');
});

test.each([
  ['fa_IR', 'fa-IR'],
  ['EN-us', 'en-US'],
  ['ar_Ar', 'ar-AR'],
  ['fa, en', 'fa'],
  ['english', ''],
  ['italiano (italian)', ''],
  ['', ''],
])('the tag %s', (given, tag) => {
  expect(toTag(given)).toBe(tag);
});
