import { createFile } from '../../src/light/view/bar/saved-file.ts';
import { toFileName } from '../../src/light/view/bar/text-actions.ts';
import { replacePictures } from '../../src/light/view/text/image-placeholders.ts';

function toArticle(body: string): HTMLElement {
  const article = document.createElement('article');
  article.lang = 'fa';
  article.dir = 'rtl';
  article.innerHTML = `<h1>Rain</h1><p class="about"><bdi>Maren</bdi><time>Monday</time></p><div data-part="body">${body}</div>`;
  replacePictures(article);
  return article;
}

const read = (body: string) =>
  new DOMParser().parseFromString(
    createFile(toArticle(body), 'https://news.example/rain?a=1&b=2'),
    'text/html',
  );

test('the file says its title, language, direction and where it was read', () => {
  const page = read('<p>It rains.</p>');
  expect(page.title).toBe('Rain');
  expect(page.documentElement).toMatchObject({ lang: 'fa', dir: 'rtl' });
  expect(page.body.textContent).toContain('Maren · Monday');
  expect(page.querySelector<HTMLAnchorElement>('footer a')?.href).toBe('https://news.example/rain?a=1&b=2');
});

test('a picture is a link with its name, and nothing is asked for', () => {
  const page = read('<p>a</p><img src="https://news.example/g.jpg" alt="A gauge">');
  expect(page.querySelector<HTMLAnchorElement>('a')?.outerHTML).toBe(
    '<a href="https://news.example/g.jpg">[A gauge]</a>',
  );
  expect(page.querySelectorAll('img, script, link, button, [src]')).toHaveLength(0);
});

test('what a script of the page has put into the view does not come into the file', () => {
  const page = read(
    '<p onclick="x()">a<a href="javascript:x()">b</a><script>x()</script></p><iframe></iframe>',
  );
  expect(page.querySelector('script, iframe, [onclick], [href^=java]')).toBeNull();
  expect(page.body.textContent).toContain('ab');
});

test.each([
  ['The valley: what / it counts?', 'The valley what it counts'],
  ['  ..hidden. ', 'hidden'],
  ['', 'Light'],
  ['آب '.repeat(40), 'آب '.repeat(20).trim()],
])('a file is named after its title: %j', (title, expected) => {
  expect(toFileName(title)).toBe(expected);
});
