// Reads Light's own sentences in the reader's language, and the language and direction they are in.

/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: { i18n: I18n };
declare const chrome: { i18n: I18n };
interface I18n {
  getMessage(name: string, substitutions?: string[]): string;
  getUILanguage(): string;
}

/** The name of one of Light's sentences: English has them all. */
export type MessageName = keyof typeof import('../../_locales/en/messages.json');

const i18n = () => (FIREFOX ? browser : chrome).i18n;

/** The sentence of that name in the reader's language, with `$1` … filled in. */
export function toText(name: MessageName, ...substitutions: string[]): string {
  return i18n().getMessage(name, substitutions);
}

/** The direction of the language Light speaks, `rtl` or `ltr`: `@@bidi_dir` is that of the browser's, which may be another. */
export function readDirection(): string {
  return toText('direction');
}

/** The attributes of an element with words of Light's own, which run in the direction of its language whichever way the page runs. */
export function toOwnWords(): { dir: string; lang: string } {
  return { dir: readDirection(), lang: readLanguage() };
}

/** The language Light speaks to the reader, as a BCP 47 tag: the browser's own where it says more of the same (`en-GB`). */
export function readLanguage(): string {
  const spoken = toText('language');
  const browser = i18n().getUILanguage();
  return browser.startsWith(spoken) ? browser : spoken;
}
