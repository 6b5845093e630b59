// Makes of a reading what is kept of it: the HTML that the sanitiser gave, and what is known of the text.
import { type Shelving, toShelfKey } from '../../common/shelf/shelved.ts';
import type { Reading } from '../extract/article.ts';

/** What is known of a text beside its HTML. */
export type Known = Omit<Shelving, 'html' | 'isWhole'>;

export function toKnown(reading: Reading, address: string): Known {
  const { state, title, site, section, byline, published, modified, minutes, language, direction } = reading;
  return {
    address: toShelfKey(address),
    ...{ state, title, site, section, byline, minutes, language, direction },
    published: published?.getTime() ?? null,
    modified: modified?.getTime() ?? null,
  };
}

/** A text that has all come, as it was found. */
export function toShelving(reading: Reading, address: string): Shelving {
  // A document in which nothing is asked for: the pictures of the text have their addresses.
  const holder = reading.body.ownerDocument.createElement('div');
  holder.append(reading.body);
  return { ...toKnown(reading, address), html: holder.innerHTML, isWhole: true };
}
