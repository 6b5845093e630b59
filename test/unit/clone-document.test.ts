import { readWorld } from '../../src/common/isolated-world.ts';
import { extractReading } from '../../src/light/extract/article.ts';
import { cloneDocument, readReading } from '../../src/light/session/show/show-article.ts';

performance.getEntriesByType = () => [];
Object.assign(readWorld(), { extractReading });

test.each([
  ['is read', 'Rain falls on the valley as it did in the year before. '.repeat(40)],
  ['has nothing to read', 'Words'],
])('a copy of a page that %s has its films until then, and none for Chromium to hold it by', (_, text) => {
  document.documentElement.innerHTML = `<head><title>Rain</title></head><body><p>${text}</p><video controls src="film.webm"></video><audio></audio></body>`;
  const copy = cloneDocument();
  expect(copy.documentElement.outerHTML).toBe(document.documentElement.outerHTML);
  expect([copy.title, copy.compatMode]).toEqual([document.title, document.compatMode]);
  readReading(copy);
  expect(copy.querySelector('video, audio')).toBeNull();
  expect(document.querySelector('video')).not.toBeNull();
});
