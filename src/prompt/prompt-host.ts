// Puts the question where it is seen, and where no framework tears its page down over it.
import { adoptSheet } from '../common/document/elements.ts';
import type { Question } from './question.ts';

/** Puts the question into the page; returns what hides a page again that hides itself, if this one does. */
export function showHost(page: Document, { host, section }: Question): (() => void) | null {
  const { body, documentElement } = page;
  // A framework that hydrates the whole document rebuilds it where a foreign element stands under html (React 18).
  const isSafe = page.readyState !== 'loading' && body?.localName === 'body' && body.checkVisibility();
  (isSafe ? body : documentElement).append(host);
  // In the top layer: what the page does to its root (opacity, filter, transform) and its own layers stay below.
  section.showPopover();
  // A page that takes itself out until it is ready would take the question out too: while that stands, its root is shown. Important in a
  // layer beats important outside of one.
  return section.checkVisibility()
    ? null
    : adoptSheet(page, '@layer{html:has(>[data-light=prompt]){all:revert!important}}', host);
}
