// The page that is opened where Light is installed: the question as it will be asked, and the button, in the reader's language.
import browser from 'webextension-polyfill';
import { createElement } from '../common/document/elements.ts';
import { createLogo } from '../common/document/logo.ts';
import { readDirection, readLanguage, toText } from '../common/words/translations.ts';
import { createQuestion } from './question.ts';

/** A name that nobody has (RFC 2606). */
const SITE = { name: 'example.org', host: null };

/** The question as a picture of itself: nothing of it can be pressed. */
function createPicture(): HTMLElement {
  const { host, section } = createQuestion(SITE);
  section.removeAttribute('popover');
  section.style.cssText = 'display: grid; position: static; translate: none; width: auto';
  host.inert = true;
  const name = toText('question', `${SITE.name} Light`);
  return createElement('div', { id: 'question', role: 'img', 'aria-label': name }, host);
}

/** The button as it stands in the toolbar, and the keys that press it, where there are any: phones have none. */
async function createButtonPicture(): Promise<HTMLElement> {
  const button = createElement(
    'div',
    { id: 'button', role: 'img', 'aria-label': toText('turnOn') },
    createLogo(),
  );
  const commands = (await browser.commands?.getAll()) ?? [];
  const keys = commands.find(({ name }) => name === '_execute_action')?.shortcut;
  return createElement(
    'div',
    { class: 'row' },
    button,
    ...(keys ? [createElement('kbd', { dir: 'ltr' }, keys)] : []),
  );
}

async function showPage(): Promise<void> {
  const question = createElement(
    'section',
    {},
    createElement('h2', {}, toText('welcomeQuestion')),
    createPicture(),
  );
  const heading = createElement('h2', {}, toText('welcomeButton'));
  const button = createElement('section', {}, heading, await createButtonPicture());
  const lead = createElement('p', { class: 'lead' }, toText('description'));
  document.querySelector('main')?.append(createElement('h1', {}, toText('name')), lead, question, button);
}

document.documentElement.dir = readDirection();
document.documentElement.lang = readLanguage();
document.title = toText('name');
showPage();
