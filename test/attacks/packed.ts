// Attacks in what Light unpacks: shadow roots, frames with their own HTML, templates and noscripts. What is unpacked is made safe as all else is.
import { type Row, toAttacks } from './attack.ts';

const IMG = '<img src=x: onerror=RUN>';
const QUOTED = '&lt;img src=x: onerror=RUN&gt;';
const LONG =
  'The lamp was lit at seven, and the boat came in at nine with its oars across the bow, as on every evening of that long and windless week of the year.';

const rows: readonly Row[] = [
  [
    'a shadow root with a picture',
    `<div><template shadowrootmode="open">${IMG}<p>${LONG}</p></template></div>`,
  ],
  [
    'a shadow root with a script',
    `<div><template shadowrootmode="open"><script>RUN</script><p>${LONG}</p></template></div>`,
  ],
  [
    'a shadow root with a style',
    '<div><template shadowrootmode="open"><style>@import "ASK";:host{position:fixed;inset:0}</style><slot></slot></template><p>x</p></div>',
  ],
  ['a shadow root by its old name', `<div><template shadowroot="open">${IMG}</template></div>`],
  ['a closed shadow root', `<div><template shadowrootmode="closed">${IMG}</template></div>`],
  [
    'a shadow root in a shadow root',
    `<div><template shadowrootmode="open"><div><template shadowrootmode="open">${IMG}</template></div></template></div>`,
  ],
  [
    'a slot that takes a handler',
    '<div><template shadowrootmode="open"><slot onslotchange=RUN name=a></slot></template><p slot=a onclick=RUN>x</p></div>',
  ],
  [
    'a slot named as a property',
    '<div><template shadowrootmode="open"><slot name="__proto__"></slot><slot name="constructor"></slot></template><p slot="__proto__" onclick=RUN>x</p></div>',
  ],
  [
    'a part that the view styles',
    '<div><template shadowrootmode="open"><div part="body" data-part="body" data-light="view" onclick=RUN>x</div></template></div>',
  ],
  ['a template without end', '<div><template shadowrootmode="open"><p onclick=RUN>x'],
  ['a frame that runs', `<iframe srcdoc="<p>${LONG}</p><img src=x: onerror=parent.RUN>"></iframe>`, 'runs'],
  ['a frame with a script', `<iframe srcdoc="<script>parent.RUN</script><p>${LONG}</p>"></iframe>`, 'runs'],
  ['a frame that asks', `<iframe srcdoc="<img src='ASK'><p>${LONG}</p>"></iframe>`, 'asks'],
  [
    'a frame with a link that runs',
    `<iframe srcdoc="<p><a href='javascript:parent.RUN'>x</a> ${LONG}</p>"></iframe>`,
  ],
  [
    'a frame with a base elsewhere',
    `<iframe srcdoc="<base href='https://evil.example/'><p><a href='/pay' onclick=RUN>x</a> ${LONG}</p>"></iframe>`,
  ],
  [
    'a frame that loads itself again',
    `<iframe srcdoc="<meta http-equiv=refresh content='0;url=ASK'><p>${LONG}</p>"></iframe>`,
    'asks',
  ],
  [
    'a frame in a frame',
    `<iframe srcdoc="<p>${LONG}</p><iframe srcdoc='&amp;lt;img src=x: onerror=parent.parent.RUN&amp;gt;'></iframe>"></iframe>`,
  ],
  [
    'a frame quoted twice',
    `<iframe srcdoc="&lt;p onclick=RUN&gt;${LONG}&amp;lt;img src=x: onerror=RUN&amp;gt;&lt;/p&gt;"></iframe>`,
  ],
  [
    'a frame with an address that runs',
    '<iframe src="javascript:parent.RUN" width=900 height=900 title="Read on"></iframe>',
    'runs',
  ],
  ['a frame of data', '<iframe src="data:text/html,<script>RUN</script>" width=900 height=900></iframe>'],
  ['a template with a picture', `<template id="story">${IMG}<p>${LONG}</p></template>`],
  ['a template that closes early', `<template><p>x</p></template></template>${IMG}`, 'runs'],
  ['a text template', `<script type="text/template"><p onclick=RUN>${LONG}</p>${IMG}</script>`],
  ['a text template that closes early', `<script type="text/template"><p>x</script>${IMG}`, 'runs'],
  [
    'a noscript that is text where scripts run',
    `<noscript><p title="</noscript>${IMG}">x</p></noscript>`,
    'runs',
  ],
  [
    'a noscript with a picture that runs',
    `<noscript><img src="x:" onerror=RUN alt="x" width=600 height=400></noscript>`,
  ],
  ['a noscript with a comment', `<noscript><!--</noscript>${IMG}--></noscript>`, 'runs'],
  ['a noscript that is quoted', `<noscript>${QUOTED}</noscript>`],
  ['a textarea that a theme unpacks', `<textarea hidden><p onclick=RUN>${LONG}</p>${QUOTED}</textarea>`],
  [
    'a streamed part',
    `<div hidden id="S:0"><p onclick=RUN>${LONG}</p>${IMG}</div><template id="B:0"></template>`,
    'runs',
  ],
  [
    'a part that is its own place',
    '<div hidden id="S:1"><template id="B:1"></template><p onclick=RUN>x</p></div>',
  ],
  ['a folded part', `<section hidden="until-found" onbeforematch=RUN><p>${LONG}</p></section>`],
  [
    'a panel whose label is markup',
    '<div role="tablist"><button role="tab" id="tab9"><b onclick=RUN>x</b></button></div><div role="tabpanel" aria-labelledby="tab9" hidden><p onclick=RUN>y</p></div>',
  ],
  ['a mark of what is hidden', `<div data-light-unseen="shut"><p onclick=RUN>${LONG}</p></div>`],
  [
    'an address behind a script that is markup',
    '<a data-cfemail="13236f7a7e74336061702e6b29337c7d7661617c612e61727d3b2a3a2d53" href="javascript:RUN">x</a>',
  ],
  [
    'an address behind a script that runs',
    '<a href="/cdn-cgi/l/email-protection#2a404b5c4b59495843405e104b464f585e021b036a" onclick=RUN>x</a>',
  ],
];

export const packed = toAttacks('packed', rows);
