import { extractReading } from '../../src/light/extract/article.ts';
import { chooseText, type Options } from '../../src/light/extract/choose-text.ts';

const PLACE = { hostname: 'ledger.example', direction: 'ltr', plainText: false };
const SENTENCES = [
  'At half past six every morning she walks to the end of her garden with a torch and a pencil on a string, in all weathers.',
  'The brass gauge was a gift of the school that closed when the last teacher left the valley, eleven winters ago, without a word.',
  'Nobody had asked the neighbours to write anything down, yet forty of them do, and each of them has a way of rounding, she says.',
  'The weather service takes the figures by post, once a quarter, and sends back a card with thanks and the sum of the rain.',
  'In the wet year the river took the lower bridge, and the figures of that night are the only ones anybody has of the flood.',
];
const TEXT = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
const LEAD = 'Forty neighbours have counted the rain of one valley for six years without being asked to';

function read(body: string, head = '', place: Parameters<typeof extractReading>[1] = PLACE) {
  const html = `<head><base href="https://ledger.example/a/"><title>The valley</title>${head}</head><body>${body}</body>`;
  const reading = extractReading(new DOMParser().parseFromString(html, 'text/html'), place);
  return { ...reading, text: reading?.body.textContent?.replace(/\s+/g, ' ') ?? '' };
}

const article = (text: string) =>
  `<main><article><h1>The valley</h1><div class="text">${text}</div></article></main>`;

test.each([
  ['a subheading that is a sentence comes back', `<h2 class="sub">${LEAD}.</h2>`, true],
  ['who and when stays out', `<p>${LEAD} (May 2, by Maren Tern)</p>`, false],
  ['a link stays out', `<p><a href="/b">${LEAD}.</a></p>`, false],
])('right below the headline, %s', (_, below, comes) => {
  const { text } = read(`<div class="top"><h1>The valley</h1>${below}</div><div class="text">${TEXT}</div>`);
  expect(text.includes(LEAD)).toBe(comes);
});

test('what stands below the name of the site stays out', () => {
  const header = `<div class="top"><h1>Maren Tern</h1><h2>${LEAD}.</h2></div>`;
  expect(
    read(`<div id="banner">${header}</div><div><h3>The valley</h3><div class="text">${TEXT}</div></div>`)
      .text,
  ).not.toContain(LEAD);
});

test('the lead above the text is kept, known by what the page says of itself', () => {
  const head = `<meta name="description" content="${LEAD}.">`;
  const body = `<main><div class="top"><h1>The valley</h1><p>${LEAD}</p></div><div class="text">${TEXT}</div></main>`;
  expect(read(body, head).text).toContain(LEAD);
});

test.each([
  [
    'a line that leads elsewhere',
    '<p>Read more: <a href="/b">What a loaf costs on Corn Street today</a></p>',
    'Corn Street',
  ],
  [
    'a box of related articles',
    '<div class="related-articles"><p>What a loaf costs on Corn Street</p></div>',
    'Corn Street',
  ],
  [
    'a newsletter',
    '<div class="newsletter-box"><p>One letter a week, Corn Street included.</p></div>',
    'Corn Street',
  ],
  [
    'a cookie notice',
    '<div id="cookie-banner"><p>This site of Corn Street wants to store cookies.</p></div>',
    'cookies',
  ],
  ['a share bar', '<ul class="share-buttons"><li>Send to Corn Street</li></ul>', 'Corn Street'],
])('%s inside the text goes', (_, box, word) => {
  const { text } = read(article(SENTENCES.map((each) => `<p>${each}</p>`).join(box)));
  expect(text).not.toContain(word);
  for (const sentence of SENTENCES) expect(text).toContain(sentence);
});

test('a source on another site stays', () => {
  const line = '<p><a href="https://rain.example/">The whole table of figures, year by year</a></p>';
  expect(read(article(TEXT.replace('</p><p>', `</p>${line}<p>`))).text).toContain(
    'The whole table of figures',
  );
});

