// The serialised state that real pages carry in their HTML.
import { randomOf } from '../bodies.ts';
import { escapeJson } from '../reply.ts';
import type { Article } from '../texts/article.ts';

const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

/** The blob that a framework leaves in the page to start from: about `kilobytes`, the article's own text among it. */
export function state(name: string, article: Article | null, kilobytes = 62): string {
  const random = randomOf(name);
  const modules: unknown[] = [];
  const record = () => ({
    id: hex(random, 24),
    kind: ['teaser', 'slot', 'rail', 'poll', 'ticker'][Math.floor(random() * 5)],
    weight: Math.round(random() * 1e4) / 1e4,
    personalised: random() > 0.5,
    image: { crop: '16:9', widths: [320, 640, 960, 1280], hash: hex(random, 16), alt: null },
    tracking: {
      event: 'impression',
      context: `module/${Math.floor(random() * 90)}`,
      consent: ['ads', 'stats'],
    },
  });
  const perRecord = JSON.stringify(record()).length + 1;
  for (let at = 0; at < (kilobytes * 1024) / perRecord; at++) modules.push(record());
  const data = {
    page: name,
    build: hex(random, 12),
    article: article && { title: article.title, teaser: article.standfirst },
    modules,
  };
  return `<script id="__STATE__" type="application/json">${escapeJson(data)}</script>
<script>window.__STATE__=JSON.parse(document.getElementById("__STATE__").textContent)</script>`;
}
