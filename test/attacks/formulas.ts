// Formulas that hold more than a formula. The sanitiser lets MathML through: nothing else may come with it, nor out of it when it is read again.
import { type Row, toAttacks } from './attack.ts';

const IMG = '<img src=x: onerror=RUN>';
const LATE = '&lt;img src=x: onerror=RUN&gt;';

const rows: readonly Row[] = [
  ['an event on a formula', '<math onclick=RUN><mi>x</mi></math>'],
  ['an event on a part of it', '<math><mi onmouseover=RUN>x</mi><mo onfocus=RUN tabindex=0>=</mo></math>'],
  ['an event that needs nobody', '<math><mtext><img src=x: onerror=RUN></mtext></math>', 'runs'],
  ['a link in a formula', '<math href="javascript:RUN"><mi>x</mi></math>'],
  ['a link on a part', '<math><mrow xlink:href="javascript:RUN"><mi>x</mi></mrow></math>'],
  [
    'an action',
    '<math><maction actiontype="statusline" xlink:href="javascript:RUN"><mi>x</mi><mtext>y</mtext></maction></math>',
  ],
  ['a script in a formula', '<math><mi><script>RUN</script>x</mi></math>'],
  ['a picture that is a letter', '<math><mtext><mglyph src="ASK" alt="x"></mglyph></mtext></math>'],
  ['a style on a formula', '<math style="background:url(ASK)"><mi>x</mi></math>', 'asks'],
  [
    'a style on a part',
    '<math><mrow style="background:url(ASK);display:block"><mi>x</mi></mrow></math>',
    'asks',
  ],
  ['a class that the view knows', '<math class="picture"><mi class="bar">x</mi></math>'],
  [
    'a formula over the window',
    '<math style="position:fixed;inset:0"><mspace width="99999em" height="99999em"/></math>',
  ],
  [
    'room without end',
    '<math><mpadded width="+9999em" lspace="-9999em" voffset="-999em"><mtext>Pay here</mtext></mpadded></math>',
  ],
  [
    'a line as thick as the window',
    '<math><mfrac linethickness="9999px"><mi>a</mi><mi>b</mi></mfrac></math>',
  ],
  [
    'a background by its own name',
    '<math mathbackground="red" mathcolor="white" mathsize="900%"><mi>x</mi></math>',
  ],
  [
    'HTML in an annotation',
    `<math><semantics><mi>x</mi><annotation-xml encoding="text/html">${IMG}</annotation-xml></semantics></math>`,
    'runs',
  ],
  [
    'TeX that is HTML when it is read again',
    `<math><semantics><mrow></mrow><annotation encoding="application/x-tex">${LATE}</annotation></semantics></math>`,
  ],
  ['words that are HTML when they are read again', `<math alttext="${LATE}"></math>`],
  ['TeX of a script that is HTML', `<script type="math/tex"><b onclick=RUN>${IMG}</b></script>`],
  ['a type that only begins like TeX', '<script type="math/tex" src="ASK">RUN</script>'],
  ['a table that breaks out', `<math><mtext><table><tr><td>${IMG}</td></tr></table></mtext></math>`, 'runs'],
  [
    'a style that swallows what follows',
    `<math><mtext><style><!--</style>${IMG}<!--></style></mtext></math>`,
    'runs',
  ],
  [
    'a drawing in a formula',
    `<math><mtext><svg><foreignObject>${IMG}</foreignObject></svg></mtext></math>`,
    'runs',
  ],
  ['a drawing that asks', '<math><mtext><svg><image href="ASK"/></svg></mtext></math>', 'asks'],
  [
    'a form in a formula',
    '<math><mtext><form action="ASK"><input name=pin><button formaction="javascript:RUN">x</button></form></mtext></math>',
  ],
  [
    'a formula in a formula in a formula',
    `<math><mi><math><mi><math><mtext>${IMG}</mtext></math></mi></math></mi></math>`,
    'runs',
  ],
  ['parts without a formula', '<p><mi onclick=RUN>x</mi><mtext style="position:fixed">y</mtext></p>'],
  [
    'what is not to be seen',
    '<math><mphantom><mtext><a href="javascript:RUN">x</a></mtext></mphantom></math>',
  ],
  ['an element of no notation', '<math><mevil onclick=RUN><mi>x</mi></mevil></math>'],
];

export const formulas = toAttacks('formula', rows);
