// Where the judgement and what Readability and the rules chose differ, the judgement has to be the surer.
import {
  leanChances,
  refuseDoubtful,
  type Weighed,
} from '../../src/light/extract/judgement/lean-on-choice.ts';

describe('chances lean on what was chosen', () => {
  const lean = (chance: number, kept: number, ruled: boolean, article = 1) =>
    Number(leanChances([chance], { kept: [kept], ruled: [ruled] }, article)[0]?.toFixed(3));

  test.each<[string, number, number, boolean, number]>([
    ['up where both have it', 0.4, 1, true, 0.5],
    ['down where neither has it', 0.6, 0, false, 0.5],
    ['not where they differ', 0.6, 1, false, 0.6],
    ['half of a run is not chosen', 0.6, 0.5, false, 0.5],
    ['never above one', 0.95, 1, true, 1],
    ['never below nothing', 0.05, 0, false, 0],
  ])('%s', (_, chance, kept, ruled, expected) => expect(lean(chance, kept, ruled)).toBe(expected));

  test('further on a page that is no article', () => {
    expect(lean(0.6, 0, false, 0)).toBe(0.4);
    expect(lean(0.6, 0, false, 0.5)).toBe(0.45);
  });
});

describe('a doubtful part is not added', () => {
  /** One run that Readability chose, and one that is added to it. */
  const weigh = (added: Partial<{ chars: number; chance: number; ruled: boolean; article: number }>) => {
    const { chars = 300, chance = 0.6, ruled = false, article = 1 } = added;
    const weighed: Weighed = {
      ...{ chosen: [true, true], chances: [0.9, chance], kept: [1, 0], ruled: [true, ruled] },
      ...{ lengths: [1000, chars], article },
    };
    return refuseDoubtful(weighed)[1];
  };

  test.each<[string, Parameters<typeof weigh>[0], boolean]>([
    ['a fourth of the text that is hardly likely', {}, false],
    ['the same where it is likely', { chance: 0.8 }, true],
    ['a line or two at the edge', { chars: 60 }, true],
    ['most of the text: Readability has something else', { chars: 4000 }, true],
    ['of an article, whatever the rules say', { ruled: true }, false],
    ['of another page not, where the rules have it', { ruled: true, article: 0 }, true],
    ['of another page where the rules do not have it', { article: 0 }, false],
  ])('%s', (_, added, stays) => expect(weigh(added)).toBe(stays));

  test('but for those of its lines that are likely by themselves', () => {
    const chosen = refuseDoubtful({
      ...{ chosen: [true, true, true, false], chances: [0.9, 0.9, 0.5, 0.9], kept: [1, 0, 0, 0] },
      ...{ ruled: [true, false, false, false], lengths: [1000, 100, 300, 500], article: 1 },
    });
    expect(chosen).toEqual([true, true, false, false]);
  });

  test('what Readability chose is not asked for', () => {
    const chosen = refuseDoubtful({
      ...{ chosen: [true, false], chances: [0.2, 0.1], kept: [1, 1], ruled: [false, false] },
      ...{ lengths: [300, 1000], article: 1 },
    });
    expect(chosen).toEqual([true, false]);
  });
});
