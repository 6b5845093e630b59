import { findCandidate } from '../../src/light/extract/candidate.ts';
import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';

const SENTENCE = 'At half past six every morning she walks to the end of her garden, with a torch. ';

function find(html: string, prepare: (page: Document) => void = () => {}) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const untouched = page.body.cloneNode(true) as Element;
  const before = untouched.innerHTML;
  const outline = readOutline(untouched);
  const candidate = findCandidate(page, { untouched, outline, prepare: () => prepare(page) });
  const say = (at: number) => outline.runs[at]?.text.split(' ')[0] ?? '';
  return {
    kept: outline.runs.flatMap((_, at) => ((candidate.kept[at] ?? 0) > 0.5 ? [say(at)] : [])),
    offered: outline.runs.flatMap((_, at) => (candidate.offered[at] ? [say(at)] : [])),
    pictures: [...candidate.pictures].map((each) => (each as Element).id),
    isUntouched:
      untouched.innerHTML === before && [...candidate.pictures].every((each) => untouched.contains(each)),
  };
}

const TEXT = ['One', 'Two', 'Three', 'Four']
  .map((word) => `<p>${word}, ${SENTENCE.repeat(2)}</p>`)
  .join('<img id="i" src="i.png">');

test('what Readability chooses is said of the runs of an untouched copy', () => {
  expect(find(`<ul><li><a href="/a">Home</a></li></ul><article>${TEXT}</article>`)).toMatchObject({
    kept: ['One,', 'Two,', 'Three,', 'Four,'],
    pictures: ['i', 'i', 'i'],
    isUntouched: true,
  });
});

test('what is taken out before is not offered, nor chosen', () => {
  const { kept, offered } = find(`<article>${TEXT}<p class="ad">Buy ${SENTENCE}</p></article>`, (page) =>
    page.querySelector('.ad')?.remove(),
  );
  expect([kept, offered]).toEqual([
    ['One,', 'Two,', 'Three,', 'Four,'],
    ['One,', 'Two,', 'Three,', 'Four,'],
  ]);
});

test('where Readability begins again, the page is prepared again', () => {
  let times = 0;
  const { kept } = find(
    `<div class="comment"><p>One, ${SENTENCE.repeat(4)}</p><p class="ad">Buy ${SENTENCE}</p></div>`,
    (page) => {
      times += 1;
      page.querySelector('.ad')?.remove();
    },
  );
  expect(times).toBeGreaterThan(1);
  expect(kept).toEqual(['One,']);
});
