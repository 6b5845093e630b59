import { extractReading } from '../../src/light/extract/article.ts';

const PLACE = { hostname: 'ledger.example', direction: 'ltr', plainText: false };
const SENTENCE =
  'At half past six every morning she walks to the end of her garden with a torch and a pencil on a string. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const PERSIAN =
  'ساعت پنج صبح روز دوم آبان، وقتی هنوز هوا تاریک بود، حاج رحمت سرودی صدایی شنید که سال‌ها فقط در خواب شنیده بود. ';

function extract(html: string, place = PLACE) {
  const page = new DOMParser().parseFromString(`<base href="https://ledger.example/a/">${html}`, 'text/html');
  const reading = extractReading(page, place);
  if (!reading) return null;
  const holder = document.createElement('div');
  holder.append(document.importNode(reading.body, true));
  return { ...reading, html: holder.innerHTML };
}

test('an article is its text, with what the page says of it', () => {
  const reading =
    extract(`<html lang="en"><title>The valley | The Ledger</title><meta property="og:site_name" content="The Ledger">
    <meta property="article:section" content="Science"><nav><a href="/">Home</a></nav>
    <article><h1>The valley</h1><p class="byline" rel="author">Maren Oakhollow</p>${PARAGRAPH.repeat(6)}</article><footer>Imprint</footer>`);
  expect(reading).toMatchObject({
    state: 'article',
    section: 'Science',
    site: 'The Ledger',
    language: 'en',
    direction: 'ltr',
  });
  expect(reading?.minutes).toBeGreaterThan(1);
  expect(reading?.html).toContain(SENTENCE.trim());
  expect(reading?.html).not.toMatch(/Home|Imprint/);
});

test('what the page says wrongly of its language is corrected by its text, and its direction is read from its HTML too', () => {
  const persian = `<article>${`<p>${PERSIAN.repeat(3)}</p>`.repeat(5)}</article>`;
  expect(extract(`<html lang="en">${persian}`)).toMatchObject({ language: 'fa', direction: 'rtl' });
  const mixed = `<article>${`<p>${PERSIAN}${SENTENCE.repeat(2)}</p>`.repeat(5)}</article>`;
  expect(extract(`<html dir="rtl">${mixed}`)).toMatchObject({ direction: 'rtl' });
  expect(extract(mixed)).toMatchObject({ direction: 'ltr' });
});

test('a quotation in another direction is isolated', () => {
  const quotation = `<p>${PERSIAN.repeat(2)}</p>`;
  expect(extract(`<article>${PARAGRAPH.repeat(5)}${quotation}</article>`)?.html).toContain('<p dir="rtl">');
});

test('white space between the lines of HTML takes no time to read', () => {
  const plain = extract(`<html lang="en"><article>${PARAGRAPH.repeat(6)}</article>`);
  const airy = extract(
    `<html lang="en"><article>${PARAGRAPH.replace('</p>', `${' \n'.repeat(500)}</p>`).repeat(6)}</article>`,
  );
  expect(airy?.minutes).toBe(plain?.minutes);
});

test('links and pictures get their whole address', () => {
  const reading = extract(
    `<article>${PARAGRAPH.repeat(4)}<p>See <a href="../b">the letter</a>. <img src="c.png" alt="A gauge"></p></article>`,
  );
  expect(reading?.html).toContain('href="https://ledger.example/b"');
  expect(reading?.html).toContain('src="https://ledger.example/a/c.png"');
});

test('a Persian heading that repeats the title goes, as an English one would', () => {
  const title = 'قناتی که پس از چهل سال دوباره آب داد';
  const reading = extract(
    `<title>${title}</title><article><h2>${title}</h2>${`<p>${PERSIAN.repeat(3)}</p>`.repeat(5)}</article>`,
  );
  expect(reading?.html).not.toContain(title);
  expect(reading).toMatchObject({ direction: 'rtl', title });
});