test('what comes back leads where it led', () => {
  const lead = `${LEAD}, says <a href="../rain">the service</a>`;
  const head = `<meta name="description" content="${LEAD}.">`;
  const { body } = read(
    `<main><div class="top"><h1>The valley</h1><p>${lead}</p></div><div class="text">${TEXT}</div></main>`,
    head,
  );
  expect(body?.querySelector('a')?.getAttribute('href')).toBe('https://ledger.example/rain');
});

test.each([
  [
    'amid the text stay',
    `</p><p>Counted in: ${['Cove', 'Dale', 'Holm'].map((name) => `<a href="/${name}">${name} valley</a>`).join(', ')}</p><p>`,
    true,
  ],
  [
    'that are headlines go',
    '</p><p><a href="/b">What a loaf costs on Holm Street</a>, <a href="/c">Who baked the loaf in Dale</a></p><p>',
    false,
  ],
])('names that are links %s', (_, line, stays) => {
  expect(read(article(TEXT.replace('</p><p>', line))).text.includes('Holm')).toBe(stays);
});

test('above a quotation stands who said it; a line that leads elsewhere goes from one, too', () => {
  const quote = (inner: string) =>
    read(article(TEXT.replace('</p><p>', `</p><blockquote>${inner}</blockquote><p>`))).text;
  const by = '<p><a href="/u/3">Tern of the lower bridge said:</a></p>';
  expect(quote(`${by}<p>${LEAD}, and nobody knows why.</p>`)).toContain('lower bridge said');
  expect(quote(by)).not.toContain('lower bridge said');
});

test.each([
  ['a list', '<ul><li>A pencil on a string</li><li>Boots</li></ul>', true],
  ['links', '<ul><li><a href="/b">What a loaf costs on Corn Street</a></li></ul>', false],
  ['nothing', '', false],
])('the last heading of a text, over %s', (_, below, stays) => {
  expect(read(article(`${TEXT}<h3>What to bring</h3>${below}`)).text.includes('What to bring')).toBe(stays);
});

test('a pull quote that repeats the text goes, once', () => {
  const { text } = read(
    article(`${TEXT}<blockquote>${SENTENCES[1]}</blockquote><p>${SENTENCES[0]} Again.</p>`),
  );
  expect(text.split(SENTENCES[1] ?? '')).toHaveLength(2);
});

test('entries of lists that say the same stay, each of them', () => {
  const entry = `<ul><li>${SENTENCES[1]}</li></ul>`;
  const { text } = read(article(`<p>${SENTENCES[0]}</p>${entry}<p>${SENTENCES[2]}</p>${entry}${TEXT}`));
  expect(text.split(SENTENCES[1] ?? '')).toHaveLength(4);
});

test('a caption in a box is the name of its picture', () => {
  const box =
    '<div class="photo"><img src="g.jpg" alt=""><div class="photo-caption">The gauge in May, by Tern</div></div>';
  const reading = read(article(TEXT.replace('</p><p>', `</p>${box}<p>`)));
  expect(reading.text).not.toContain('The gauge in May');
  expect(reading.body?.querySelector('img')?.getAttribute('alt')).toBe('The gauge in May, by Tern');
});

/** Takes captions for text of the article, or does not. */
const judging = (isText: boolean) => ({
  ...PLACE,
  choose(options: Options) {
    const choice = chooseText(options);
    const isCaption = (at: number) => options.outline.runs[at]?.text.includes('Gauge 14') ?? false;
    return { ...choice, keep: choice.keep.map((is, at) => (isCaption(at) ? isText : is)) };
  },
});

test.each([
  ['one picture has it', '<img src="g.jpg" alt="A gauge">', 'Gauge 14, by Tern'],
  ['of two pictures nobody knows which it is of', '<img src="g.jpg"><img src="h.jpg">', null],
])('a caption that is no text of the article stays with its picture: %s', (_, pictures, caption) => {
  const figure = `<figure>${pictures}<figcaption>Gauge 14, <b>by Tern</b></figcaption></figure>`;
  const page = article(TEXT.replace('</p><p>', `</p>${figure}<p>`));
  const reading = read(page, '', judging(false));
  expect(reading.text).not.toContain('Gauge 14');
  expect(reading.body?.querySelector('img')?.getAttribute('data-caption')).toBe(caption);
});

