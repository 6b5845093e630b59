import { cloneDocument } from '../../src/light/session/show/show-article.ts';

performance.getEntriesByType = () => [];

test('a copy of the page has all of it but the controls of its films, which Chromium never lets go', () => {
  document.documentElement.innerHTML =
    '<head><title>Rain</title></head><body class="page"><p>Words</p><video controls src="film.webm"></video></body>';
  const copy = cloneDocument();
  expect(copy.body.outerHTML).toBe('<body class="page"><p>Words</p><video src="film.webm"></video></body>');
  expect([copy.title, copy.compatMode]).toEqual([document.title, document.compatMode]);
  expect(document.querySelector('[controls]')).not.toBeNull();
});
