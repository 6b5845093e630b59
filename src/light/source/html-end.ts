// When the HTML of this document has ended, and whether it is whole.

import { toPageAddress } from '../../common/addresses.ts';
import { whenLater } from '../../common/document/when-later.ts';
import { readWorld } from '../../common/isolated-world.ts';
import { ask } from '../../common/messages.ts';
import { hasHtmlEnded, isParsed, readDocumentAddress } from './navigation.ts';

/** Set by the build: Chromium says itself when the HTML has ended. */
declare const FIREFOX: boolean;

/** A parser that has not moved for so long after the end of the HTML waits for something, in ms. */
const CATCH_UP_MS = 500;
/** What is refused or cancelled has ended within this after the parser's end, in ms; the text is on the screen meanwhile. */
const LOADED_MS = 1000;

/** Resolves when the HTML has been parsed to its end. */
export function whenParsed(): Promise<void> {
  return whenReady(isParsed);
}

/** Resolves when all that was asked for has come, or has not. */
function whenLoaded(): Promise<void> {
  return whenReady(() => document.readyState === 'complete').then(() => whenLater(0));
}

function whenReady(isReady: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isReady()) return;
      document.removeEventListener('readystatechange', look);
      resolve();
    };
    document.addEventListener('readystatechange', look);
    look();
  });
}

/** Whether the HTML of this document has broken off, as the background has heard; resolves then. */
export function whenBroken(): Promise<void> {
  return new Promise((resolve) => {
    const world = readWorld();
    world.onBroken = (address) => {
      const broken = toPageAddress(address);
      // The background hears of the address that the document has now, which a script may have changed.
      if (broken === readDocumentAddress() || broken === toPageAddress(location.href)) resolve();
    };
    if (world.brokenAddress) world.onBroken(world.brokenAddress);
  });
}

/** What ends from here on was ended by Light itself. */
export function ignoreBroken(): void {
  delete readWorld().onBroken;
}

/**
 * Resolves when the HTML has ended: with true where it is whole. A document that broke off looks like a whole one in Firefox until the background
 * says so, which hears of it at the end of the load, before whatever is asked after that; in Chromium its parser never ends.
 */
export async function whenHtmlEnded(broken: Promise<void>): Promise<boolean> {
  const isBroken = broken.then(() => false);
  const parsed = await Promise.race([whenParsed().then(() => true), isBroken]);
  if (!parsed || !FIREFOX) return parsed;
  const asked = Promise.race([whenLoaded(), whenLater(LOADED_MS)])
    // Where the extension is gone, nobody knows.
    .then(() => ask('ended'));
  return Promise.race([isBroken, asked.then(() => true)]);
}

/** Resolves where the HTML has ended and the parser does not move any more. `ended`: it is known to have ended. */
export async function whenStuck(ended: boolean): Promise<void> {
  while (!ended && !hasHtmlEnded()) await whenLater(CATCH_UP_MS);
  let elements = 0;
  do {
    elements = countElements();
    await whenLater(CATCH_UP_MS);
  } while (countElements() > elements);
}

function countElements(): number {
  return document.getElementsByTagName('*').length;
}
