// Builds the question as elements, in the reader's language: the page words nothing of it but its own name.
import { createElement, createHost } from '../common/document/elements.ts';
import { createLogo } from '../common/document/logo.ts';
import { NAME, type Reason } from '../common/prompt-reason.ts';
import { readDirection, readLanguage, toText } from '../common/words/translations.ts';
import css from './question.css';
import type { Choice } from './question-state.ts';

/** The question as it stands in the page. */
export interface Question {
  host: HTMLElement;
  section: HTMLElement;
  /** The buttons, known by themselves: what the page writes on its elements says nothing. */
  choices: Map<EventTarget, Choice>;
  isRightToLeft: boolean;
  /** Says something in place of the explanation, aloud too. */
  say(text: string): void;
}

/** The sentence with the name in it, isolated so that its direction cannot reorder Light's words. */
function toSentence(sentence: string, name: string): (Node | string)[] {
  return sentence
    .split(NAME)
    .flatMap((part, at) => (at === 0 ? [part] : [createElement('bdi', {}, name), part]));
}

function createButton(choice: Choice, words: string, more = {}): HTMLButtonElement {
  return createElement('button', { type: 'button', 'data-action': choice, ...more }, words);
}

function createCloseButton(): HTMLButtonElement {
  return createButton('close', '×', {
    'aria-label': toText('close'),
    // Where the extension goes meanwhile, nobody hears the press (Firefox): then the browser itself takes the question away.
    popovertarget: 'question',
    popovertargetaction: 'hide',
  });
}

/** Builds the question for a page of that site; it stands nowhere yet. `host`: to be shown beside a name that is not the host's own. */
export function createQuestion(site: { name: string; host: string | null }, reason?: Reason): Question {
  // One isolate: "Harbour Post Light" is one name, and runs its own way in a sentence of either direction.
  const edition = `${site.name} Light`;
  const { host, root } = createHost('prompt', css);
  const direction = readDirection();
  const close = createCloseButton();
  const switchButton = createButton('switch', toText('switch'));
  const always = createButton('always', toText('alwaysHere'));
  const never = createButton('never', toText('never'));
  const title = createElement('h2', { id: 'title' }, ...toSentence(toText('question', NAME), edition));
  // Filled in after it stands in the page: screen readers only say what changes.
  const text = createElement('p', { class: 'text', role: 'status' });
  const section = createElement(
    'section',
    {
      ...{ id: 'question', popover: 'manual', role: 'region', 'aria-labelledby': 'title' },
      ...{ dir: direction, lang: readLanguage() },
    },
    createLogo(),
    title,
    ...(site.host ? [createElement('p', { class: 'host' }, createElement('bdi', {}, site.host))] : []),
    text,
    ...(reason ? [createElement('p', { class: 'why' }, ...toSentence(reason.sentence, reason.name))] : []),
    createElement('div', { class: 'presses' }, switchButton, always, never),
    close,
  );
  root.append(section);
  setTimeout(() => text.append(...toSentence(toText('explanation', NAME), edition)));
  return {
    host,
    section,
    choices: new Map([
      [switchButton, 'switch'],
      [always, 'always'],
      [never, 'never'],
      [close, 'close'],
    ]),
    isRightToLeft: direction === 'rtl',
    say: (words) => text.replaceChildren(words),
  };
}
