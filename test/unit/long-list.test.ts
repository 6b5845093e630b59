// A front page of thousands of links: its list is whole, and what that costs grows with the links, not with their square.
import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { chooseHeadlines } from '../../src/light/extract/list/headlines.ts';
import { toLinkList } from '../../src/light/extract/list/link-list.ts';
import { measureAlike, measureFound, measureListed } from '../../src/light/extract/list/page-form.ts';
import { readPageLinks } from '../../src/light/extract/list/page-links.ts';

const OWN = 'https://news.example/';
/** An entry with a teaser; after each tenth one a heading of a section. */
const toEntry = (at: number): string =>
  `${at % 10 === 0 ? `<h2>Part ${at / 10} of the day</h2>` : ''}<article class="card"><h3><a href="/news/${at}-the-night-train">The night train number ${at} comes back to the coast</a></h3><p>It was seen from the cliffs at half past six in the morning, report ${at} says.</p><time>6 May</time></article>`;

/** What is asked of the page: each is a walk through what stands below, or above. */
const ASKED = ['querySelector', 'querySelectorAll', 'closest', 'matches'] as const;

function readList(count: number) {
  const html = Array.from({ length: count }, (_, at) => toEntry(at)).join('');
  const { body } = new DOMParser().parseFromString(`<base href="${OWN}"><main>${html}</main>`, 'text/html');
  let asked = 0;
  for (const name of ASKED) {
    const ask = Element.prototype[name] as (this: Element, selector: string) => unknown;
    jest.spyOn(Element.prototype, name).mockImplementation(function (this: Element, selector: string) {
      asked += 1;
      return ask.call(this, selector) as never;
    });
  }
  const outline = readOutline(body);
  const keep = outline.runs.map(() => true);
  const headlines = chooseHeadlines(readPageLinks(body), OWN);
  const measured = [
    measureListed(outline, keep, headlines),
    measureAlike(headlines),
    measureFound(outline, keep, headlines),
  ];
  const list = toLinkList(body, headlines, outline.nodes);
  jest.restoreAllMocks();
  return { asked, list, measured };
}

test('all of 5,000 links are listed, each with what is said of it, for ten times what 500 cost', () => {
  const few = readList(500);
  const many = readList(5000);
  const entries = [...many.list.querySelectorAll('li')];
  expect(entries).toHaveLength(5000);
  expect(many.list.querySelectorAll('h2')).toHaveLength(500);
  expect(entries[4999]?.textContent).toMatch(/^The night train number 4999 .* report 4999 says\..*6 May/);
  expect(many.measured[0]).toBeGreaterThan(0.9);
  expect(many.asked / few.asked).toBeLessThan(11);
});
