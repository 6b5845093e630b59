// Without this, a page that was here and one that has just come would be drawn in two ways.
import { ask } from '../common/messages.ts';
import { extractReading, type Reading } from './article.ts';
import { markLinks } from './marks.ts';
import { replacePictures } from './pictures.ts';
import { removeStrays } from './shelter.ts';
import { readDocumentAddress } from './source.ts';
import { toEmpty } from './stream.ts';
import { note, type Switch } from './switch.ts';
import { showReading, type View } from './view.ts';

/** The page as a document of its own in which nothing is asked for; what reads it may change it. */
export function cloneDocument(): Document {
  const clone = document.cloneNode(true) as Document;
  removeStrays(clone);
  return clone;
}

/** What there is to read in a page, or all its text; `null` where there is nothing. Changes the document it is given. */
export function readReading(page: Document, whole = false): Reading | null {
  return extractReading(page, {
    whole,
    hostname: location.hostname,
    direction: getComputedStyle(document.body ?? document.documentElement).direction,
    plainText: document.contentType === 'text/plain',
  });
}

/**
 * Shows the reading in the view, and keeps it in case the next light load fails. `toPage` gives the page once more, where the reader misses
 * something and wants all its text.
 */
export function draw(light: Switch, reading: Reading, toPage: () => Document): void {
  light.whole = reading.whole
    ? undefined
    : () => {
        const all = readReading(toPage(), true);
        if (all) draw(light, all, toPage);
        note(light, []);
      };
  const { title, site, language, direction, body } = reading;
  const holder = toEmpty().createElement('div');
  holder.append(body.cloneNode(true));
  keep({ title, site, language, direction, html: holder.innerHTML });
  replacePictures(body);
  markLinks(body, location.hostname);
  showReading(light.view, reading, reading.state);
}

/** Keeps what has come of a text. */
export function keepShown({ article, body, main }: View): void {
  keep({
    title: article.querySelector('h1')?.textContent ?? '',
    site: location.hostname,
    language: article.lang,
    direction: main.dir === 'rtl' ? 'rtl' : 'ltr',
    html: body.innerHTML,
  });
}

function keep(kept: Omit<Parameters<typeof ask<'keep'>>[1], 'address'>): void {
  // Rejected where the extension is gone: the view says so by itself.
  ask('keep', { address: readDocumentAddress(), ...kept }).catch(() => {});
}
