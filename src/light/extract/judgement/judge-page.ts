// Judges a page: which of its text is what a reader wants, what kind of page it is, and how sure that is.

import { PAGE_KINDS, type PageKind } from '../page-kind.ts';
import { chooseRuns } from './choose-runs.ts';
import { type Confidence, type Judged, judgeConfidence } from './confidence.ts';
import type { Context } from './features/context.ts';
import { judgeKind, type KindWeights } from './judge-kind.ts';
import { judgeRuns, type RunWeights } from './judge-runs.ts';
import { leanChances, refuseDoubtful } from './lean-on-choice.ts';

/** All that was learned: see `npm run train`. */
export interface Weights extends RunWeights {
  kinds: KindWeights;
  confidence: Confidence;
}

/** What was judged of a page. */
export interface Judgement extends Judged {
  kind: PageKind;
  /** The F1 that the choice is likely to have, 0 to 1. */
  confidence: number;
}

/** Notes the kinds in the context. */
export function judgePage(context: Context, weights: Weights): Judgement {
  const kinds = judgeKind(context, weights.kinds);
  context.kinds = kinds;
  const chances = judgeRuns(context, weights);
  const judged = { context, chances, kinds, ...chooseLeaning(context, chances, kinds[0] ?? 0) };
  return {
    ...judged,
    kind: PAGE_KINDS[kinds.indexOf(Math.max(...kinds))] ?? 'article',
    confidence: judgeConfidence(judged, weights.confidence),
  };
}

/** What is likely, and what Readability and the rules have chosen where it is not unlikely. */
function chooseLeaning({ runs }: Context, chances: ArrayLike<number>, article: number) {
  const [kept, ruled] = [runs.map((run) => run.kept), runs.map((run) => run.ruled)];
  const { chosen, expected } = chooseRuns(runs, leanChances(chances, { kept, ruled }, article), article);
  const lengths = runs.map(({ traits }) => traits.length + 1);
  return { chosen: refuseDoubtful({ chosen, chances, kept, ruled, lengths, article }), expected };
}
