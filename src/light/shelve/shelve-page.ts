// Keeps the text of a page from its context menu: what stands in the view, or what is read of the page as it is. Costs no request.
import { readWorld } from '../../common/isolated-world.ts';
import { ask } from '../../common/messages.ts';
import { cloneDocument, readReading } from '../session/show/show-article.ts';
import { toShelving } from './to-shelving.ts';

export function shelvePage(): void {
  const { view } = readWorld();
  if (view?.shelve) return view.shelve();
  const reading = readReading(cloneDocument());
  ask('shelve-page', reading && toShelving(reading, location.href));
}
