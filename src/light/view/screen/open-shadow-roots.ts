// Finds the shadow roots of a page, closed ones too, which browsers open to extensions.
import { isOwnHost } from '../../../common/document/elements.ts';
import { findAll } from '../../../common/document/unclobbered.ts';

interface Opener {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Opener | undefined;
declare const chrome: Opener | undefined;

/** All below a document or a shadow root, those within others too; not Light's own. */
export function openShadowRoots(place: Document | ShadowRoot): ShadowRoot[] {
  const all = place instanceof Document ? findAll(place, '*') : [...place.querySelectorAll('*')];
  return all.flatMap((element) => {
    const root = isOwnHost(element) ? null : openShadowRoot(element);
    return root ? [root, ...openShadowRoots(root)] : [];
  });
}

function openShadowRoot(element: Element): ShadowRoot | null {
  const dom = (FIREFOX ? browser : chrome)?.dom;
  // Of elements that can have none Chromium throws.
  try {
    return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
  } catch {
    return null;
  }
}