test('a front page is its headlines', () => {
  const teaser = (n: number) =>
    `<article><h3><a href="/${n}">Headline number ${n} of the day</a></h3><p>${SENTENCE}</p></article>`;
  const reading = extract(
    `<title>The Ledger</title>${Array.from({ length: 12 }, (_, n) => teaser(n)).join('')}`,
  );
  expect(reading).toMatchObject({
    ...{ state: 'links', kind: 'listing', sure: true },
    ...{ minutes: 0, section: '', published: null },
  });
  expect(reading?.html.match(/<li>/g)).toHaveLength(12);
});

test('an article with many headlines beside it is still an article', () => {
  const more = Array.from(
    { length: 20 },
    (_, n) => `<h3><a href="/${n}">Headline number ${n} of the day</a></h3>`,
  ).join('');
  expect(extract(`<article>${PARAGRAPH.repeat(8)}</article><aside>${more}</aside>`)?.state).toBe('article');
});

test('a bulletin of short lines is an article beside headlines, whether or not the page says when it was published', () => {
  const more = Array.from(
    { length: 12 },
    (_, n) => `<h3><a href="/${n}">Headline number ${n} of the day</a></h3>`,
  ).join('');
  const body = `<article><h1>Rain</h1><p>${SENTENCE}</p>${'<p>Cove: 12 mm.</p>'.repeat(6)}</article><aside>${more}</aside>`;
  const story =
    '{"@type":"NewsArticle","headline":"Headline number 1","datePublished":"2024-03-05T08:00:00Z"}';
  const front = `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[${story}]}</script>${body}`;
  expect(extract(front)?.state).toBe('article');
  const published = '<meta property="article:published_time" content="2024-03-05T08:00:00Z">';
  expect(extract(`${published}${front}`)?.state).toBe('article');
});

test('plain text is read in its paragraphs', () => {
  const text = `${SENTENCE.repeat(2)}\n\n${SENTENCE.repeat(2)}`;
  expect(extract(`<pre>${text}</pre>`, { ...PLACE, plainText: true })?.html.match(/<p>/g)).toHaveLength(2);
});

test('where no article is found, the text of the page is', () => {
  const reading = extract(
    `<title>Blocked</title><table><tr><td>${SENTENCE.repeat(3)}</td></tr></table><script>var a</script>`,
  );
  expect(reading?.html).toContain(SENTENCE.trim());
});

test.each([
  ['an empty page', ''],
  ['an app shell', '<div id="app">Loading …</div><noscript>Please enable JavaScript.</noscript>'],
  ['a picture', '<img src="/a.png">'],
])('%s has nothing to read', (_, html) => {
  expect(extract(html)).toBeNull();
});

test('text that a script would unfold is shown: many hidden parts of one name, or one that is most of what there is', () => {
  const answers = ['wind', 'rain', 'snow'].map(
    (word) => `<div class="answer" data-light-unseen="shut"><p>On ${word}. ${SENTENCE.repeat(2)}</p></div>`,
  );
  const many = extract(
    `<article><h1>The valley</h1>${PARAGRAPH.repeat(6)}<section><h3>Questions</h3>${answers.join('')}</section></article>`,
  );
  for (const word of ['wind', 'rain', 'snow']) expect(many?.html).toContain(`On ${word}.`);
  const most = extract(
    `<article><h1>The valley</h1><div>${PARAGRAPH}${PARAGRAPH}</div><section><div class="inner" data-light-unseen="shut">${`<p>In March. ${SENTENCE.repeat(4)}</p>`.repeat(6)}</div></section></article>`,
  );
  expect(most?.html).toContain('In March.');
});

test('boxes that bear a name of what stands beside a text are the text where most of it stands in them', () => {
  const section = (word: string) =>
    `<section class="report report--ads"><h2>${word}</h2><p>${word} it was. ${SENTENCE.repeat(4)}</p></section>`;
  const reading = extract(
    `<h1>The valley</h1><div>${['Early', 'Late', 'Cold', 'Warm'].map(section).join('')}</div>`,
  );
  for (const word of ['Early', 'Late', 'Cold', 'Warm']) expect(reading?.html).toContain(`${word} it was.`);
});
