// The settings page: patience, sites that are always light or never asked about, the choices as a file, and access to sites.
import browser from 'webextension-polyfill';
import { createElement } from '../common/document/elements.ts';
import { createLogo } from '../common/document/logo.ts';
import { readDroppedSettings } from '../common/stored/settings.ts';
import { readDirection, readLanguage, toText } from '../common/words/translations.ts';
import { createChoices } from './choices.ts';
import { createPatience } from './patience.ts';
import { createRecent } from './recent.ts';
import { createAlwaysList, createNeverList, createRestingList, createSiteField } from './sites.ts';
import { createSpent } from './spent.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

async function createAccess(): Promise<HTMLElement> {
  const given = await browser.permissions.contains(ALL_SITES);
  if (given) return createElement('p', {}, toText('accessGiven'));
  const give = createElement('button', { type: 'button', 'data-action': 'access' }, toText('accessGive'));
  give.addEventListener('click', () => browser.permissions.request(ALL_SITES));
  return createElement('div', {}, createElement('p', {}, toText('accessMissing')), give);
}

/** A word where some of what is stored could not be read; empty where all could. */
async function createDropped(): Promise<HTMLElement> {
  const dropped = await readDroppedSettings();
  return createElement('p', { role: 'status' }, dropped.length > 0 ? toText('settingsDropped') : '');
}

/** What the button does, and its keys as the reader has set them: phones have none, and the reader may have taken them away. */
async function createButtonNote(): Promise<HTMLElement> {
  const commands = (await browser.commands?.getAll()) ?? [];
  const keys = commands.find(({ name }) => name === '_execute_action')?.shortcut;
  const sentences = [toText('buttonNote'), ...(keys ? [toText('shortcut', keys)] : [])];
  return createElement('p', { class: 'note' }, sentences.join(' '));
}

/** A part of the page, with what puts the present state into it. */
function createSection(
  id: 'always' | 'resting' | 'never' | 'choices' | 'access' | 'spent' | 'recent',
  toContent: () => Promise<HTMLElement>,
  ...more: HTMLElement[]
) {
  const heading = createElement('h2', { tabindex: '-1' }, toText(`${id}Title`));
  const content = createElement('div', {});
  const show = async () => {
    const shown = await toContent();
    const hadFocus = content.contains(document.activeElement);
    content.replaceChildren(shown);
    // The button that was pressed went with its site: the next one is at hand, or the list's name is read.
    if (hadFocus) (content.querySelector('button') ?? heading).focus();
  };
  return { section: createElement('section', { id }, heading, content, ...more), show };
}

function createNote(name: 'alwaysNote' | 'spentNote'): HTMLElement {
  return createElement('p', { class: 'note' }, toText(name));
}

async function showPage(): Promise<void> {
  const patience = createPatience();
  const note = await createButtonNote();
  const choices = createChoices();
  const dropped = createElement('div', { id: 'dropped' });
  const showDropped = async () => dropped.replaceChildren(await createDropped());
  const sections = [
    createSection('always', createAlwaysList, createSiteField('always'), createNote('alwaysNote')),
    createSection('resting', createRestingList),
    createSection('never', createNeverList, createSiteField('never'), note),
    createSection('recent', createRecent),
    createSection('spent', createSpent, createNote('spentNote')),
    createSection('choices', async () => choices),
    createSection('access', createAccess),
  ];
  const show = () => Promise.all([showDropped(), ...[patience, ...sections].map((each) => each.show())]);
  await show();
  document
    .querySelector('main')
    ?.append(
      createElement('header', {}, createLogo(), createElement('h1', {}, toText('optionsTitle'))),
      createElement('p', {}, createElement('a', { href: 'shelf.html' }, toText('openShelf'))),
      dropped,
      createElement('section', {}, patience.choices),
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