test('a caption that is text of the article stands there once', () => {
  const figure = '<figure><img src="g.jpg"><figcaption>Gauge 14, by Tern</figcaption></figure>';
  const reading = read(article(TEXT.replace('</p><p>', `</p>${figure}<p>`)), '', judging(true));
  expect(reading.body?.querySelector('figcaption')?.textContent).toBe('Gauge 14, by Tern');
  expect(reading.body?.querySelector('[data-caption]')).toBeNull();
});

test('a thread is all its posts', () => {
  const post = (text: string, n: number) =>
    `<div class="row r"><div class="user">Tern ${n}</div><div class="post-body"><div class="words">${text}</div></div></div>`;
  const { text } = read(
    `<div class="thread">${[...SENTENCES, ...SENTENCES.map((each) => `${each} Quite.`)].map(post).join('')}</div>`,
  );
  for (const sentence of SENTENCES) expect(text).toContain(sentence);
});

const signed = (text: string, n: number, writer: string) =>
  `<div class="row r"><dl class="about"><dt><a class="username" href="/u">${writer}</a></dt><dd>Posts: 54${n}</dd></dl><div class="post-body"><p class="meta">by ${writer}, <time>May ${n}</time></p><div class="words">${text}</div></div></div>`;

test('each post of a thread says once who wrote it, and one of few words is not missing', () => {
  const { text, body } = read(
    `<div class="thread">${[...SENTENCES, 'Quite.', ...SENTENCES].map((each, n) => signed(`${each} (${n})`, n, `tern${n}`)).join('')}</div>`,
  );
  expect(text).toContain(`tern0 May 0${SENTENCES[0]} (0)`);
  expect(text).toContain('tern5 May 5Quite. (5)');
  expect(text.match(/tern1 /g)).toHaveLength(1);
  expect(text).not.toContain('Posts:');
  expect(body?.querySelectorAll('b')).toHaveLength(11);
});

test('the heading of a post stays', () => {
  const post = (each: string, n: number) =>
    `<div class="row r"><div><h3>Part ${n}</h3></div><div><span class="username">tern${n}</span></div><div class="words"><div>${each} (${n})</div></div></div>`;
  const { text } = read(`<div class="thread">${[...SENTENCES, ...SENTENCES].map(post).join('')}</div>`);
  expect(text).toContain('tern4');
  expect(text).toContain('Part 4');
});

test('parts of a text by one writer are no thread', () => {
  const { body } = read(
    `<div class="thread">${[...SENTENCES, ...SENTENCES].map((each, n) => signed(`${each} (${n})`, n, 'tern')).join('')}</div>`,
  );
  expect(body?.querySelector('b')).toBeNull();
});

test('what is said of the writers of a thread goes, not what they say', () => {
  const post = (text: string) =>
    `<div class="words"><h5 class="message-userTitle">Counts snails.</h5><p>${text}</p><p class="user-extra">Has written 5,421 times.</p></div>`;
  const { text } = read(article(SENTENCES.map(post).join('')));
  for (const word of ['snails', '5,421']) expect(text).not.toContain(word);
  for (const sentence of SENTENCES) expect(text).toContain(sentence);
});

const section = (name: string, heading: string, inner: string) =>
  `<div class="${name}"><div class="inner"><h2>${heading}</h2>${inner}</div></div>`;
const items = (words: string[]) => `<ul>${words.map((word) => `<li>${word}</li>`).join('')}</ul>`;
const SPECIFICATION = ['Brass, 40 cm', 'Holds 120 mm', 'Weighs 2 kg', 'Comes with a pencil'];
const LINKS = ['Corn Street', 'A loaf', 'The bridge'].map((word) => `<a href="/${word}">${word}</a>`);

