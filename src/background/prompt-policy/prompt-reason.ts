// Words the reason why the reader is asked, in one sentence.
import type { SlowReport, Trouble } from '../../common/messages.ts';
import { NAME, type Reason } from '../../common/prompt-reason.ts';
import { toSeconds } from '../../common/words/quantities.ts';
import { type MessageName, toText } from '../../common/words/translations.ts';
import { BAD_KBPS, toKbps } from './network-quality.ts';

/** A host that the page waits for, while nothing else comes for so long, does not answer, in ms: three times the longest latency of the named links (EDGE, 840 ms). */
const SILENT_MS = 2500;

const SENTENCES: Record<Trouble, MessageName> = {
  unpainted: 'whyUnpainted',
  textless: 'whyTextless',
  stalled: 'whyStalled',
};

/**
 * Why this load on `host` is asked about, in one sentence. That another host does not answer is said only where the link is known to be
 * quick: on a slow one its answer may be on its way.
 */
export function toReason(report: SlowReport, host: string): Reason {
  const { trouble, activeMs, quietMs, waitsFor } = report;
  if (waitsFor && waitsFor !== host && trouble !== 'stalled') {
    const silent = quietMs >= SILENT_MS && (toKbps(report) ?? 0) >= BAD_KBPS;
    return { sentence: toText(silent ? 'whySilent' : 'whyWaits', NAME), name: waitsFor };
  }
  return { sentence: toText(SENTENCES[trouble], toSeconds(activeMs)), name: '' };
}
