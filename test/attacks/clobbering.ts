// Attacks by DOM clobbering: elements that take the place of properties by their names.
import { type Row, toAttacks } from './attack.ts';

const IMG = '<img src=x: onerror=RUN>';
const form = (...names: string[]) =>
  `<form>${names.map((name) => `<input name=${name}>`).join('')}${IMG}<p onclick=RUN>a</p></form>`;

const rows: readonly Row[] = [
  ['the children of a form', form('childNodes'), 'runs'],
  ['the first child of a form', form('firstChild', 'firstElementChild'), 'runs'],
  ['the next node of a form', form('nextSibling', 'nextElementSibling'), 'runs'],
  ['the parent of a form', form('parentNode', 'parentElement'), 'runs'],
  ['the attributes of a form', form('attributes', 'getAttribute', 'setAttribute', 'hasAttribute'), 'runs'],
  ['the removal of attributes', form('removeAttribute', 'removeAttributeNode'), 'runs'],
  ['the name of a form', form('nodeName', 'localName', 'tagName', 'namespaceURI'), 'runs'],
  ['the kind of a form', form('nodeType', 'nodeValue'), 'runs'],
  ['the text of a form', form('textContent', 'innerText', 'innerHTML', 'outerHTML'), 'runs'],
  ['the document of a form', form('ownerDocument', 'baseURI', 'isConnected'), 'runs'],
  [
    'the questions to a form',
    form('querySelectorAll', 'querySelector', 'matches', 'closest', 'contains'),
    'runs',
  ],
  [
    'the changes of a form',
    form('remove', 'removeChild', 'appendChild', 'insertBefore', 'replaceWith'),
    'runs',
  ],
  ['the copy of a form', form('cloneNode', 'append', 'normalize'), 'runs'],
  ['the style of a form', form('style', 'className', 'classList', 'id', 'dir', 'lang', 'title'), 'runs'],
  ['the elements of a form, by id', `<form><input id=childNodes><input id=attributes>${IMG}</form>`, 'runs'],
  [
    'the elements of a form, from outside',
    `<form id=f1></form><input form=f1 name=childNodes>${IMG}`,
    'runs',
  ],
  ['a picture in a form', `<form><img name=childNodes src=x: onerror=RUN></form>`, 'runs'],
  ['a field set', `<form><fieldset name=attributes>${IMG}</fieldset></form>`, 'runs'],
  ['an object in a form', `<form><object name=firstChild></object>${IMG}</form>`, 'runs'],
  ['two fields of a name', `<form><input name=attributes><input name=attributes>${IMG}</form>`, 'runs'],
  ['the window', '<a id=DOMParser>a</a><a id=Reflect>b</a><a id=Element>c</a><a id=location>d</a>'],
  ['the extension', '<a id=browser>a</a><a id=chrome>b</a><a id=chrome name=i18n>c</a>'],
  [
    'the state of Light',
    '<a id=lightWorld name=view>a</a><a id=lightWorld name=command>b</a><a id=FIREFOX>c</a>',
  ],
  ['a chain of names', '<form id=config><output name=url>https://a.example/</output></form>'],
  ['a chain of frames', '<iframe name=config srcdoc="<a id=url href=https://a.example/>a</a>"></iframe>'],
  ['the prototype', '<a id=__proto__>a</a><a name=constructor>b</a><p id=hasOwnProperty>c</p>'],
  ['the parts of the view', '<div id=view data-part=body class=bar name=main><p class=gone>a</p></div>'],
  [
    'a view in the view',
    '<div data-light=view data-state=article><p id=a>a</p></div><div data-light=prompt></div><i id=b>b</i>',
  ],
];

export const clobbering = toAttacks('clobbering', rows);
