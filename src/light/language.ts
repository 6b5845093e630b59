// Without this, a text whose page is silent or wrong about its language would be read aloud, spelt and timed as another.

/** ISO 15924, as both Unicode and BCP 47 know them. */
const SCRIPTS =
  'Latn Arab Hebr Cyrl Grek Armn Geor Deva Beng Taml Telu Thai Mymr Khmr Ethi Hang Kana Hira Hani';
/** Scripts that are parts of a language's own mixture, or its variants, by that language's script. */
const MIXED: Record<string, string> = {
  Hang: 'Kore',
  Kana: 'Jpan',
  Hira: 'Jpan',
  Hani: 'Hans',
  Hant: 'Hans',
};

/** Letters that one language has and its neighbours have not, the one with more of them first. */
const OWN_LETTERS: [language: string, letters: RegExp][] = [
  ['ckb', /[ێۆڕڵ]/g],
  ['ur', /[ٹڈڑےں]/g],
  ['fa', /[پچژگ]/g],
  ['ar', /[ةىأإ]/g],
  ['uk', /[їєґі]/gi],
  ['ru', /[ыэё]/gi],
  ['en', /\b(?:the|and|of)\b/gi],
];
/** So large a share of the letters is no accident of quotations and names. */
const OWN_SHARE = 0.01;
/** So many characters tell a text's language; more only cost time. */
const SAMPLE_CHARS = 5000;

/** The language a text is in, as a BCP 47 tag: the declared one, unless the text's letters speak against it; '' where nobody knows. */
export function toLanguage(text: string, declared: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const script = toScript(sample);
  const tag = toTag(declared);
  if (!script || tag === 'sr') return tag;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const own = OWN_LETTERS.find(
    ([language, each]) =>
      toScriptOf(language) === script && (sample.match(each)?.length ?? 0) > letters * OWN_SHARE,
  )?.[0];
  const primary = tag.split('-')[0];
  const isOther = own && own !== primary && OWN_LETTERS.some(([language]) => language === primary);
  if (toScriptOf(tag) === script && !isOther) return tag;
  return own ?? (script === 'Latn' ? '' : new Intl.Locale(`und-${script}`).maximize().language);
}

/** The script a language is most often written in; '' for ''. */
function toScriptOf(tag: string): string {
  const { script = '' } = tag ? new Intl.Locale(tag).maximize() : {};
  return MIXED[script] ?? script;
}

/** The script of most letters; '' where there are none. */
function toScript(text: string): string {
  const count = (script: string) => text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
  const [most] = SCRIPTS.split(' ')
    .map((script) => ({ script: MIXED[script] ?? script, letters: count(script) }))
    // Kana is in every line of Japanese, though Chinese characters may be more; and in Chinese in names alone.
    .sort((one, other) => toWeight(other) - toWeight(one));
  return most?.letters ? most.script : '';
}

function toWeight({ script, letters }: { script: string; letters: number }): number {
  return script === 'Jpan' ? letters * 8 : letters;
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
