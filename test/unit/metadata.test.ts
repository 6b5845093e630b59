import { readMetadata } from '../../src/light/metadata/metadata.ts';

const HOST = 'www.ledger.example';
const read = (html: string) => readMetadata(new DOMParser().parseFromString(html, 'text/html'), HOST);
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const DATE = '2026-11-12T06:30:00Z';
const SAID = { articleSection: 'Science', datePublished: DATE, author: { name: 'Maren Oakhollow' } };

test('the mark by which a heading leads to itself is not part of the title', () => {
  const heading = '<h1>Reading a gauge<a class="headerlink" href="#reading">¶</a></h1>';
  expect(read(`<title>Reading a gauge — Gauge 2.1</title>${heading}`).title).toBe('Reading a gauge');
});

test('a page that says nothing', () => {
  const nothing = { title: 'ledger.example', section: '', byline: '', language: '', direction: '' };
  expect(read('<p>Text</p>')).toEqual({
    ...nothing,
    site: 'ledger.example',
    published: null,
    modified: null,
  });
});

test.each([
  ['an article', ld({ '@type': 'NewsArticle', ...SAID })],
  ['an article in a graph', ld({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['Article'], ...SAID }] })],
  ['an article in a list', ld([{ '@type': 'BreadcrumbList' }, { '@type': 'BlogPosting', ...SAID }])],
  [
    'an article that a page is about',
    ld({ '@type': 'WebPage', mainEntity: { '@type': 'DiscussionForumPosting', ...SAID } }),
  ],
  ['a page where no article is named', ld({ '@graph': [{ '@type': 'WebPage', ...SAID }] })],
  [
    'an author by reference',
    ld({
      '@graph': [
        { '@type': 'Article', ...SAID, author: { '@id': '#maren' } },
        { '@type': 'Person', '@id': '#maren', name: 'Maren Oakhollow' },
      ],
    }),
  ],
  [
    'a list of authors',
    ld({ '@type': 'Article', ...SAID, author: [{ '@type': 'Person', name: 'Maren Oakhollow' }] }),
  ],
  ['a plain name', ld({ '@type': 'Article', ...SAID, author: 'By Maren Oakhollow' })],
  [
    'the site as the author, a person as the creator',
    ld({
      '@type': 'Article',
      ...SAID,
      author: { name: 'The Ledger' },
      creator: ['Maren Oakhollow'],
      publisher: { name: 'The Ledger' },
    }),
  ],
  [
    'the article of the page among others',
    `<title>Rain in the valley</title>${ld([
      { '@type': 'Article', headline: 'Bread', datePublished: '2020-01-01' },
      { '@type': 'Article', headline: 'Rain in the valley', ...SAID },
    ])}`,
  ],
  [
    'broken JSON before it',
    `<script type="application/ld+json">{oops</script>${ld({ '@type': 'Article', ...SAID })}`,
  ],
  [
    'JSON with line breaks in it',
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...SAID, description: 'a LF b' }).replace('LF', '\n')}</script>`,
  ],
  [
    'JSON in a CDATA section',
    `<script type="application/ld+json">\n//<![CDATA[\n${JSON.stringify({ '@type': 'Article', ...SAID })}\n//]]>\n</script>`,
  ],
  [
    'meta elements',
    `${meta('article:section', 'Science')}${meta('article:published_time', DATE)}<meta name="author" content="Maren Oakhollow">`,
  ],
  [
    'meta elements with a prefix',
    `${meta('og:article:section', 'Science')}${meta('og:article:published_time', DATE)}${meta('article:author', 'https://ledger.example/maren')}<meta name="parsely-author" content="Maren Oakhollow">`,
  ],
  [
    'meta elements of libraries',
    `${meta('article:section', 'News > Science')}<meta name="DC.date.issued" content="${DATE}"><meta name="DC.creator" content="Maren Oakhollow">`,
  ],
  [
    'microdata',
    `${meta('article:section', ' Science ')}<h1>Rain</h1><div itemprop="author" itemscope><span itemprop="name">Maren Oakhollow</span>, who likes rain</div><time itemprop="datePublished" datetime="${DATE}">today</time>`,
  ],
  [
    'what readers see',
    `${meta('article:section', 'Science')}<p class="date">2019-01-01</p><h1>Rain</h1><p class="byline">By Maren Oakhollow</p><aside><time datetime="2020-01-01"></time></aside><article><time datetime="${DATE}">today</time></article>`,
  ],
])('%s', (_, html) => {
  const { section, published, byline } = read(html);
  expect(section).toBe('Science');
  expect(published?.toISOString()).toBe(new Date(DATE).toISOString());
  expect(byline).toBe('Maren Oakhollow');
});

