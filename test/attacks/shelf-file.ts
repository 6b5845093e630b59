// A file of kept texts that means harm: forty rows, of which some attack by their HTML, some by what they say of themselves, and some are no texts.
import { ATTACKS } from './all.ts';
import { toHtml } from './attack.ts';

/** So many rows attack by their HTML: some of each kind. */
const BY_HTML = 30;
const KINDS = Object.values(ATTACKS);

const PROSE = '<p>The lamp was trimmed at nine, as on every evening.</p>';

/** `origin` is told of whatever asks. */
export function toHostileFile(origin = 'https://beacon.example'): string {
  const attacks = Array.from({ length: BY_HTML }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? [];
    const attack = kind[Math.floor(at / KINDS.length) * 3];
    return attack ? toHtml(attack, at, origin) : PROSE;
  });
  const byHtml = attacks.map((html, at) => toRow(at, { html: `${PROSE}${html}${PROSE}` }));
  const bySaying = [
    { title: '<img src=x onerror=ran(1)>', section: '<script>ran(2)</script>', byline: '"><b>' },
    { language: 'en" onmouseover="ran(3)', direction: 'rtl" hidden="', state: 'links' },
    { site: 'bank.example', title: '\u202eelif a fo eltit', published: 1e99, minutes: -1 },
    { keptAt: 1e15, readAt: 'never', bytes: -1e9, place: '9e9', pictures: [{ source: 'x' }] },
  ].map((row, at) => toRow(BY_HTML + at, row));
  const noTexts = [
    { address: `javascript:fetch("${origin}/attack/36")` },
    { address: 'data:text/html,<script>ran(37)</script>' },
    { address: 'chrome-extension://abcdefghijklmnop/options.html' },
    { address: 'https://bank.example@evil.example/' },
    { html: { toString: 'RUN' } },
    { html: '' },
  ].map((row, at) => toRow(BY_HTML + bySaying.length + at, row));
  return JSON.stringify({ kind: 'light-shelf', version: 2, texts: [...byHtml, ...bySaying, ...noTexts] });
}

function toRow(at: number, row: object): object {
  const address = `https://harm.example/${at}`;
  return {
    address,
    title: `Row ${at}`,
    html: PROSE,
    isWhole: true,
    language: 'en',
    direction: 'ltr',
    ...row,
  };
}
