// Looks at each page of a tab in which something is to be passed before a text: the first that is to be read is light again.
import { classifyPage, isObstacle } from '../page/classify-page.ts';
import { whenParsed } from '../source/html-end.ts';
import { activate } from './activate.ts';
import { cloneDocument, readReading } from './show/show-article.ts';

/** Does nothing where a check, a log-in or the like stands there, or nothing to read: the next page may be it. */
export async function resumeLight(): Promise<void> {
  await whenParsed();
  if (isObstacle(classifyPage(document)) || !readReading(cloneDocument())) return;
  await activate(false);
}