test.each([
  ['a day later', '2026-11-13T06:30:00Z', true],
  ['ten minutes later', '2026-11-12T06:40:00Z', true],
  ['a minute later', '2026-11-12T06:31:00Z', false],
  ['before', '2026-03-15T20:18:00Z', false],
  ['never', 'never', false],
])('changed %s', (_, dateModified, isShown) => {
  const { modified } = read(ld({ '@type': 'Article', ...SAID, dateModified }));
  expect(modified?.getTime() ?? null).toBe(isShown ? Date.parse(dateModified) : null);
});

test('a change is known where the publication is not', () => {
  expect(read(meta('og:updated_time', DATE)).modified?.toISOString()).toBe(new Date(DATE).toISOString());
});

test('a date that is none is not shown', () => {
  expect(read('<article><time datetime="yesterday">').published).toBeNull();
});

test.each([
  [
    'the document wins over its data',
    `<html lang="fa">${ld({ '@type': 'Article', inLanguage: 'en' })}`,
    'fa',
  ],
  ['its data', ld({ '@type': 'Article', inLanguage: 'ar' }), 'ar'],
  [
    'its data, in many words',
    ld({ '@type': 'Article', inLanguage: { '@type': 'Language', name: 'fa' } }),
    'fa',
  ],
  ['what is no tag', `<html lang="english">${meta('og:locale', 'fa_IR')}`, 'fa-IR'],
  ['a meta element', '<meta http-equiv="Content-Language" content="he">', 'he'],
])('the language: %s', (_, html, language) => {
  expect(read(html).language).toBe(language);
});

test.each([
  ['on the root', '<html dir="rtl">', 'rtl'],
  ['on the body', '<body dir="rtl">', 'rtl'],
  ['nowhere', '', ''],
])('the direction: %s', (_, html, direction) => {
  expect(read(html).direction).toBe(direction);
});

test('a heading that the page marks as the headline is the title, whatever search engines are told', () => {
  const told = `<title>Measuring instruments</title>${meta('og:title', 'Measuring instruments')}`;
  expect(read(`${told}<h1 itemprop="headline">Rain</h1>`).title).toBe('Rain');
  expect(read(`${told}<h1>Rain</h1>`).title).toBe('Measuring instruments');
});

test('a heading with a line break, and entities in JSON', () => {
  const logo = '<title>The Valley - Rain and sun</title><h1><a href="/">The Valley</a></h1>';
  expect(read(logo).title).toBe('The Valley - Rain and sun');
  expect(read(`${logo}<div role="heading" aria-level="1">Rain and sun</div>`).title).toBe('Rain and sun');
  expect(read('<title>Rain &amp; sun</title><h1>Rain<br>&amp; sun</h1>').title).toBe('Rain & sun');
  const headline = 'Rain &amp; <sun> &#8217;';
  expect(read(ld({ '@type': 'Article', headline })).title).toBe('Rain & <sun> ’');
});

test('a section that is an address or the site is none', () => {
  expect(read(meta('article:section', '/world/')).section).toBe('');
  expect(read(`${meta('og:site_name', 'The Ledger')}${meta('article:section', 'The Ledger')}`).section).toBe(
    '',
  );
});

test('the publisher names the site where the host is called like it', () => {
  expect(read(ld({ '@type': 'Article', publisher: { name: 'The Ledger' } })).site).toBe('The Ledger');
  expect(read(ld({ '@type': 'Article', publisher: { name: 'Oak Media' } })).site).toBe('ledger.example');
});

