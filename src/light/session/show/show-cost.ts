// Says in the bar what a text has cost, and has the totals of the week kept.
import { ask } from '../../../common/messages.ts';
import { toAmount } from '../../../common/words/quantities.ts';
import { readLanguage, toText } from '../../../common/words/translations.ts';
import { type PageCost, readPageCost } from '../../source/page-cost.ts';
import { showCost } from '../../view/bar/state-line.ts';
import type { View } from '../../view/view.ts';

/** Shows the cost of a page that is here. It is counted once a session: `isNew`. */
export function showPageCost(
  view: View,
  page: ParentNode,
  { isLight, isNew }: { isLight: boolean; isNew: boolean },
): void {
  const cost = readPageCost(page, isLight);
  if (!cost) return;
  // Browsers give extensions no account of the pictures that these load: from the first one on it is more.
  showCost(view, toWords(cost), toWords({ ...cost, isLeast: true }));
  if (isNew) ask('spent', { pages: 1, bytes: cost.bytes, files: cost.notLoaded });
}

function toWords({ bytes, isLeast, notLoaded }: PageCost): string {
  const amount = toAmount(bytes);
  const files = new Intl.NumberFormat(readLanguage()).format(notLoaded);
  const words = [isLeast ? toText('costLeast', amount) : amount];
  return [...words, ...(notLoaded > 0 ? [toText('notLoaded', files)] : [])].join(' · ');
}
