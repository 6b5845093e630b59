// Texts with places in them that links lead to, and a text in numbered parts.
import { html } from '../reply.ts';
import { plain, type Specials } from './plain.ts';

/** Each is another one, so that a place can be told by its words. */
const note = (about: string, at: number): string =>
  `<p>Note ${at} on ${about}: it was taken at half past six, before the gate was opened, by whoever of the forty neighbours had the key that week. The water stood ${30 + at} hands below the wall, which is what the book of the mill says of the same day as well, and nobody has found a reason to doubt it since.</p>`;
const notes = (about: string, from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => note(about, from + at)).join('\n');

const contents = `<div id="toc" class="toc"><ul><li><a href="#sill">1 The sill</a></li><li><a href="#letter">2 The letter</a></li><li><a href="#the%20end">3 The end</a></li></ul></div>`;
const footnotes = `<section class="footnotes"><ol><li id="fn1">Oakhollow, Weirs, page 12. <a href="#ref1">↩</a></li></ol></section>`;
const measured = `${contents}${note('the gauge', 1).replace('</p>', '<sup><a href="#fn1" id="ref1">1</a></sup></p>')}
${notes('the gauge', 2, 12)}<h2 id="sill">The sill</h2>${notes('the sill', 14, 12)}
<div class="newsletter" id="letter"><form action="/join"><label>Our letter <input type="email" name="mail"></label><button>Join</button></form></div>
${notes('the letter', 26, 12)}<h2 id="the end">The end</h2>${notes('the end', 38, 3)}${footnotes}`;

/** Letters and digits that do not compress below three quarters. */
function scramble(count: number): string {
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'[seed >>> 26];
  }).join('');
}
/** A script of 60 KB, compressed. */
const SCRIPT_CHARS = 80_000;

/** So many parts the long text has. */
const PARTS = 4;

export const parts: Specials = {
  places: ({ places }) =>
    html(plain({ places, title: 'How the weir was measured', body: measured, files: false })),
  'script-first': ({ places }) =>
    html(
      plain({
        ...{ places, title: 'Behind a long script', files: false },
        head: `<script>window.__state="${scramble(SCRIPT_CHARS)}"</script>`,
      }),
    ),
  'in-parts': ({ places, url }) => {
    const at = Number(url.searchParams.get('page') ?? 1);
    const pages = Array.from({ length: PARTS }, (_, number) => number + 1).map((number) =>
      number === at ? `<b>${number}</b>` : `<a href="/special/in-parts?page=${number}">${number}</a>`,
    );
    const next = at < PARTS ? ` <a rel="next" href="/special/in-parts?page=${at + 1}">Next page</a>` : '';
    const body = `${notes(`part ${at}`, at * 10, 5)}<nav class="pages">Page ${at} of ${PARTS}: ${pages.join(' ')}${next}</nav>`;
    return html(plain({ places, title: 'The weir in four parts', body, files: false }));
  },
};
