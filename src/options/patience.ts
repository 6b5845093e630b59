// Without this, a reader could not say how soon Light is to ask.
import { toElement } from '../common/element.ts';
import { changeSettings, PATIENCES, type Patience, readSettings } from '../common/settings.ts';
import { toText } from '../common/text.ts';

/** What each choice is called, and what it means. */
const WORDS: Record<Patience, [name: string, note: string]> = {
  eager: ['patienceEager', 'patienceEagerNote'],
  normal: ['patienceNormal', 'patienceNormalNote'],
  patient: ['patiencePatient', 'patiencePatientNote'],
  never: ['patienceNever', 'patienceNeverNote'],
};

/** A control with its name, and below it a line that belongs to it. */
function toChoice(control: HTMLInputElement, name: string, note: string): HTMLElement {
  const noteId = `${control.id}-note`;
  control.setAttribute('aria-describedby', noteId);
  return toElement(
    'div',
    { class: 'choice' },
    control,
    toElement('label', { for: control.id }, toText(name)),
    toElement('p', { class: 'note', id: noteId }, toText(note)),
  );
}

function toRadio(patience: Patience): HTMLInputElement {
  const radio = toElement('input', {
    type: 'radio',
    id: `patience-${patience}`,
    name: 'patience',
    value: patience,
  });
  radio.addEventListener('change', () => changeSettings(() => ({ patience })));
  return radio;
}

/** The choices, and what shows in them what has been decided, here or in another tab. They stay, so that they keep the focus. */
export function toPatience(): { choices: HTMLElement; show(): Promise<void> } {
  const radios = PATIENCES.map(toRadio);
  const unasked = toElement('input', { type: 'checkbox', id: 'unasked' });
  unasked.addEventListener('change', () => changeSettings(() => ({ unasked: unasked.checked })));
  const choices = toElement(
    'fieldset',
    {},
    toElement('legend', {}, toElement('h2', {}, toText('patienceTitle'))),
    ...radios.map((radio, at) => toChoice(radio, ...WORDS[PATIENCES[at] ?? 'normal'])),
    toElement('hr'),
    toChoice(unasked, 'unasked', 'unaskedNote'),
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