test.each([
  ['a list', section('part', 'Size and weight', items(SPECIFICATION)), true],
  [
    'a table',
    section(
      'part',
      'Size and weight',
      `<table>${SPECIFICATION.map((word) => `<tr><th>${word.split(' ')[0]}</th><td>${word}</td></tr>`).join('')}</table>`,
    ),
    true,
  ],
  ['a box of another kind', section('beside', 'Size and weight', items(SPECIFICATION)), false],
  ['a list of links', section('part', 'Size and weight', items(LINKS)), false],
])('%s under a heading, in a box like that of the text', (_, box, stays) => {
  const reading = read(`<main><h1>The valley</h1>${section('part', 'What it is', TEXT)}${box}</main>`);
  expect(reading.text.includes('Size and weight')).toBe(stays);
  const shown = (reading.text.match(/Holds 120 mm/g) ?? []).length;
  expect(shown).toBe(stays ? 1 : 0);
  if (stays) expect(reading.body?.querySelector('ul, table')).not.toBeNull();
});

test('a notice above the headline goes', () => {
  const notice =
    '<div class="bit"><p>Welcome to the ledger, where forty neighbours have met for over twenty years, and more are asked to come and count with us.</p></div>';
  const { text } = read(`<div class="all">${notice}<h1>The valley</h1>${TEXT}</div>`);
  expect(text).not.toContain('Welcome');
  expect(text).toContain(SENTENCES[0]);
});

test('who and when goes from below the lead in the header of an article, the lead does not', () => {
  const header = `<header><h1>The valley</h1><h3>${LEAD}, which is a long time for those who did it.</h3><div><p>By Maren Tern</p><p>Changed on Tuesday</p></div></header>`;
  const { text } = read(`<article>${header}${TEXT}</article>`);
  expect(text).toContain(LEAD);
  expect(text).not.toMatch(/By Maren|Changed on/);
});

test('where an agency writes from stays before the text it begins', () => {
  const { text } = read(article(`<p>The valley news agency, 14 October</p>${TEXT}`));
  expect(text).toContain('news agency');
});

test('the beginning of a text that is not free says so, without the offer', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  const reading = read(
    article(`${TEXT}<div class="paywall"><p>Become a subscriber of the Ledger now.</p></div>`),
    head,
  );
  expect(reading.walled).toBe(true);
  expect(reading.text).not.toContain('subscriber');
  expect(read(article(TEXT)).walled).toBe(false);
});

test('what stands behind a wall is named for it, paragraph by paragraph, and is the text', () => {
  const reading = read(article(TEXT.replaceAll('<p>', '<p class="paywall">')));
  expect(reading.text).toBe(read(article(TEXT)).text);
});

test('where most of the page was left behind, the whole page is read', () => {
  const card = (n: number) =>
    `<div class="card"><h3>Part ${n} of the catalogue</h3><p>What part ${n} is for, in one line of text.</p></div>`;
  const cards = Array.from({ length: 30 }, (_, n) => card(n)).join('');
  const reading = read(
    `<nav><a href="/">Home</a></nav><main><h1>The valley</h1><div><p>${LEAD}, and more of it, too.</p></div><div>${cards}</div></main>`,
  );
  expect(reading.text).toContain('What part 29 is for');
  // It stands above the text.
  expect(reading.text).not.toContain('The valley');
  expect(reading.text).not.toContain('Home');
});

test('the name of a card stays with its text', () => {
  const card = (n: number) =>
    `<a href="/c${n}"><div><span>Part ${n}</span></div><div><p>What this part is for, in one line of text, and what it costs.</p></div></a>`;
  const { text } = read(`<main>${Array.from({ length: 20 }, (_, n) => card(n)).join('')}</main>`);
  expect(text).toContain('Part 7');
});

test('all the text of an article page can be asked for', () => {
  const reading = read(
    `<nav><a href="/">Home</a></nav>${article(TEXT)}<div class="related">What a loaf costs</div>`,
    '',
    { ...PLACE, whole: true },
  );
  expect(reading).toMatchObject({ state: 'article', whole: true });
  expect(reading.text).toContain('What a loaf costs');
  expect(reading.text).not.toContain('Home');
});

test('a half page is read as far as it goes', () => {
  expect(
    read(`<main><article><h1>The valley</h1><p>${SENTENCES[0]}</p><p>${SENTENCES[1]?.slice(0, 60)}`).text,
  ).toContain(SENTENCES[0]);
});
