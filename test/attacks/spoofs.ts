// Attacks by characters that reorder, hide or imitate what a reader sees.
import { type Row, toAttacks } from './attack.ts';

const [LRE, RLE, PDF, LRO, RLO] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];
const link = (words: string) => `<p><a href="https://a.example/">${words}</a></p>`;

const rows: readonly Row[] = [
  ['a link turned round', link(`${RLO}elpmaxe.knab//:sptth`)],
  ['a link turned round, written out', link('&#x202e;elpmaxe.knab//:sptth&#8238;')],
  ['a link turned round before it begins', `<p>${RLO}<a href="https://a.example/">elpmaxe.knab</a></p>`],
  ['a link turned round by an element', link('<bdo dir=rtl>elpmaxe.knab</bdo>')],
  ['a link turned round in its middle', link(`report${RLO}fdp${PDF}.exe`)],
  ['a link turned round in an element', link(`<b>a</b><i>${RLO}b</i>`)],
  ['a link that embeds', link(`bank.example${RLE}/a.example`)],
  ['a link that embeds the other way', link(`${LRE}bank.example${PDF}`)],
  ['a link that overrides to the right', link(`${LRO}\u0645\u062b\u0627\u0644${PDF}`)],
  ['a link that isolates', link(`${RLI}bank.example${PDI}/`)],
  ['a link that isolates the other way', link(`${LRI}bank.example${PDI}`)],
  ['a link that isolates by its first letter', link(`${FSI}bank.example`)],
  ['a link of a thousand overrides', link(`${RLO.repeat(1000)}a`)],
  ['words turned round', `<p>Paid: ${RLO}001${PDF} dollars</p>`],
  ['words turned round in a title', `<p title="${RLO}elpmaxe.knab">a</p>`],
  ['a picture’s name turned round', `<img src="https://a.example/a.png" alt="a${RLO}gnp.exe">`],
  ['a table turned round', `<table><tr><td>${RLO}1 0 0</td></tr></table>`],
  ['code turned round', `<pre><code>if (admin) {${RLO} // \u2066}</code></pre>`],
];

export const spoofs = toAttacks('spoof', rows);
