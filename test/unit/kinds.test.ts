// Pages of the kinds there are, each as its software builds it, with words of our own: what a reader came for is there, from the first
// line to the last; what stands around it is not.
import { extractReading } from '../../src/light/extract/article.ts';

interface Kind {
  html: string;
  /** In this order. */
  shown: string[];
  hidden: string[];
  title?: string;
  byline?: string;
  /** Its day. */
  published?: string;
}

const say = (n: number, about = 'the rain gauge') =>
  [
    `Number ${n} on ${about}: it stands at the end of the garden, where neither the wall nor the pear tree keeps the wind from it.`,
    `Who reads it at half past six, as the forty neighbours do, writes the figure down ${n} times before the first cup of tea.`,
    `In the wet year the river took bridge number ${n}, and the figures of that night are the only ones that anybody has.`,
  ].join(' ');
const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('\n');
const paragraphs = (count: number, about?: string) => times(count, (n) => `<p>${say(n, about)}</p>`);
const MENU = `<div class="header"><ul>${['Home', 'Weather', 'Sport', 'Contact us'].map((each) => `<li><a href="/${each}">${each}</a></li>`).join('')}</ul></div>`;
const COOKIES =
  '<div class="cc-window" role="dialog"><p>We and our 814 partners store cookies on your device.</p><button>Accept</button></div>';
