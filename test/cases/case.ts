// Reads the pages of test/cases/pages with what is right for each, and judges a text by that.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a page became light: pressed when it had loaded, or first in a tab that was light already. */
export type Mode = 'press' | 'first';

/** One line of what is right: see README.md beside the pages. */
export interface Line {
  sign: '+' | '-' | '=' | '!=' | 'raw' | 'count';
  words: string;
  times: number;
}

export interface Case {
  /** The file's name: `27-heading-in-link.html`. */
  name: string;
  html: string;
  lines: Line[];
  /** The one mode it is for; `null`: both. */
  mode: Mode | null;
  /** What decides needs a browser: a style sheet, a shadow root, a layout. */
  browserOnly: boolean;
  /** A browser has no say in it: the stories, which take their time, leave it out. */
  unitOnly: boolean;
}

/** What a reader is shown. */
export interface Shown {
  /** With its line breaks. */
  text: string;
  html: string;
}

const LINE = /^(\+|-|=|!=|raw|count\d+) (.*)$/;

/** All cases of a folder, by name. */
export function readCases(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => /\.x?html$/.test(name))
    .sort()
    .map((name) => readCase(folder, name));
}

function readCase(folder: string, name: string): Case {
  const expected = readFileSync(join(folder, name.replace(/\.x?html$/, '.expected.txt')), 'utf8').split('\n');
  const mode = expected.map((line) => /^mode (press|first)$/.exec(line)?.[1]).find(Boolean);
  return {
    name,
    html: readFileSync(join(folder, name), 'utf8'),
    lines: expected.flatMap(toLine),
    mode: mode === 'press' || mode === 'first' ? mode : null,
    browserOnly: expected.includes('browser'),
    unitOnly: expected.includes('unit'),
  };
}

function toLine(line: string): Line[] {
  const [, sign = '', words = ''] = LINE.exec(line) ?? [];
  if (!sign) return [];
  if (sign.startsWith('count')) return [{ sign: 'count', words, times: Number(sign.slice(5)) }];
  return [{ sign: sign as Line['sign'], words: words.replaceAll('\\n', '\n'), times: 1 }]; // The pattern says so.
}

/** The lines that do not hold for what is shown. */
export function findWrong({ lines }: Case, { text, html }: Shown): string[] {
  const squeezed = squeeze(text);
  const holds: Record<Line['sign'], (line: Line) => boolean> = {
    '+': ({ words }) => squeezed.includes(squeeze(words)),
    '-': ({ words }) => !squeezed.includes(squeeze(words)),
    '=': ({ words }) => html.includes(words),
    '!=': ({ words }) => !html.includes(words),
    raw: ({ words }) => text.includes(words),
    count: ({ words, times }) => squeezed.split(squeeze(words)).length - 1 === times,
  };
  return lines.filter((line) => !holds[line.sign](line)).map(({ sign, words }) => `${sign} ${words}`);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