const LONG = 40_000;

test.each([
  ['a graph in a graph in a graph', `${'{"@graph":['.repeat(5000)}${']}'.repeat(5000)}`],
  [
    'a name of a name of a name',
    `{"@type":"Article","author":${'{"name":'.repeat(5000)}"a"${'}'.repeat(5000)}}`,
  ],
  [
    'a person named after itself',
    '{"@graph":[{"@type":"Article","author":{"@id":"a"}},{"@id":"a","name":{"@id":"a"}}]}',
  ],
  ['an array of nothing', '[null, [], 1, "Article"]'],
])('data that is there to break us: %s', (_, json) => {
  expect(read(`<script type="application/ld+json">${json}</script>`).byline).toBe('');
});

test.each([
  ['separators', ' | a'.repeat(LONG)],
  ['blanks', ' '.repeat(LONG)],
  ['letters', 'a'.repeat(LONG)],
  ['digits', '20261102'.repeat(LONG / 8)],
  ['at signs', '@a'.repeat(LONG)],
])('texts that are there to keep us busy: %s', (_, text) => {
  const names = [
    'og:title',
    'author',
    'article:section',
    'article:published_time',
    'og:site_name',
    'og:locale',
  ];
  const html = `<title>${text}</title>${names.map((name) => meta(name, text)).join('')}<h1>${text}</h1>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Where the time grows with the square of the length, this takes longer than a test may.
  expect(readMetadata(page, HOST).title.length).toBeLessThan(LONG);
});

test.each([
  ['/world/2015/03/18/a.html', '2015-03-18'],
  ['/hl?a=20170309-35097838', '2017-03-09'],
  ['/a/2015/99/18/', undefined],
  ['/item/120170309', undefined],
])('a page that shows no day has that of its address, %s', (path, day) => {
  const address = meta('og:url', `https://ledger.example${path}`);
  expect(read(address).published?.toISOString().slice(0, 10)).toBe(day);
  expect(read(`${address}<time datetime="${DATE}">today</time>`).published?.toISOString()).toBe(
    new Date(DATE).toISOString(),
  );
});

test('the footer of an article may say who wrote it, that of a page does not', () => {
  const footer = '<footer><p class="author-name">Maren Oakhollow</p></footer>';
  expect(read(`<article><h1>Rain</h1>${footer}</article>`).byline).toBe('Maren Oakhollow');
  expect(read(`<h1>Rain</h1>${footer}`).byline).toBe('');
});

test.each([
  [
    'a manual',
    'OS | Gauges v20 documentation',
    '<h1>Gauges v20 documentation</h1><h2>OS <a href="#os">#</a></h2>',
    'OS',
  ],
  [
    'a chapter with a longer heading',
    'E0232 - Error index',
    '<h1>Error index</h1><h1>Error code E0232</h1>',
    'E0232',
  ],
  [
    'a site that stands first',
    'Ledgers | What a loaf costs',
    '<h2>Ledgers</h2><h1>What a loaf costs</h1>',
    'What a loaf costs',
  ],
  [
    'a site whose name is in another heading',
    'Loafers - What a loaf costs',
    '<h1>What a loaf costs</h1><h2>Find your friends on Loafers</h2>',
    'What a loaf costs',
  ],
])('the heading that names all of %s is not the title of its page', (_, title, body, expected) => {
  expect(read(`<title>${title}</title>${body}`).title).toBe(expected);
});

test('a person may have a site of the same name, an organisation is that site', () => {
  const by = (type: string) =>
    ld({
      '@type': 'BlogPosting',
      publisher: { name: 'Ledger' },
      author: [{ '@type': type, name: 'Lea Ledger' }],
    });
  const site = meta('og:site_name', 'Lea Ledger');
  expect(read(`${site}${by('Person')}<h1>Rain</h1>`).byline).toBe('Lea Ledger');
  expect(read(`${site}${by('Organization')}<h1>Rain</h1>`).byline).toBe('');
});
