// Names of places that a page chooses, to be taken for something else: the view tells places by names of its own making.
import { type Row, toAttacks } from './attack.ts';

const rows: readonly Row[] = [
  ['a place named as the body', '<p id="body">x</p><a href="#body">y</a>'],
  ['a place named as a property', '<p id="__proto__">x</p><a href="#__proto__" onclick=RUN>y</a>'],
  [
    'a place that ends a selector',
    `<p id='"]),*,[data-place~="'>x</p><a href='#"]),*,[data-place~="' onclick=RUN>y</a>`,
  ],
  ['a place with a line in it', '<p id="a\nb c" onclick=RUN>x</p><a href="#a%0Ab%20c">y</a>'],
  ["a name of the view's own", '<p data-place="1013lckyqf0" onclick=RUN>x</p><a href="#end">y</a>'],
  ['a note of moved places', '<p data-light-places="end%20x %00 %E0%A4%A" onclick=RUN>x</p>'],
  [
    'moved places without end',
    `<p data-light-places="${Array.from({ length: 400 }, (_, at) => `p${at}`).join(' ')}" onclick=RUN>x</p>`,
  ],
  ['a place with a very long name', `<p id="${'n'.repeat(5000)}" onclick=RUN>x</p>`],
  ['a fragment that runs', '<a href="#" onclick=RUN>x</a><a href="javascript:RUN#end">y</a>'],
  ['a fragment with markup', '<a href="#<img src=x: onerror=RUN>" onfocus=RUN>x</a>'],
  ['a fragment that asks', '<a href="#:~:text=a" ping="ASK" onclick=RUN>x</a>'],
  ['a name that is a place', '<a name="end" onclick=RUN>x</a><a name="end" onclick=RUN>y</a>'],
  ['a way on that runs', '<a rel="next" href="javascript:RUN">Next page</a>'],
  [
    'a way on that asks',
    '<a rel="next prefetch" href="/x" ping="ASK" onclick=RUN>Next page</a><link rel="next prefetch" href="ASK">',
  ],
];

export const places = toAttacks('place', rows);
