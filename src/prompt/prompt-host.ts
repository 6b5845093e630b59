// Without this, the question would stand where a page hides it, or where a framework tears its page down over it.
import { adoptSheet } from '../common/element.ts';
import type { Question } from './question.ts';

/** Puts the question where it is seen and does no harm; returns what hides a page again that hides itself, if this one does. */
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
    : adoptSheet(page, '@layer{html:has(>light-prompt){all:revert!important}}', host);
}

/** The direction of the page as it is laid out. */
export function readPageDirection(page: Document): string {
  return getComputedStyle(page.body ?? page.documentElement).direction;
}