const FOOTER = '<footer><p>All rights reserved by the publisher of these pages.</p></footer>';
const AROUND = ['Contact us', '814 partners', 'rights reserved'];
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${MENU}${body}${FOOTER}${COOKIES}</body></html>`;

const post = (n: number) => `<div id="p${n}" class="post has-profile bg${(n % 2) + 1}"><div class="inner">
  <dl class="postprofile" id="profile${n}"><dt><a href="/u${n}" class="username">tern${n}</a></dt><dd class="profile-rank">Gauge keeper</dd>
  <dd class="profile-posts"><strong>Posts:</strong> <a href="/s${n}">54${n}</a></dd></dl>
  <div class="postbody"><div id="post_content${n}"><h3><a href="#p${n}">Re: Which gauge?</a></h3>
  <p class="author"><span>by <strong><a href="/u${n}" class="username">tern${n}</a></strong> » </span><time datetime="2024-03-0${n}T08:00:00+00:00">0${n} Mar 2024, 08:00</time></p>
  <div class="content">${say(n)}<br><br>Would you change it?</div></div></div></div></div>`;

const answer = (
  n: number,
) => `<div id="answer-${n}" class="answer js-answer" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">
  <div class="post-layout"><div class="votecell"><div class="vote-count">${n * 7}</div></div><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>${say(n, 'the answer')}</p><pre><code>gauge --read ${n}</code></pre><p>It works since version ${n}.2.</p></div>
  <div class="user-info"><div class="user-action-time">answered <span title="2024-03-0${n} 08:00:00Z">Mar ${n}</span></div><div class="user-details" itemprop="author" itemscope itemtype="http://schema.org/Person"><a href="/u/${n}">warbler${n}</a><span itemprop="name" class="d-none">warbler${n}</span><span class="reputation-score">1,2${n}4</span></div></div></div>
  <div class="comments"><ul class="comments-list"><li class="comment"><span class="comment-copy">Thanks, but it rusts.</span></li></ul></div></div></div>`;

const KINDS: Record<string, Kind> = {
  // As mdBook and the documentation of Node build them: the manual's name is the heading, the page's own may be one level below, headings link to themselves.
  'a chapter of a manual': {
    html: page(
      'Reading a gauge - The Gauge Manual',
      `<div class="menu-bar"><h1 class="menu-title">The Gauge Manual</h1></div><div id="content"><h2 id="reading"><a class="header" href="#reading">Reading a gauge</a></h2>${paragraphs(2)}
      ${times(5, (n) => `<h3 id="f${n}"><a class="header" href="#f${n}">readGauge${n}(options)</a></h3><ul><li><code>options</code> <a href="/types">&lt;Object&gt;</a> What every function is given: the gauge and the day.</li></ul><p>${say(n)}</p>`)}</div>`,
    ),
    title: 'Reading a gauge',
    shown: ['Number 1 on', 'readGauge1', 'What every function is given', 'readGauge5', 'Number 5 on'],
    hidden: AROUND,
  },
  'an index of a manual, of few words': {
    html: page(
      'Signs - The Gauge Manual',
      `<h1>The Gauge Manual</h1><h2><a href="#signs">Signs</a></h2>${times(6, (n) => `<h3><a class="header" href="#s${n}">Signs of kind ${n}</a></h3><table><tr><td>Sign ${n}</td><td>Stands in <a href="/chapter-${n}.html">the chapter on gauges of kind ${n}</a> and says that nothing was read.</td></tr></table>`)}`,
    ),
    title: 'Signs',
    shown: ['Signs of kind 1', 'says that nothing was read', 'Signs of kind 6'],
    hidden: AROUND,
  },
  'a text that is mostly quoted': {
    html: page(
      'Old gauges',
      `<h1>Old gauges</h1><div class="entry"><p>${say(7)}</p><blockquote>${paragraphs(4)}</blockquote><p>So says the second edition.</p><p>The third one says nothing of it.</p></div>`,
    ),
    shown: ['Number 7 on', 'Number 1 on', 'So says the second edition', 'says nothing of it'],
    hidden: AROUND,
  },
  'a thread of a forum': {
    html: page(
      'Which gauge? - Gauge forum',
      `<div id="page-body"><h2 class="topic-title"><a href="/t1">Which gauge?</a></h2><div class="action-bar"><a href="/reply" class="button">Post Reply</a><div class="pagination">5 posts • Page <strong>1</strong> of <strong>1</strong></div></div>${times(5, post)}<div class="action-bar"><a href="/back">Return to “Gauges”</a></div></div>`,
    ),
    shown: ['Number 1 on', 'Number 2 on', 'Number 5 on'],
    hidden: [...AROUND, 'Post Reply', 'Gauge keeper'],
  },
  'a question with answers': {
    html: page(
      'python - How do I read a gauge? - Stack of Gauges',
      `<div id="content"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a href="/q/1">How do I read a gauge?</a></h1></div>
      <div id="mainbar"><div class="question" id="question"><div class="post-layout"><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>${say(9, 'the question')}</p><pre><code>gauge --help</code></pre><p>What am I doing wrong?</p></div></div></div></div>
      <div id="answers"><div id="answers-header"><h2>3 Answers</h2></div>${times(3, answer)}</div></div></div><div id="sidebar"><h4>Hot Network Questions</h4><ul>${times(8, (n) => `<li><a href="/hot${n}">Why is the hot question number ${n} so hot today?</a></li>`)}</ul></div></div>`,
    ),
    shown: [
      'Number 9 on the question',
      'gauge --help',
      'What am I doing wrong?',
      'Number 1 on the answer',
      'gauge --read 2',
      'Number 3 on the answer',
      'since version 3.2',
    ],
    hidden: [...AROUND, 'hot question number'],
    title: 'How do I read a gauge?',
  },
  'the readme of a program': {
    html: page(
      'GitHub - tern/gauge: Reads rain gauges',
      `<div class="application-main"><main id="js-repo-pjax-container"><div class="repohead"><h1><a href="/tern">tern</a> / <a href="/tern/gauge">gauge</a></h1><ul><li><a href="/issues">Issues 41</a></li></ul></div>
      <div class="Box"><table aria-labelledby="files"><tbody>${times(6, (n) => `<tr><td><a href="/f${n}">file-${n}.ts</a></td><td><a href="/c${n}">Count again ${n}</a></td><td>3 months ago</td></tr>`)}</tbody></table></div>
      <article class="markdown-body entry-content" itemprop="text"><h1>gauge</h1><p>Reads rain gauges over a serial line.</p><h2>Install</h2><pre>npm install gauge</pre><h2>Usage</h2><ul><li>Call <code>read()</code> once a day.</li><li>Empty the glass.</li></ul><p>${say(4)}</p><p>${say(5)}</p><h2>License</h2><p>MIT, see the file.</p></article></main></div>`,
    ),
    shown: [
      'over a serial line',
      'Install',
      'npm install gauge',
      'Usage',
      'once a day',
      'Empty the glass',
      'Number 5 on',
      'MIT, see the file',
    ],
    hidden: [...AROUND, 'Issues 41'],
  },
  'a recipe': {
    html: page(
      'Pear cake - Kitchen of the valley',
      `<article class="post"><h1>Pear cake</h1><p>${say(1, 'the pear tree')}</p><p>${say(2, 'the pear tree')}</p><div class="wprm-recipe-container"><h2>Pear cake</h2><div class="wprm-recipe-ingredients-container"><h3>Ingredients</h3><ul><li>4 ripe pears</li><li>200 g flour</li><li>3 eggs</li></ul></div>
      <div class="wprm-recipe-instructions-container"><h3>Instructions</h3><ol><li>Heat the oven to 180 °C and butter the tin well.</li><li>Beat eggs and sugar until pale, then fold in the flour.</li><li>Lay the pears on top and bake it for 45 minutes.</li></ol></div></div></article>
      <div id="comments" class="comments-area"><h2>3 thoughts on “Pear cake”</h2><ol class="comment-list">${times(3, (n) => `<li class="comment"><div class="comment-body"><p>I made it ${n} times and the whole street came to eat from it, thank you for writing it down.</p></div></li>`)}</ol></div>`,
    ),
    shown: [
      'Number 1 on',
      'Ingredients',
      '4 ripe pears',
      '3 eggs',
      'Instructions',
      'Heat the oven',
      '45 minutes',
    ],
    hidden: [...AROUND, 'the whole street'],
    title: 'Pear cake',
  },
  'a job advert': {
    html: page(
      'Keeper of gauges (m/f/d) | Jobs in the valley',
      `<div class="job-view"><h1>Keeper of gauges (m/f/d)</h1><ul class="facts"><li>Full time</li><li>Lower Bridge</li></ul><div class="job-text"><p>${say(1, 'our work')}</p><h3>What you do</h3><ul><li>Read forty gauges a day</li><li>Write the figures down</li><li>Talk to the neighbours</li></ul><h3>What you bring</h3><ul><li>A pencil on a string</li><li>Boots</li></ul><p>Write to Maren Oakhollow until the first of May.</p></div><a class="apply" href="/apply">Apply now</a></div>
      <div class="similar-jobs"><h3>Similar jobs</h3><ul>${times(5, (n) => `<li><a href="/job${n}">Similar keeper of the bridge number ${n}</a></li>`)}</ul></div>`,
    ),
    shown: [
      'Number 1 on our work',
      'What you do',
      'Read forty gauges',
      'What you bring',
      'Boots',
      'until the first of May',
    ],
    hidden: [...AROUND, 'Similar keeper'],
    title: 'Keeper of gauges (m/f/d)',
  },
  'a post of a blog with comments': {
    html: page(
      'A wet year – Tern’s notes',
      `<div id="primary"><main id="main"><article id="post-7" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">A wet year</h1><div class="entry-meta">Posted on <a href="/2024/03/05/a"><time class="entry-date published" datetime="2024-03-05T08:00:00+00:00">March 5, 2024</time></a> by <span class="author vcard"><a class="url fn n" href="/author/tern">Maren Tern</a></span></div></header><div class="entry-content">${paragraphs(4)}<h2>Afterwards</h2><p>${say(5)}</p><div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="/share">Click to share</a></li></ul></div></div><footer class="entry-footer">Posted in <a href="/c">Notes</a></footer></article>
      <nav class="navigation post-navigation"><a href="/older">The older entry of these notes</a></nav><div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “A wet year”</h2><ol class="comment-list">${times(4, (n) => `<li class="comment depth-${n}"><article class="comment-body"><div class="comment-content"><p>Commenter ${n} remembers another flood altogether, which was far worse, and has pictures of it to show to anybody who asks for them.</p></div></article></li>`)}</ol></div></main></div><div id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/r">The dry year before</a></li></ul></section></div>`,
    ),
    shown: ['Number 1 on', 'Number 4 on', 'Afterwards', 'Number 5 on'],
    hidden: [...AROUND, 'Commenter', 'older entry', 'Share this', 'dry year before'],
    title: 'A wet year',
    byline: 'Maren Tern',
    published: '2024-03-05',
  },
  'a notice of an office with tables': {
    html: page(
      'Fees for gauges - Office of the valley',
      `<main><h1>Fees for gauges</h1><p class="lead">${say(1, 'fees')}</p><h2>What it costs</h2><table><caption>Fees from 1 May</caption><thead><tr><th>Gauge</th><th>Fee</th></tr></thead><tbody><tr><td>Brass</td><td>12.00</td></tr><tr><td>Glass</td><td>8.50</td></tr></tbody></table><h2>When to pay</h2><p>${say(2, 'paying')}</p><h2>Opening hours</h2><table><tr><th>Monday</th><td>8 to 12</td></tr><tr><th>Friday</th><td>closed</td></tr></table><p>Questions are answered at the counter on the ground floor.</p></main>`,
    ),
    shown: [
      'Number 1 on',
      'What it costs',
      'Brass',
      '12.00',
      'Glass',
      'When to pay',
      'Number 2 on',
      'Opening hours',
      '8 to 12',
      'on the ground floor',
    ],
    hidden: AROUND,
    title: 'Fees for gauges',
  },
  'a glossary': {
    html: page(
      'Glossary of rain',
      `<div class="content"><h1>Glossary of rain</h1><dl>${times(12, (n) => `<dt>Term ${n}</dt><dd>What term ${n} means to those who read a gauge in the morning, and to those who do not.</dd>`)}</dl></div>`,
    ),
    shown: ['Term 1', 'What term 1 means', 'Term 2', 'What term 12 means'],
    hidden: AROUND,
  },
  'a live blog': {
    html: page(
      'Flood in the valley: as it happens',
      `<article><h1>Flood in the valley: as it happens</h1><p class="standfirst">${say(0, 'the flood')}</p><div class="liveblog">${times(8, (n) => `<div class="block" id="b${n}" itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting"><time datetime="2024-03-05T0${n}:10:00Z">0${n}:10</time><h2 class="block-title">What came at ${n}</h2><div class="block-elements"><p>${say(n, 'the hour')}</p></div></div>`)}</div></article>`,
      '<meta property="article:published_time" content="2024-03-05T01:00:00Z">',
    ),
    shown: [
      'Number 0 on the flood',
      'What came at 1',
      'Number 1 on the hour',
      'What came at 4',
      'What came at 8',
      'Number 8 on the hour',
    ],
    hidden: AROUND,
    published: '2024-03-05',
  },
  'an interview': {
    html: page(
      'The keeper speaks',
      `<div class="article"><h1>The keeper speaks</h1><div class="intro">${say(1, 'the keeper')}</div><div class="qa">${times(6, (n) => `<div class="q">Why is that, for the ${n}th time?</div><div class="a">${say(n + 1, 'an answer')}</div>`)}</div></div>`,
    ),
    shown: [
      'Number 1 on the keeper',
      'for the 1th time',
      'Number 2 on an answer',
      'for the 6th time',
      'Number 7 on an answer',
    ],
    hidden: AROUND,
  },
  'a page laid out in tables': {
    html: page(
      'The gauge, 1998',
      `<table width="760"><tr><td width="140"><a href="/a">Start page</a><br><a href="/b">Guest book</a><br><a href="/c">Links to friends</a></td><td><font size="5"><b>The gauge, 1998</b></font><br><br>${times(5, (n) => `${say(n)}<br><br>`)}</td></tr><tr><td colspan="2"><a href="/top">Back to top</a></td></tr></table>`,
    ),
    shown: ['Number 1 on', 'Number 3 on', 'Number 5 on'],
    hidden: ['814 partners', 'rights reserved'],
  },
  'a post in nested boxes': {
    html: page(
      'Notes: A wet year',
      `<div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Tuesday, March 5, 2024</span></h2><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">A wet year</h3><div class="post-body entry-content" id="post-body-1"><div dir="ltr">${times(5, (n) => `<div>${say(n)}</div><div><br></div>`)}<div>Until next year!</div></div></div><div class="post-footer"><div class="post-footer-line">Posted by <span class="fn">Tern</span></div></div></div></div></div></div><div id="comments"><h4>2 comments:</h4><dl id="comments-block">${times(2, (n) => `<dt>Stranger ${n} said...</dt><dd class="comment-body"><p>A stranger ${n} has read all of it and wants to say that it was quite dry on the other side.</p></dd>`)}</dl></div></div></div>`,
    ),
    shown: ['Number 1 on', 'Number 5 on', 'Until next year!'],
    hidden: [...AROUND, 'A stranger', 'Posted by'],
  },
  'an accelerated page': {
    html: page(
      'A wet year',
      `<amp-sidebar id="s"><ul><li><a href="/m">Amp menu entry</a></li></ul></amp-sidebar><article class="amp-wp-article"><header><h1>A wet year</h1></header><div class="amp-wp-article-content"><amp-img src="a.jpg" width="3" height="2" alt="The bridge"></amp-img>${paragraphs(5)}<amp-ad type="x"></amp-ad><p>${say(6)}</p></div></article><amp-user-notification id="n"><p>This page stores something on your device.</p></amp-user-notification>`,
    ),
    shown: ['Number 1 on', 'Number 5 on', 'Number 6 on'],
    hidden: [...AROUND, 'Amp menu entry', 'stores something'],
  },
  'a product': {
    html: page(
      'Brass gauge | Shop of the valley',
      `<main><div class="product" itemscope itemtype="https://schema.org/Product"><div class="gallery"><img src="a.jpg" alt=""></div><div class="info"><h1 itemprop="name">Brass gauge</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="40">€ 40.00</span></div><button>Add to cart</button></div><div class="tab" id="description"><h2>Description</h2><div itemprop="description"><p>${say(1, 'brass')}</p><p>${say(2, 'brass')}</p></div></div><div class="tab" id="details"><h2>Details</h2><table><tr><th>Height</th><td>40 cm</td></tr><tr><th>Holds</th><td>120 mm</td></tr></table></div></div><div class="also"><h2>Customers also bought</h2><ul>${times(6, (n) => `<li><a href="/p${n}">Another thing number ${n} to buy</a></li>`)}</ul></div></main>`,
    ),
    shown: ['Number 1 on brass', 'Number 2 on brass', 'Height', '40 cm', '120 mm'],
    hidden: [...AROUND, 'Another thing number'],
    title: 'Brass gauge',
  },
  'a page of documentation': {
    html: page(
      'read() — gauge 2.1 documentation',
      `<div class="document"><div class="sphinxsidebar" role="navigation"><ul><li><a href="/toc">Table of contents entry</a></li></ul></div><div class="body" role="main"><section id="read"><h1>read()<a class="headerlink" href="#read">¶</a></h1><p>Reads the gauge once and gives the figure back.</p><dl class="py function"><dt>gauge.read(<em>port</em>)</dt><dd><p>${say(1, 'reading')}</p><dl class="field-list"><dt>Parameters</dt><dd><p>port – where the gauge is.</p></dd></dl></dd></dl><section id="notes"><h2>Notes</h2><ul class="simple"><li><p>It waits for ten seconds.</p></li><li><p>It gives nothing back when the glass is empty.</p></li></ul><p>${say(2, 'reading')}</p></section><section><h2>See also</h2><p>The page on writing.</p></section></section></div></div>`,
    ),
    shown: [
      'Reads the gauge once',
      'gauge.read(',
      'Number 1 on',
      'where the gauge is',
      'Notes',
      'ten seconds',
      'Number 2 on',
    ],
    hidden: [...AROUND, 'Table of contents entry'],
  },
};

