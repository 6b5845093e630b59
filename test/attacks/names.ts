// Elements whose names hide what code asks a whole document for. They blind the stories too, where they stand in a live page.
import { type Row, toAttacks } from './attack.ts';

const rows: readonly Row[] = [
  ['the body of the page', '<form name=body></form>'],
  ['the maker of documents', '<img name=implementation><embed name=createElement>'],
  [
    'the questions to the page',
    '<img name=querySelectorAll><img name=querySelector><img name=getElementsByTagName>',
  ],
  ['the element of the page', '<form name=documentElement></form><img name=cloneNode><img name=title>'],
  ['the state of the page', '<img name=readyState><img name=contentType><img name=characterSet>'],
  ['the walker of the page', '<img name=createTreeWalker><img name=createTextNode><img name=adoptNode>'],
];

export const names = toAttacks('name', rows);
