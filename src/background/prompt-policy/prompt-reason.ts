// Without this, the reader would be asked and not told why.
import type { SlowReport, Trouble } from '../common/messages.ts';
import { NAME, type Reason } from '../common/reason.ts';
import { readLanguage, toText } from '../common/text.ts';
import { BAD_KBPS, toKbps } from './link.ts';

/** A host that the page waits for, while nothing else comes for so long, does not answer, in ms: three times the longest latency of the named links (EDGE, 840 ms). */
const SILENT_MS = 2500;

const SENTENCES: Record<Trouble, string> = {
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
  const seconds = new Intl.NumberFormat(readLanguage()).format(Math.round(activeMs / 1000));
  return { sentence: toText(SENTENCES[trouble], seconds), name: '' };
}
