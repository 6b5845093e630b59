// Without this, the reader would not be asked: the question as elements, in the reader's language, worded by Light alone.
import { toElement, toHost } from '../common/element.ts';
import { toMark } from '../common/mark.ts';
import { NAME, type Reason } from '../common/reason.ts';
import { readSiteName } from '../common/site-name.ts';
import { toText } from '../common/text.ts';
import css from './question.css';

/** What the reader can answer. */
export type Answer = 'switch' | 'close' | 'never';

/** The question as it stands in the page. */
export interface Question {
  host: HTMLElement;
  section: HTMLElement;
  /** Says something in place of the explanation, aloud too. */
  say(text: string): void;
}

/** The sentence with the name in it, isolated so that its direction cannot reorder Light's words. */
function toSentence(sentence: string, name: string): (Node | string)[] {
  return sentence.split(NAME).flatMap((part, at) => (at === 0 ? [part] : [toElement('bdi', {}, name), part]));
}

function toButton(answer: Answer, words: string, label = words): HTMLButtonElement {
  return toElement('button', { type: 'button', 'data-action': answer, 'aria-label': label }, words);
}

/** Makes the question for the page; it stands nowhere yet. */
export function toQuestion(page: Document, direction: string, reason?: Reason): Question {
  const site = readSiteName(page, page.location.hostname);
  const { host, root } = toHost('light-prompt', css);
  host.setAttribute('dir', direction);
  // Filled in after it stands in the page: screen readers only say what changes.
  const text = toElement('p', { class: 'text', role: 'status' });
  const words = toElement(
    'div',
    { class: 'words' },
    toElement('h2', { id: 'title' }, ...toSentence(toText('question', NAME), site.name)),
  );
  if (site.host) words.append(toElement('p', { class: 'host' }, site.host));
  words.append(text);
  if (reason) words.append(toElement('p', { class: 'why' }, ...toSentence(reason.sentence, reason.name)));
  const close = toButton('close', '✕', toText('close'));
  // Where the extension goes meanwhile, nobody hears the press (Firefox): then the browser itself takes the question away.
  close.setAttribute('popovertarget', 'question');
  close.setAttribute('popovertargetaction', 'hide');
  const section = toElement(
    'section',
    { id: 'question', popover: 'manual', role: 'region', 'aria-labelledby': 'title', dir: direction },
    toMark(),
    words,
    close,
    toElement(
      'div',
      { class: 'presses' },
      toButton('switch', toText('switch')),
      toButton('never', toText('never')),
    ),
  );
  root.append(section);
  setTimeout(() => text.append(...toSentence(toText('explanation', NAME), site.name)));
  return { host, section, say: (words) => text.replaceChildren(words) };
}
