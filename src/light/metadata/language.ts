// Tells the language of a text: the page's declaration, unless the text's own letters contradict it.
import { toShare } from './direction.ts';

/** Each script (by ISO 15924) with the language that it is taken for where nothing else tells. */
const SCRIPTS =
  'Latn:en Arab:ar Hebr:he Cyrl:ru Grek:el Armn:hy Geor:ka Deva:hi Beng:bn Taml:ta Telu:te Thai:th Mymr:my Khmr:km Ethi:am Hang:ko Kana:ja Hira:ja Hani:zh';

/**
 * Letters that one language has and its neighbours have not, the one with more of them first; beside the language that their script is
 * taken for.
 */
const OWN_LETTERS: [usual: string, language: string, letters: RegExp][] = [
  ['ar', 'ckb', /[ێۆڕڵ]/g],
  ['ar', 'ur', /[ٹڈڑےں]/g],
  ['ar', 'fa', /[پچژگ]/g],
  ['ar', 'ar', /[ةىأإ]/g],
  ['ru', 'uk', /[їєґі]/gi],
  ['ru', 'ru', /[ыэё]/gi],
  ['en', 'en', /\b(?:the|and|of)\b/gi],
];
/** So large a share of the letters is no accident of quotations and names. */
const OWN_SHARE = 0.01;
/** So many characters tell a script. */
const SCRIPT_CHARS = 1000;
/** With so large a share of the letters no other script has more. */
const CLEAR_SHARE = 0.9;
/** Kana is in every line of Japanese, though Chinese characters may be more; and in Chinese in names alone. */
const KANA_WEIGHT = 8;

/** The language a text is in, as a BCP 47 tag: the declared one, unless the text's letters speak against it; '' where nobody knows. */
export function toLanguage(text: string, declared: string): string {
  const tag = toTag(declared);
  const usual = toUsual(text.slice(0, SCRIPT_CHARS));
  // Serbian is written in either of two scripts.
  if (!usual || tag === 'sr') return tag;
  const own = OWN_LETTERS.find(
    ([script, , letters]) => script === usual && toShare(text, letters) > OWN_SHARE,
  )?.[1];
  const primary = tag.split('-')[0];
  const isOther = own && own !== primary && OWN_LETTERS.some(([, language]) => language === primary);
  if (tag && !isOther && (primary === usual || toScript(tag) === toScript(usual))) return tag;
  // Latin letters are those of too many languages.
  return own ?? (usual === 'en' ? '' : usual);
}

/** The script a language is most often written in; of Chinese, both. */
function toScript(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script?.replace('Hant', 'Hans');
}

/** The language that the script of most letters is taken for; '' where there are none. */
function toUsual(text: string): string {
  let [most, mostShare] = ['', 0];
  for (const [script, language = ''] of SCRIPTS.split(' ').map((each) => each.split(':'))) {
    const share =
      toShare(text, new RegExp(`\\p{Script=${script}}`, 'gu')) * (language === 'ja' ? KANA_WEIGHT : 1);
    if (share > mostShare) [most, mostShare] = [language, share];
    if (share > CLEAR_SHARE) break;
  }
  return most;
}

/** A valid tag in its canonical form, '' for anything else: pages also say `en_US`, `fa, en` and `english`. */
export function toTag(text: string): string {
  try {
    const { language, baseName } = new Intl.Locale(text.split(',')[0]?.trim().replace(/_/g, '-') ?? '');
    return language.length <= 3 && language !== 'und' ? baseName : '';
  } catch {
    // Expected: no tag.
    return '';
  }
}
