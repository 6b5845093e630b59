// Lets the reader choose how soon Light asks.
import { createElement } from '../common/document/elements.ts';
import { changeSettings, PATIENCES, type Patience, readSettings } from '../common/stored/settings.ts';
import { type MessageName, toText } from '../common/words/translations.ts';

/** What each choice is called, and what it means. */
const WORDS: Record<Patience, [name: MessageName, note: MessageName]> = {
  eager: ['patienceEager', 'patienceEagerNote'],
  normal: ['patienceNormal', 'patienceNormalNote'],
  patient: ['patiencePatient', 'patiencePatientNote'],
  never: ['patienceNever', 'patienceNeverNote'],
};

/** A control with its name, and below it a line that belongs to it. */
function createChoice(control: HTMLInputElement, name: MessageName, note: MessageName): HTMLElement {
  const noteId = `${control.id}-note`;
  control.setAttribute('aria-describedby', noteId);
  return createElement(
    'div',
    { class: 'choice' },
    control,
    createElement('label', { for: control.id }, toText(name)),
    createElement('p', { class: 'note', id: noteId }, toText(note)),
  );
}

function createRadio(patience: Patience): HTMLInputElement {
  const radio = createElement('input', {
    type: 'radio',
    id: `patience-${patience}`,
    name: 'patience',
    value: patience,
  });
  radio.addEventListener('change', () => changeSettings(() => ({ patience })));
  return radio;
}

/** The choices, and what shows in them what has been decided, here or in another tab. They stay, so that they keep the focus. */
export function createPatience(): { choices: HTMLElement; show(): Promise<void> } {
  const radios = PATIENCES.map(createRadio);
  const unasked = createElement('input', { type: 'checkbox', id: 'unasked' });
  unasked.addEventListener('change', () => changeSettings(() => ({ unasked: unasked.checked })));
  const choices = createElement(
    'fieldset',
    {},
    createElement('legend', {}, createElement('h2', {}, toText('patienceTitle'))),
    ...radios.map((radio, at) => createChoice(radio, ...WORDS[PATIENCES[at] ?? 'normal'])),
    createElement('hr'),
    createChoice(unasked, 'unasked', 'unaskedNote'),
  );
  return {
    choices,
    async show() {
      const settings = await readSettings();
      for (const radio of radios) radio.checked = radio.value === settings.patience;
      unasked.checked = settings.unasked;
      // Nothing happens by itself for a reader who wants never to be asked.
      unasked.disabled = settings.patience === 'never';
    },
  };
}