Object.assign(KINDS, {
  'a page of a service': {
    html: page(
      'Gauge repairs | Valley',
      `<main><section class="hero"><h1>Gauge repairs</h1><p>We mend brass gauges while you wait.</p><a class="btn" href="/book">Book a visit</a></section>${times(3, (n) => `<section class="features"><h2>Reason ${n}</h2><p>Reason ${n} is that the glass we use does not break in frost, as glass does.</p></section>`)}<section class="prices"><h2>Prices</h2><ul><li>New glass: 12.00</li><li>New brass: 40.00</li></ul></section><section class="faq"><h2>Questions</h2><details><summary>How long does it take?</summary><p>An hour, and two of them in the wet season, when everybody comes.</p></details></section></main>`,
    ),
    shown: [
      'while you wait',
      'Reason 1',
      'does not break',
      'Reason 3',
      'Prices',
      'New brass',
      'How long does it take?',
      'An hour',
    ],
    hidden: AROUND,
  },
  'a list of things to buy': {
    html: page(
      'Gauges | Valley',
      `<main><h1>Gauges</h1><p>${say(1)}</p><ul class="grid">${times(9, (n) => `<li class="card"><a href="/g${n}"><img src="${n}.jpg" alt=""><h3>Gauge number ${n} of brass</h3></a><p class="price">${n}0.00</p><p class="sum">Gauge ${n} holds ${n}20 mm of rain, and stands on its own three feet.</p></li>`)}</ul></main>`,
    ),
    shown: ['Number 1 on', 'Gauge number 1', '10.00', 'Gauge 1 holds', 'Gauge number 9', 'Gauge 9 holds'],
    hidden: AROUND,
  },
  'a report in boxes without paragraphs': {
    html: page(
      'Rain comes back',
      `<div class="c"><h1>Rain comes back</h1><h2 class="sub">The lower bridge is closed from Tuesday on, says the office of the valley.</h2><div class="info"><span>5 March 2024</span> <span>Maren Tern</span></div><div class="body">${times(6, (n) => `<div>${say(n)}</div>${n === 3 ? '<div class="x"><b>Also read:</b> <a href="/z">Why the loaf on Corn Street is dearer again today</a></div><ul><li>The bridge is closed.</li><li>The school is open.</li></ul>' : ''}`)}</div></div>`,
    ),
    shown: [
      'The lower bridge',
      'Number 1 on',
      'Number 3 on',
      'The bridge is closed.',
      'Number 4 on',
      'Number 6 on',
    ],
    hidden: [...AROUND, 'Corn Street'],
  },
  'a forum in tables': {
    html: page(
      'Which gauge? - Board',
      `<div id="wp">${times(4, (n) => `<div id="post_${n}"><table class="plhin"><tr><td class="pls"><div class="pi"><div class="authi"><a href="/u${n}">tern${n}</a></div></div><p><em>Keeper</em></p><dl><dt>Points</dt><dd>54${n}</dd></dl></td><td class="plc"><div class="pi"><div class="authi"><em>Posted 2024-3-${n} 08:00</em></div></div><div class="pct"><table><tr><td class="t_f">${say(n)}<br>Thanks.</td></tr></table></div></td></tr></table></div>`)}</div>`,
    ),
    shown: ['Number 1 on', 'Number 2 on', 'Number 4 on'],
    hidden: AROUND,
  },
  'a thread as machines are given it': {
    html: page(
      'Which gauge? - Talk',
      `<div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="/t/1">Which gauge?</a></h1></div>${times(4, (n) => `<div id="post_${n}" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/${n}"><span itemprop="name">tern${n}</span></a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="2024-03-0${n}T08:00:00Z" class="post-time">March ${n}, 2024, 8:00am</time><span itemprop="position">${n}</span></span></div><div class="post" itemprop="text">${n === 3 ? '<p>It rusts.</p>' : `<p>${say(n)}</p><p>Would you?</p>`}</div><div itemprop="interactionStatistic"><span>${n} Likes</span></div></div>`)}<div class="suggested"><h2>Related topics</h2><ul>${times(5, (n) => `<li><a href="/t${n}">Some other topic with number ${n} in it</a></li>`)}</ul></div></div>`,
    ),
    shown: ['tern1', 'Number 1 on', 'Number 2 on', 'tern3', 'It rusts.', 'tern4', 'Number 4 on'],
    hidden: AROUND,
    title: 'Which gauge?',
  },
  'a page of questions and answers': {
    html: page(
      'Questions on gauges',
      `<main><h1>Questions on gauges</h1>${times(8, (n) => `<div class="accordion-item"><h3><button>What about question ${n}?</button></h3><div class="panel"><p>Answer ${n} is that it depends on the glass, and on who reads it.</p></div></div>`)}</main>`,
    ),
    shown: ['question 1?', 'Answer 1 is', 'question 8?', 'Answer 8 is'],
    hidden: AROUND,
  },
});

