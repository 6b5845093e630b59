// The settings page: without it, what the reader decided could not be undone.
import browser from 'webextension-polyfill';
import { toElement } from '../common/element.ts';
import { toMark } from '../common/mark.ts';
import { readDirection, readLanguage, toText } from '../common/text.ts';
import { toPatience } from './patience.ts';
import { toNeverList, toRestingList } from './sites.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

async function toAccess(): Promise<HTMLElement> {
  const given = await browser.permissions.contains(ALL_SITES);
  if (given) return toElement('p', {}, toText('accessGiven'));
  const give = toElement('button', { type: 'button', 'data-action': 'access' }, toText('accessGive'));
  give.addEventListener('click', () => browser.permissions.request(ALL_SITES));
  return toElement('div', {}, toElement('p', {}, toText('accessMissing')), give);
}

/** The shortcut as the reader has set it; '' on phones, which have none, and where it was taken away. */
async function readShortcut(): Promise<string> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}

/** A part of the page, with what puts the present state into it. */
function toSection(id: string, toContent: () => Promise<HTMLElement>, ...more: HTMLElement[]) {
  const heading = toElement('h2', { tabindex: '-1' }, toText(`${id}Title`));
  const content = toElement('div', {});
  const show = async () => {
    const shown = await toContent();
    const hadFocus = content.contains(document.activeElement);
    content.replaceChildren(shown);
    // The button that was pressed went with its site: the next one is at hand, or the list's name is read.
    if (hadFocus) (content.querySelector('button') ?? heading).focus();
  };
  return { section: toElement('section', { id }, heading, content, ...more), show };
}

async function showPage(): Promise<void> {
  const patience = toPatience();
  const note = toElement('p', { class: 'note' }, toText('buttonNote', (await readShortcut()) || '–'));
  const sections = [
    toSection('resting', toRestingList),
    toSection('never', toNeverList, note),
    toSection('access', toAccess),
  ];
  const show = () => Promise.all([patience, ...sections].map((each) => each.show()));
  await show();
  document
    .querySelector('main')
    ?.append(
      toElement('header', {}, toMark(), toElement('h1', {}, toText('optionsTitle'))),
      toElement('section', {}, patience.choices),
      ...sections.map(({ section }) => section),
    );
  browser.storage.local.onChanged.addListener(show);
  browser.permissions.onAdded.addListener(show);
  browser.permissions.onRemoved.addListener(show);
}

document.documentElement.dir = readDirection();
document.documentElement.lang = readLanguage();
document.title = toText('optionsTitle');
showPage();
