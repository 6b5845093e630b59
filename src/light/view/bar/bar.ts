// Builds the bar of the view: whose text this is, what state it is in and what it has cost, and what can be done with it.
import { createElement } from '../../../common/document/elements.ts';
import { createLogo } from '../../../common/document/logo.ts';
import { toText } from '../../../common/words/translations.ts';
import { createPressButton } from '../press-buttons.ts';

/**
 * Stands at the top of the screen, and last in the document: a screen reader meets the text first. `leave` is what the way out is called.
 */
export function createBar(site: string, leave: string): HTMLElement {
  const progress = { class: 'progress', role: 'progressbar', 'aria-label': toText('progress'), hidden: '' };
  return createElement(
    'section',
    { class: 'top', 'aria-label': toText('name') },
    createElement('div', progress),
    createElement(
      'div',
      { class: 'bar' },
      createLogo(),
      createElement(
        'div',
        { class: 'who' },
        createElement(
          'span',
          { class: 'site' },
          createElement('bdi', { dir: 'ltr' }, site.replace(/^www\./, '')),
        ),
        createElement('p', { class: 'state-line' }),
      ),
      createPressButton('comfort', { 'aria-label': toText('comfort'), 'aria-expanded': 'false' }, 'Aa'),
      createPressButton('menu', { 'aria-label': toText('more'), 'aria-expanded': 'false' }, '⋯'),
      createPressButton('leave', {}, leave),
    ),
  );
}
