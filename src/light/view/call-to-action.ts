// Shows what a site asks of its readers where it stands in the text, in a box of its own: no part of the text.
import { createElement } from '../../common/document/elements.ts';
import type { CallToAction } from '../extract/prepare/call-to-action.ts';
import { markLinks } from './text/link-labels.ts';
import { keepPlace } from './text/merge-blocks.ts';
import type { View } from './view.ts';

/** What such a box is found by. */
export const CALL = '[data-part=call]';

/** Puts each behind its block, in place of those that stood there. */
export function showCallsToAction({ main, body }: View, calls: readonly CallToAction[]): void {
  keepPlace(body, main.closest('dialog') ?? document.documentElement, () => {
    for (const old of body.querySelectorAll(CALL)) old.remove();
    for (const { after, content, title } of calls) {
      markLinks(content, location.hostname);
      const heading = title ? [createElement('p', { class: 'title' }, title)] : [];
      after.after(createElement('aside', { 'data-part': 'call', dir: 'auto' }, ...heading, content));
    }
  });
}
