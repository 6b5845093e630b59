// Pages that are slow, and would hide, distort or silence the question.
import { html, type Places } from '../reply.ts';
import { plain, type Special, type Specials } from './plain.ts';

/** A script that never comes, where the parser waits for it. */
const waits = ({ never }: Places): string => `<script src="${never}/tag.js"></script>`;

/** A page whose head does something and then waits for ever. */
const stuckHead =
  (title: string, head: string): Special =>
  ({ places }) =>
    html(plain({ places, title, head: head + waits(places), files: false }));

/** A page that has come as far as its first screen, laid out as its head and that screen say, and waits for ever. */
const stuckBody =
  (title: string, head: string, before: string): Special =>
  ({ places }) =>
    html(plain({ places, title, head, before: before + waits(places), files: false, viewport: false }));

const PHONE = '<meta name="viewport" content="width=device-width, initial-scale=1">';

const NAMES = 'paper ink soft press accent back text line'.split(' ');
const REACHES_IN = `<style>
${NAMES.map((name) => `@property --${name}{syntax:"<length>";inherits:false;initial-value:0px}`).join('')}
:root,[data-light],[data-light]::part(body),[data-light] *{${NAMES.map((name) => `--${name}:#fff!important`).join(';')}}
[data-light]{color:#fff!important;background:#fff!important;font-size:3px!important;opacity:0!important;zoom:.1;direction:rtl!important}
[data-light]::part(section),[data-light]::part(title),[data-light]::part(body){display:none!important}
</style>`;

const STOPS = `<script>
for(const name of ["click","mousedown","mouseup","pointerdown","pointerup","keydown","keyup","keypress"])
addEventListener(name,function(event){event.stopImmediatePropagation();event.preventDefault()},true)
</script>`;

const rows = Array.from({ length: 4000 }, (_, at) => `"row ${(at * 7919) % 100_003}"`).join(',');

export const question: Specials = {
  'reaches-in': stuckHead('A style for everything', REACHES_IN),
  'stops-events': stuckHead('No event gets through', STOPS),
  'malformed-addresses': stuckHead(
    'Addresses that are none',
    '<base href="//"><script src="https://"></script>',
  ),
  'import-never': ({ places }) =>
    html(
      plain({
        places,
        title: 'A sheet that imports another',
        head: `<style>@import url("${places.never}/fonts.css");</style>`,
        files: false,
      }),
    ),
  'same-names': stuckBody(
    'Names that others use',
    PHONE,
    '<div data-light="prompt" id="lightWorld">Ours</div>',
  ),
  wide: stuckBody('Wider than the screen', PHONE, '<div style="width:1600px;height:2600px">A banner.</div>'),
  'fixed-width': stuckBody(
    'Made for a desk',
    '<meta name="viewport" content="width=1190">',
    '<p>A desk.</p>',
  ),
  'stuck-no-viewport': stuckBody('Made long ago', '', '<p>Long ago.</p>'),
  'long-name': ({ places }) =>
    html(
      plain({ places, title: 'A long name', head: waits(places), files: false }).replace(
        'content="The Morning Ledger"',
        'content="The Morning and Evening Ledger of Rivers"',
      ),
    ),
  // All of its text, and then fifty kilobytes of a script that stands in the page.
  'script-inline': ({ places }) =>
    html(
      plain({
        places,
        title: 'Data at the end',
        after: `<script>window.rows=[${rows}]</script>`,
        files: false,
      }),
    ),
};