// What follows the longest part of a page is part of it, too: short sections, labels of what is sold, marks of notes, folded answers.
Object.assign(KINDS, {
  'a course with short sections below a long one': {
    html: page(
      'Reading gauges | Courses of the valley',
      `<div class="hero"><h1>Reading gauges</h1><p class="course-tagline">Learn to read a gauge in six weeks</p></div><div class="course"><section><h2>About the course</h2><p>${say(1)}</p></section><section><h2>What you learn</h2><ul><li>How to hold the pencil</li><li>How to round</li></ul></section><section><h2>Weeks</h2>${times(4, (n) => `<div class="module"><h3>Week ${n}</h3><p>In week ${n} it rains.</p><ul><li>Film ${n}: the glass</li></ul></div>`)}</section><section><h2>Teacher</h2><div class="teacher"><h3>Ada Wren</h3><p>She has read forty gauges.</p></div></section></div>`,
    ),
    shown: [
      'in six weeks',
      'Number 1 on',
      'hold the pencil',
      'Weeks',
      'Week 1',
      'Film 4',
      'Teacher',
      'Ada Wren',
      'has read forty',
    ],
    hidden: AROUND,
    title: 'Reading gauges',
  },
  'an entry of a wiki': {
    html: page(
      'Salt road - Wiki of the valley',
      `<main><h1>Salt road</h1><div class="output">${paragraphs(2)}<div class="mw-heading"><h2 id="h">History</h2><span class="mw-editsection"><span>[</span><a href="/e">edit</a><span>]</span></span></div>${paragraphs(2, 'the toll')}<p>It was paved in 1740.<sup><a href="#c1">[1]</a></sup></p><div class="mw-heading"><h2>Notes</h2></div><ol><li id="c1">Abel, Roads, page 4.</li></ol></div></main>`,
    ),
    shown: [
      'Number 2 on the rain',
      'History',
      'Number 1 on the toll',
      'paved in 1740.',
      'Notes',
      'Abel, Roads',
    ],
    hidden: [...AROUND, '[edit]'],
  },
  'a house for sale': {
    html: page(
      'House by the mill | Homes',
      `<main><section><h1>House by the mill</h1><p class="address">12 Mill Lane, Lower Bridge</p><div class="price">240,000</div></section><section><h2>Description</h2>${paragraphs(2, 'the mill')}</section><section><h2>Facts</h2><table><tr><th>Built in</th><td>1931</td></tr><tr><th>Heating</th><td>Wood stove</td></tr></table></section></main>`,
    ),
    shown: ['12 Mill Lane', '240,000', 'Number 1 on the mill', 'Facts', '1931', 'Wood stove'],
    hidden: AROUND,
  },
  'answers folded below buttons': {
    html: page(
      'Delivery | Gauges',
      `<main><h1>Delivery</h1>${times(7, (n) => `<div class="item"><button aria-expanded="false" aria-controls="a${n}"><span>May I choose day ${n} of the week?</span></button><div id="a${n}" hidden><p>Yes, in step ${n} of the order, where the days stand.</p></div></div>`)}</main>`,
    ),
    shown: ['choose day 1', 'Yes, in step 1', 'choose day 7', 'Yes, in step 7'],
    hidden: AROUND,
  },
  'a report with hashed names': {
    html: page(
      'Ferries stay in port | Coast',
      `<div class="Page_x1"><div class="Head_x2"><h1>Ferries stay in port</h1><div class="Head_deck__x3">Islanders run out of flour</div><div class="By_x4"><span>By</span> <a rel="author" href="/a">Tova Lind</a></div></div><div class="Body_x5"><figure><img src="f.jpg" alt=""><figcaption>The quay on Monday</figcaption></figure>${paragraphs(4)}<p>With news agencies</p></div></div>`,
    ),
    shown: ['run out of flour', 'The quay on Monday', 'Number 1 on', 'Number 4 on', 'With news agencies'],
    hidden: [...AROUND, 'Tova'],
    byline: 'Tova Lind',
  },
  'comments in a table': {
    html: page(
      'Ropes',
      `<table><tr><td><table class="tree">${times(6, (n) => `<tr class="athing" id="c${n}"><td><table><tr><td class="ind"><img src="s.gif" height="1" width="${n}0"></td><td class="default"><div><span class="head"><a class="hnuser" href="user?id=h${n}">heron${n}</a> <span class="age">${n} hours ago</span></span></div><div class="comment"><div class="text">${n === 4 ? 'No, nylon' : `${say(n)}<p>${say(n + 10)}</p>`}</div></div></td></tr></table></td></tr>`)}</table></td></tr></table>`,
    ),
    shown: ['heron3', 'Number 3 on', 'heron4', 'No, nylon', 'heron5', 'Number 5 on'],
    hidden: [...AROUND, 'hours ago'],
  },
});

