// What the bar's menu does with a text as it stands on the screen: copies it, shares its address, saves it, prints it.
import { ask } from '../../../common/messages.ts';
import { toText } from '../../../common/words/translations.ts';
import type { Press } from '../press-buttons.ts';
import { copyWords } from './clipboard.ts';
import { createFile } from './saved-file.ts';
import { showMoment } from './state-line.ts';

/** The elements of a view that these actions read. */
interface Stage {
  main: HTMLElement;
  article: HTMLElement;
}

type Actions = Pick<
  Record<Press, () => void>,
  'copyLink' | 'copyText' | 'share' | 'save' | 'print' | 'settings'
>;

export function toTextActions(stage: Stage): Actions {
  const copy = (words: string) => {
    if (copyWords(words)) showMoment(stage, toText('copied'));
  };
  const title = () => stage.article.querySelector('h1')?.textContent ?? '';
  return {
    copyLink: () => copy(readAddress(stage)),
    copyText: () => copy(toPlainText(stage.article)),
    share: () => {
      const url = readAddress(stage);
      // A reader who shares nothing after all wants nothing else. What the page's policy or the device refuses can still be pasted.
      navigator.share({ title: title(), url }).catch(({ name }: Error) => name === 'AbortError' || copy(url));
    },
    save: () => download(createFile(stage.article, readAddress(stage)), `${toFileName(title())}.html`),
    print: () => print(),
    settings: () => void ask('settings'),
  };
}

/** The address that the text is of: Light's own page shows a text of another one. */
function readAddress({ main }: Stage): string {
  return main.querySelector('.source')?.textContent || location.href;
}

/** As it stands on the screen, a line for each block, without what is there to be pressed. */
function toPlainText(article: HTMLElement): string {
  article.classList.add('bare');
  const text = article.innerText.replace(/\n{3,}/g, '\n\n').trim();
  article.classList.remove('bare');
  return text;
}

/** Signs that file systems keep for themselves. */
const NO_NAME = /[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu;
/** Longer names are cut by file systems, in bytes: 255; letters of some scripts take three. */
const NAME_CHARS = 60;

export function toFileName(title: string): string {
  const name = title.replace(NO_NAME, ' ').replace(/\s+/g, ' ').trim();
  return (
    [...name]
      .slice(0, NAME_CHARS)
      .join('')
      .replace(/^\.+|[. ]+$/g, '') || 'Light'
  );
}

/** A browser that asks where to save a file reads it after that, in ms. */
const READ_MS = 60_000;

function download(html: string, name: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const link = document.createElementNS('http://www.w3.org/1999/xhtml', 'a') as HTMLAnchorElement; // One of that namespace is one.
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
