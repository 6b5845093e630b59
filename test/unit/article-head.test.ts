import { type Head, showHead } from '../../src/light/view/article-head.ts';

const HEAD: Head = {
  ...{ title: 'Rain', section: '', byline: 'Maren Oakhollow', site: 'The Ledger' },
  ...{ published: new Date(0), modified: null },
};

function show(head: Head) {
  const article = document.createElement('article');
  article.innerHTML = '<p class="section"></p><h1></h1><p class="about"></p>';
  showHead({ article }, head);
  return [...(article.querySelector('.about')?.children ?? [])];
}

test('the place of the minutes is kept until they are known, and nothing is said there', () => {
  const [arriving, whole] = [show(HEAD), show({ ...HEAD, minutes: 4 })];
  expect(arriving.map(({ textContent }) => textContent)).toEqual(whole.map(({ textContent }) => textContent));
  expect(arriving.at(-1)?.getAttribute('aria-hidden') ?? arriving.at(-1)?.ariaHidden).toBe('true');
  expect(arriving.at(-1)?.className).toBe('room');
  expect(whole.at(-1)?.className).toBe('minutes');
});

test('a site without a name of its own is named in the bar alone', () => {
  const main = document.createElement('main');
  main.innerHTML = '<article><p class="about"></p></article><span class="site">ledger.example</span>';
  const article = main.querySelector('article') as HTMLElement; // It was just put there.
  const read = (site: string) => {
    showHead({ article }, { ...HEAD, site });
    return article.querySelector('.name')?.textContent;
  };
  expect(read('ledger.example')).toBeUndefined();
  expect(read('www.ledger.example')).toBeUndefined();
  expect(read('The Ledger')).toBe('The Ledger');
});

test('a list takes no minutes, and keeps no place for them', () => {
  expect(show({ ...HEAD, minutes: 0 }).map(({ className }) => className)).toEqual(['byline', '', 'name']);
});
