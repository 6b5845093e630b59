// Corrects Readability's choice of a page's text by rules, each of which has a file of its own, and pages that it is there for.
import type { Draft } from './draft.ts';
import { dropAbove } from './drop-above.ts';
import { dropLabels } from './drop-labels.ts';
import { dropLastHeadings } from './drop-last-headings.ts';
import { dropLinkLines } from './drop-link-lines.ts';
import { dropRepeats } from './drop-repeats.ts';
import { restoreFamily } from './restore-family.ts';
import { restoreHeadings } from './restore-headings.ts';
import { restoreLead } from './restore-lead.ts';
import { restoreLines } from './restore-lines.ts';
import { restoreSections } from './restore-sections.ts';

/** In this order: the lead may well look like a label, and is brought back after labels have gone. */
export const CORRECTIONS: Record<string, (draft: Draft) => void> = {
  dropAbove,
  restoreFamily,
  restoreLines,
  restoreSections,
  restoreHeadings,
  dropLinkLines,
  dropLastHeadings,
  dropLabels,
  restoreLead,
  dropRepeats,
};

export function correctChoice(draft: Draft): void {
  for (const correct of Object.values(CORRECTIONS)) correct(draft);
}
