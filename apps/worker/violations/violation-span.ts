import type { EvidenceSpan } from '../evidence-collector.ts';

/** A clip shows so many seconds before the first moment and after the last. */
const CLIP_SECONDS = { before: 3, after: 3 };
/** Of what lasted longer than this the clip shows the end: the beginning has its picture. */
const LONGEST_CLIP_SECONDS = 30;

/**
 * What of a camera's video shows a violation.
 * @param entry when it began, in stream seconds; null: another camera saw that
 * @param exit when it was over; null: it has one moment alone
 */
export function violationSpan(entry: number | null, exit: number | null): EvidenceSpan {
  const until = exit ?? entry ?? 0;
  const first = entry ?? until;
  const from = until - first <= LONGEST_CLIP_SECONDS ? first : until;
  return {
    ...{ entry, exit },
    clip: { from: from - CLIP_SECONDS.before, until: until + CLIP_SECONDS.after },
  };
}
