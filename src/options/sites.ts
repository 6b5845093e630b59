// Lists the sites that are always light and those on which Light does not ask, takes each of them out, and adds to them.
import { createElement } from '../common/document/elements.ts';
import { addSite, dropSite, parseSite } from '../common/sites.ts';
import { changeSettings, readSettings, type Settings } from '../common/stored/settings.ts';
import { dropRefusals, toResting } from '../common/stored/snoozed-sites.ts';
import { readLanguage, toText } from '../common/words/translations.ts';

type Change = (settings: Settings) => Partial<Settings>;

/** What the press that takes a site out of a list is called: shown, and with its site. */
const UNDO = {
  never: ['neverUndo', 'neverUndoLabel'],
  always: ['alwaysUndo', 'alwaysUndoLabel'],
} as const;

/** One site of a list, with the button that takes it out. */
function createItem(
  host: string,
  note: string,
  undo: Change,
  list: keyof typeof UNDO = 'never',
): HTMLElement {
  const [word, label] = UNDO[list];
  const button = createElement(
    'button',
    { type: 'button', 'data-host': host, 'aria-label': toText(label, host) },
    toText(word),
  );
  button.addEventListener('click', () => changeSettings(undo));
  const site = createElement('div', {}, createElement('bdi', {}, host));
  if (note) site.append(createElement('p', { class: 'note' }, note));
  return createElement('li', {}, site, button);
}

function createList(items: HTMLElement[], none: string): HTMLElement {
  return items.length > 0 ? createElement('ul', {}, ...items) : createElement('p', {}, none);
}

/** The sites on which the reader wants never to be asked. */
export async function createNeverList(): Promise<HTMLElement> {
  const hosts = [...(await readSettings()).never].sort();
  const items = hosts.map((host) =>
    createItem(host, '', ({ never }) => ({ never: never.filter((other) => other !== host) })),
  );
  return createList(items, toText('neverNone'));
}

/** The sites whose pages come as their text. */
export async function createAlwaysList(): Promise<HTMLElement> {
  const hosts = [...(await readSettings()).always].sort();
  const items = hosts.map((host) =>
    createItem(host, '', ({ always }) => ({ always: always.filter((other) => other !== host) }), 'always'),
  );
  return createList(items, toText('alwaysNone'));
}

/** A field for one more site of a list. */
export function createSiteField(list: 'always' | 'never'): HTMLElement {
  const id = `${list}-site`;
  const field = createElement('input', {
    type: 'text',
    id,
    inputmode: 'url',
    autocapitalize: 'off',
    dir: 'ltr',
  });
  const said = createElement('p', { role: 'status' });
  const form = createElement(
    'form',
    { class: 'row' },
    createElement('label', { for: id }, toText('siteField')),
    field,
    createElement('button', { type: 'submit' }, toText('siteAdd')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const site = parseSite(field.value);
    said.replaceChildren(site ? '' : toText('siteUnsound'));
    if (!site) return;
    field.value = '';
    changeSettings((settings) => toAdded(settings, list, site));
  });
  return createElement('div', {}, form, said);
}

/** A site is not both: what was decided last holds. */
function toAdded(settings: Settings, list: 'always' | 'never', site: string): Partial<Settings> {
  const other = list === 'always' ? 'never' : 'always';
  return { [list]: addSite(settings[list], site), [other]: dropSite(settings[other], site) };
}

/** The sites that are left alone for a while, because the reader kept closing the question. */
export async function createRestingList(): Promise<HTMLElement> {
  const date = new Intl.DateTimeFormat(readLanguage(), { dateStyle: 'long' });
  const resting = toResting((await readSettings()).refused, Date.now());
  const items = resting
    .sort((one, other) => (one.host < other.host ? -1 : 1))
    .map(({ host, until }) =>
      createItem(host, toText('restingUntil', date.format(until)), ({ refused }) => ({
        refused: dropRefusals(refused, host),
      })),
    );
  return createList(items, toText('restingNone'));
}
