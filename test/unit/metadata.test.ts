import { readMetadata } from '../../src/light/metadata.ts';

const read = (html: string) => readMetadata(new DOMParser().parseFromString(html, 'text/html'));
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const DATE = '2026-11-12T06:30:00Z';

test('a page that says nothing', () => {
  expect(read('<p>Text</p>')).toEqual({ section: '', published: null, language: '' });
});

test.each([
  ['an article', ld({ '@type': 'NewsArticle', articleSection: 'Science', datePublished: DATE })],
  [
    'an article in a graph',
    ld({
      '@graph': [
        { '@type': 'WebSite' },
        { '@type': ['Article'], articleSection: ['Science'], datePublished: DATE },
      ],
    }),
  ],
  [
    'an article in a list',
    ld([
      { '@type': 'BreadcrumbList' },
      { '@type': 'BlogPosting', articleSection: 'Science', datePublished: DATE },
    ]),
  ],
  [
    'broken JSON before it',
    `<script type="application/ld+json">{oops</script>${ld({ '@type': 'Article', articleSection: 'Science', datePublished: DATE })}`,
  ],
  [
    'meta elements',
    `<meta property="article:section" content="Science"><meta property="article:published_time" content="${DATE}">`,
  ],
  [
    'a time element',
    `<meta property="article:section" content=" Science "><article><time datetime="${DATE}">today</time></article>`,
  ],
])('%s', (_, html) => {
  const { section, published } = read(html);
  expect(section).toBe('Science');
  expect(published?.toISOString()).toBe(new Date(DATE).toISOString());
});

test('a date that is none is not shown', () => {
  expect(read('<article><time datetime="yesterday">').published).toBeNull();
});

test('the language of the document wins over what its data says', () => {
  expect(read(`<html lang="fa">${ld({ '@type': 'Article', inLanguage: 'en' })}`).language).toBe('fa');
  expect(read(ld({ '@type': 'Article', inLanguage: 'ar' })).language).toBe('ar');
});
