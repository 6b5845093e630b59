// Saves the reader's choices as a file, and brings them in from one.

import { createElement } from '../common/document/elements.ts';
import { parseChoicesFile, toChoicesFile } from '../common/stored/choices-file.ts';
import { changeSettings, readSettings } from '../common/stored/settings.ts';
import { toText } from '../common/words/translations.ts';

const FILE_NAME = 'light-choices.json';
/** No file of choices is so large, in bytes. */
const MOST_BYTES = 1_000_000;

/** The two presses, and what came of the last one. */
export function createChoices(): HTMLElement {
  const said = createElement('p', { role: 'status' });
  const save = createElement('button', { type: 'button', id: 'choices-save' }, toText('choicesSave'));
  save.addEventListener('click', saveFile);
  const file = createElement('input', {
    ...{ type: 'file', id: 'choices-file', accept: '.json,application/json', hidden: '' },
  });
  const open = createElement('button', { type: 'button', id: 'choices-open' }, toText('choicesOpen'));
  open.addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen) said.replaceChildren(await takeFile(chosen));
    file.value = '';
  });
  return createElement('div', {}, createElement('div', { class: 'row' }, save, open, file), said);
}

async function saveFile(): Promise<void> {
  const file = new Blob([toChoicesFile(await readSettings())], { type: 'application/json' });
  const href = URL.createObjectURL(file);
  createElement('a', { href, download: FILE_NAME }).click();
  URL.revokeObjectURL(href);
}

/** Has the choices of a file hold, and says what came of it. */
async function takeFile(file: Blob): Promise<string> {
  const taken = file.size > MOST_BYTES ? null : parseChoicesFile(await file.text());
  if (!taken) return toText('choicesUnsound');
  await changeSettings(() => taken.choices);
  return taken.dropped.length > 0
    ? toText('choicesDropped', taken.dropped.join(', '))
    : toText('choicesTaken');
}
