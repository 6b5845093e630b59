// The comfort panel of the view: text size, colours, font, width and spacing, by touch and keyboard, remembered for all sites.

import { createElement } from '../../../common/document/elements.ts';
import {
  COMFORT_CHOICES,
  COMFORT_NAMES,
  type Comfort,
  type ComfortName,
  changeComfort,
  readComfort,
} from '../../../common/stored/comfort.ts';
import { type MessageName, readLanguage, toText } from '../../../common/words/translations.ts';
import { togglePanel } from './panel.ts';

/** The elements of a view that the preferences are written on. */
interface Stage {
  host: HTMLElement;
  main: HTMLElement;
}

/** The view's sheet reads them from `main`, and the page's sheet reads the theme from the host, whose paper is behind the view. */
function applyComfort({ host, main }: Stage, comfort: Comfort): void {
  for (const name of COMFORT_NAMES) main.dataset[name] = comfort[name];
  host.dataset.theme = comfort.theme;
}

/** The stored preferences come in a moment; a view is shown with the defaults until then. */
export async function showComfort(stage: Stage): Promise<void> {
  applyComfort(stage, await readComfort());
}

/** Opens the panel below the bar, or closes it. */
export async function toggleComfortPanel(stage: Stage): Promise<void> {
  const comfort = await readComfort();
  const isOpen = togglePanel(stage.main, 'comfort', () =>
    createElement(
      'div',
      { class: 'panel comfort', role: 'group', 'aria-label': toText('comfort') },
      ...COMFORT_NAMES.map((name) => createChoices(stage, name, comfort)),
    ),
  );
  if (isOpen) stage.main.querySelector<HTMLElement>('.comfort input:checked')?.focus();
}

function createChoices(stage: Stage, name: ComfortName, comfort: Comfort): HTMLElement {
  const choices: readonly string[] = COMFORT_CHOICES[name];
  const options = choices.map((value) => {
    const radio = createElement('input', { type: 'radio', name, value });
    radio.checked = comfort[name] === value;
    radio.addEventListener('change', () => choose(stage, name, value));
    return createElement('label', {}, radio, createElement('span', {}, toChoiceName(name, value)));
  });
  return createElement(
    'fieldset',
    { class: name },
    createElement('legend', {}, toText(TITLES[name])),
    ...options,
  );
}

async function choose(stage: Stage, name: ComfortName, value: string): Promise<void> {
  // A choice of that name: the radio was made from it.
  await changeComfort(name, value as Comfort[typeof name]);
  const stored = await readComfort();
  // Where nothing can be stored, the choice holds for this view.
  applyComfort(stage, { ...stored, [name]: value });
}

const TITLES = {
  size: 'comfortSize',
  theme: 'comfortTheme',
  font: 'comfortFont',
  width: 'comfortWidth',
  spacing: 'comfortSpacing',
} as const satisfies Record<ComfortName, string>;

const WORDS: Record<string, MessageName> = {
  system: 'themeSystem',
  light: 'themeLight',
  sepia: 'themeSepia',
  dark: 'themeDark',
  contrast: 'themeContrast',
  sans: 'fontSans',
  serif: 'fontSerif',
  narrow: 'widthNarrow',
  wide: 'choiceWide',
  medium: 'choiceMedium',
};

function toChoiceName(name: ComfortName, value: string): string {
  if (name !== 'size') return toText(WORDS[value] ?? 'choiceMedium');
  return new Intl.NumberFormat(readLanguage(), { style: 'percent' }).format(Number(value) / 100);
}
