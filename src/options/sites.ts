// Without this, a reader could not see on which sites Light does not ask, nor change it.
import { toElement } from '../common/element.ts';
import { dropRefusals, toResting } from '../common/resting.ts';
import { changeSettings, readSettings, type Settings } from '../common/settings.ts';
import { readLanguage, toText } from '../common/text.ts';

/** One site of a list, with the button that takes it out. */
function toItem(host: string, note: string, undo: (settings: Settings) => Partial<Settings>): HTMLElement {
  const label = toText('neverUndoLabel', host);
  const button = toElement(
    'button',
    { type: 'button', 'data-host': host, 'aria-label': label },
    toText('neverUndo'),
  );
  button.addEventListener('click', () => changeSettings(undo));
  const site = toElement('div', {}, toElement('bdi', {}, host));
  if (note) site.append(toElement('p', { class: 'note' }, note));
  return toElement('li', {}, site, button);
}

function toList(items: HTMLElement[], none: string): HTMLElement {
  return items.length > 0 ? toElement('ul', {}, ...items) : toElement('p', {}, none);
}

/** The sites on which the reader wants never to be asked. */
export async function toNeverList(): Promise<HTMLElement> {
  const hosts = [...(await readSettings()).never].sort();
  const items = hosts.map((host) =>
    toItem(host, '', ({ never }) => ({ never: never.filter((other) => other !== host) })),
  );
  return toList(items, toText('neverNone'));
}

/** The sites that are left alone for a while, because the reader kept closing the question. */
export async function toRestingList(): Promise<HTMLElement> {
  const date = new Intl.DateTimeFormat(readLanguage(), { dateStyle: 'long' });
  const resting = toResting((await readSettings()).refused, Date.now());
  const items = resting
    .sort((one, other) => (one.host < other.host ? -1 : 1))
    .map(({ host, until }) =>
      toItem(host, toText('restingUntil', date.format(until)), ({ refused }) => ({
        refused: dropRefusals(refused, host),
      })),
    );
  return toList(items, toText('restingNone'));
}