function read(html: string) {
  const dom = new DOMParser().parseFromString(html, 'text/html');
  const reading = extractReading(dom, { hostname: 'ledger.example', direction: 'ltr', plainText: false });
  return { reading, text: reading?.body.textContent?.replace(/\s+/g, ' ') ?? '' };
}

test.each(Object.entries(KINDS))('%s', (_, { html, shown, hidden, title, byline, published }) => {
  const { reading, text } = read(html);
  const places = shown.map((each) => ({ each, isShown: text.includes(each) }));
  expect(places.filter(({ isShown }) => !isShown)).toEqual([]);
  expect(shown.map((each) => text.indexOf(each))).toEqual(
    shown.map((each) => text.indexOf(each)).sort((a, b) => a - b),
  );
  expect(hidden.filter((each) => text.includes(each))).toEqual([]);
  if (title) expect(reading?.title).toBe(title);
  if (byline) expect(reading?.byline).toBe(byline);
  if (published) expect(reading?.published?.toISOString()).toContain(published);
});

// A sentence and half of one for each: the letters of the script matter, not what is said.
const SCRIPTS: Record<string, { sentence: string; lang: string; direction: string }> = {
  Arabic: {
    lang: 'ar',
    direction: 'rtl',
    sentence:
      'في السادسة والنصف من كل صباح تمشي إلى آخر الحديقة ومعها مصباح وقلم مربوط بخيط، ثم تكتب ما نزل من المطر في الليل. ',
  },
  Persian: {
    lang: 'fa',
    direction: 'rtl',
    sentence:
      'هر روز ساعت شش و نیم صبح با چراغ قوه و مدادی که به نخ بسته است تا ته باغ می‌رود و باران شب گذشته را یادداشت می‌کند. ',
  },
  Hindi: {
    lang: 'hi',
    direction: 'ltr',
    sentence:
      'हर सुबह साढ़े छह बजे वह टॉर्च और डोरी से बँधी पेंसिल लेकर बगीचे के आख़िर तक जाती है और रात की बारिश लिख लेती है। ',
  },
  Chinese: {
    lang: 'zh',
    direction: 'ltr',
    sentence: '每天清晨六点半，她都会拿着手电筒和一支系着绳子的铅笔走到花园尽头，把昨夜的雨量记在本子上。',
  },
  Thai: {
    lang: 'th',
    direction: 'ltr',
    sentence: 'ทุกเช้าเวลาหกโมงครึ่งเธอเดินไปสุดสวนพร้อมไฟฉายและดินสอที่ผูกเชือกไว้แล้วจดปริมาณน้ำฝนของเมื่อคืนลงในสมุด ',
  },
};

test.each(Object.entries(SCRIPTS))(
  'a short report in %s beside many headlines',
  (_, { sentence, lang, direction }) => {
    const body = times(5, (n) => `<p>${n}${sentence.repeat(2)}</p>`);
    const beside = times(
      14,
      (n) => `<div class="item"><h3><a href="/n${n}">${sentence.slice(0, 40)} ${n * 111}</a></h3></div>`,
    );
    const { reading, text } = read(
      page(
        'X',
        `<div class="wrap"><div class="story"><h1>${sentence.slice(0, 20)}</h1><div class="story-text">${body}</div></div><div class="side">${beside}</div></div>`,
      ).replace('lang="en"', `lang="${lang}"`),
    );
    expect(reading).toMatchObject({ state: 'article', language: lang, direction });
    for (const n of [1, 2, 3, 4, 5]) expect(text).toContain(`${n}${sentence.trim()}`);
    expect(text).not.toContain('1443');
    for (const word of AROUND) expect(text).not.toContain(word);
  },
);
