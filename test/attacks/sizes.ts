// Attacks by size: content that is nothing but too much.
import type { Attack } from './attack.ts';

const deep = (name: string, levels: number) =>
  `${`<${name}>`.repeat(levels)}the bottom${`</${name}>`.repeat(levels)}`;

/** Big HTML is made when it is asked for: `size` 10,000 is that many levels, attributes and links, and ten times as many nodes. */
export const toSizes = (size: number): Attack[] =>
  Object.entries({
    'blocks in each other': `${deep('div', size)}<p id=a>a</p>`,
    'quotations in each other': `${deep('blockquote', size)}<p id=a>a</p>`,
    'formattings never closed': `${'<b>'.repeat(size)}a<p id=a>a</p>`,
    'fonts of different colours': `${Array.from({ length: size / 20 }, (_, at) => `<font color=${at}>`).join('')}a<p>b<p>c`,
    'tables in each other': `${'<table><tr><td>'.repeat(size / 5)}a<p id=a>a</p>`,
    'unknown elements in each other': deep('x-a', size),
    'ten times as many nodes': '<i class=a>a</i>'.repeat(size * 5),
    'an attribute a hundred times as long': `<p title="${'a'.repeat(size * 100)}" class="${'b'.repeat(size * 100)}">a</p>`,
    'a word a hundred times as long': `<p id=a>${'a'.repeat(size * 100)}</p>`,
    attributes: `<p ${Array.from({ length: size }, (_, at) => `a${at}=b`).join(' ')}>a</p>`,
    links: '<a href="https://a.example/" target=a>a</a>'.repeat(size),
  }).map(([name, html]) => ({ name: `size: ${name}`, html }));
