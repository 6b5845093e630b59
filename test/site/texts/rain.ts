// The flagship article: every kind of block that an article may hold.
import type { Article } from './article.ts';

export const rain: Article = {
  path: '/science/the-valley-that-counts-its-own-rain',
  lang: 'en',
  direction: 'none',
  section: 'Science',
  sectionPath: '/science/',
  title: 'The valley that counts its own rain',
  standfirst:
    'When the weather service closed its last station in the Upper Tessel, forty households took over the measuring. Six years on, their notebooks are better than the machine they replaced.',
  author: 'Maren Oakhollow',
  published: '2026-11-12T06:30:00+00:00',
  minutes: 5,
  lead: {
    name: 'tessel-morning',
    alt: 'A copper rain gauge on a fence post above a valley filled with mist',
    caption: 'Gauge 14, on the Haldane farm, has missed two mornings in six years. Both were funerals.',
  },
  body: ({ picture, callToAction, portal }) => `
<p>At half past six every morning, before she lets the hens out, Ilse Haldane walks to the end of her garden with a torch and a pencil on a string. She lifts the funnel off a copper cylinder, pours what she finds there into a glass tube, holds the tube level with her eyes, and writes one number in a school exercise book. Then she sends it to her neighbours. She has done this on 2,196 of the past 2,198 days.</p>
<p>Across the Upper Tessel, thirty-nine other people are doing the same. A retired bus driver reads the gauge by the weir. Two sisters, nine and twelve, read the one behind the school. The monks at Saint Orrin read theirs after the first office of the day and, according to the woman who collects the figures, are the only ones who have never once rounded up.</p>
<p>Together they run what may be the densest network of rain gauges of any valley on the continent. Nobody pays them. Nobody asked them to start. And in September, a team of hydrologists at the University of Carrow reported that the figures are good enough to give the towns downstream almost three hours' more warning of a flood than they had when the state did the measuring.</p>
<h2>A station closes</h2>
<p>The story begins with a letter. In the spring of 2020 the national weather service told the district council that the automatic station at Tessel Bridge, installed in 1987, would be switched off and not replaced. It had been failing for years. Birds nested in it, and its modem spoke to a telephone exchange that no longer existed. The nearest working station would be at Carrow airport, 41 kilometres away and on the other side of a ridge.</p>
<p>“They were quite polite about it,” says Tobiah Renn, who was clerk to the council at the time. “They said that satellites now saw everything. I looked out of the window, and I could not see the far bank of the river, and I thought: I wonder what the satellite makes of this.”</p>
<p>The valley is narrow and steep, and its weather is made on the spot. A cloud can empty itself over one farm and leave the next one dry. That summer a storm which the radar had marked as a light shower put 61 millimetres of water on Saint Orrin in ninety minutes and took away the footbridge, eleven beehives and a parked van.</p>
${picture({ name: 'saint-orrin-bridge', alt: 'The stone footings of a bridge standing in brown floodwater', caption: 'What was left of the footbridge at Saint Orrin in August 2020. The gauge beside it was never found.' })}
<h2>Copper, glass and a pencil</h2>
<p>Renn had kept the plans of the gauge that his grandfather used. He took them to the metalwork teacher at the secondary school, and by the following March the oldest pupils had made forty of them. The design has hardly changed since the nineteenth century, and the rules that go with it fit on one side of a card:</p>
<ul>
<li>Stand the gauge in the open, at least twice as far from any tree as the tree is tall.</li>
<li>Read it at half past six, winter and summer, and never later than seven.</li>
<li>Write the number in the book before you tell it to anyone.</li>
<li>If you did not read it, write that you did not. Do not guess.</li>
</ul>
<p>The last rule matters most, says Dr Amadi Sorrel, who led the study at Carrow. A missing number does a model little harm. An invented one can spoil a month. When her students compared the exercise books with the sheets of the old station, they found gaps in both, but only the station had filled its own with zeros.</p>
<blockquote><p>A machine that has broken tells you that it has not rained. A person who has overslept tells you that they have overslept. I know which of the two I would rather build a flood warning on.</p><footer>Dr Amadi Sorrel, University of Carrow</footer></blockquote>
<p>The readings travel by whatever is at hand. Where there is a signal they go as text messages; from the four farms at the head of the valley they go by short-wave radio to the monastery, which passes them on. The format was settled in an evening in the back room of the Ferryman, and it has to fit on one line:</p>
<pre><code>GAUGE 14 / 0630 / 12.4 MM / CLEAR / HALDANE</code></pre>
${callToAction('The valley, every Friday', 'One letter a week on weather, water and the people who measure them. It is plain text and it is free.')}
<h2>What the books say</h2>
<p>By seven o'clock the figures are on a sheet of paper at the council office and in a table on a computer at the university. A map is drawn by half past. For most of the year hardly anybody looks at it. On the night of the third of February this year, when the Tessel rose by two metres in the dark, the siren in Lower Carrow sounded at ten past one. Under the old arrangement, the study found, it would have sounded at five to four.</p>
<p>The table below, taken from the report, sets the two side by side for the five largest floods since the books began.</p>
<table>
<caption>Warning time before the river reached the first houses of Lower Carrow</caption>
<thead><tr><th>Flood</th><th>Airport station alone</th><th>With the valley's gauges</th><th>Gauges read</th></tr></thead>
<tbody>
<tr><td>October 2021</td><td>35 minutes</td><td>2 hours 10 minutes</td><td>37 of 40</td></tr>
<tr><td>January 2023</td><td>1 hour 5 minutes</td><td>3 hours 20 minutes</td><td>40 of 40</td></tr>
<tr><td>March 2024</td><td>none</td><td>1 hour 45 minutes</td><td>38 of 40</td></tr>
<tr><td>November 2025</td><td>50 minutes</td><td>4 hours</td><td>39 of 40</td></tr>
<tr><td>February 2026</td><td>20 minutes</td><td>3 hours 5 minutes</td><td>36 of 40</td></tr>
</tbody>
</table>
<p>The weather service has taken note. A spokesman said that it “warmly welcomes the contribution of volunteers” and that talks about a new automatic station are under way. In the valley the news was met without excitement. The talks, Renn points out, have been under way since before the footbridge was rebuilt; readers who remember <a href="/world/the-night-train-comes-back-to-the-salt-coast">the long wait for the salt coast's night train</a> will know the tone.</p>
${picture({ name: 'exercise-books', alt: 'A shelf of school exercise books with dates on their spines', caption: 'Six years of mornings, in the council office at Tessel Bridge.' })}
<h3>A habit, not a project</h3>
<p>Other districts have come to look. Some went home and wrote a strategy. The one that has copied the scheme with success, a string of villages on the Marl, did so by asking a single question of everyone who offered to help: what do you already do at half past six? Those who had an answer were given a gauge. The <a href="${portal}/special/cross-link">full list of volunteer networks</a> is kept by the Rivers Portal.</p>
<p>Haldane, who is 74, doubts that there is any secret to it. She was never interested in the weather, she says, and is not especially interested now. But she knows that four streets of people whom she has never met go to sleep on the strength of her number, and that it would be a strange thing to leave a gap in the book for no better reason than rain.</p>
<p>On the morning we visit there is nothing in the tube at all. She tilts it to the light to be certain, and writes it down: nought point nought. Then she goes to see about the hens.</p>`,
  comments: [
    {
      author: 'Perrin of Lower Carrow',
      text: 'Ours was one of the four streets. We had time to carry the piano upstairs. Thank you, gauge 14.',
    },
    {
      author: 'wet_boots',
      text: 'Does anybody know whether the school still makes them? I would happily pay for the copper.',
    },
    {
      author: 'J. Amberly',
      text: 'My father read a gauge for thirty years and always said the same about guessing. Write that you did not look.',
    },
    {
      author: 'Osk',
      text: 'The state saves the price of one station and gets forty for nothing. Somebody will call that a model.',
    },
  ],
  gallery: [
    {
      name: 'gallery-weir',
      alt: 'The weir at Tessel Bridge',
      caption: 'The weir, where gauge 3 is read by a retired bus driver.',
    },
    {
      name: 'gallery-school',
      alt: 'Two girls beside a rain gauge',
      caption: 'Gauge 22 belongs to two sisters and, on Sundays, to their dog.',
    },
    {
      name: 'gallery-monks',
      alt: 'A monastery courtyard in the rain',
      caption: 'The monks of Saint Orrin have never rounded up.',
    },
    {
      name: 'gallery-map',
      alt: 'A hand-drawn map of the valley',
      caption: 'The map of the day is drawn by half past seven.',
    },
    {
      name: 'gallery-siren',
      alt: 'A siren on the roof of a fire station',
      caption: 'The siren in Lower Carrow.',
    },
    { name: 'gallery-hens', alt: 'Four hens on wet grass', caption: 'The hens.' },
  ],
};
