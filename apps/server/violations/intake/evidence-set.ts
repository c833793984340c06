import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { IntakeDrop } from '@amaan/contracts/violations/api-violation-cases';
import { MOST_SKEW_MS, type SignalEvidence } from '@amaan/contracts/violations/signal-timeline';
import type { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { ViolationSuspected } from '@amaan/store/violations/suspicions';

type EvidenceKind = EvidenceItem['kind'];

/** What each piece of a case's evidence is among the evidence of observations. */
export const EVIDENCE_KIND_OF: Readonly<Record<CaseEvidenceKey, EvidenceKind>> = {
  entry: 'picture',
  exit: 'exit-picture',
  plate: 'plate-crop',
  clip: 'clip',
};

/** Kinds that happen between two moments: a picture of one alone proves nothing. */
const WITH_EXIT: readonly ViolationKind[] = ['red-light', 'stop-line', 'prohibited-turn', 'no-parking'];
/** A clock that was compared longer ago may have drifted, in milliseconds. */
const OLDEST_PROOF_MS = 10 * 60_000;

/** The pieces that a case of a kind cannot do without. */
export function neededEvidence(kind: ViolationKind): CaseEvidenceKey[] {
  return WITH_EXIT.includes(kind) ? ['entry', 'exit', 'plate', 'clip'] : ['entry', 'plate', 'clip'];
}

/** Those that are missing. @param items of the suspicion, and the crop of the plate that was read */
export function missingEvidence(
  kind: ViolationKind,
  items: readonly Pick<EvidenceItem, 'kind'>[],
): CaseEvidenceKey[] {
  return neededEvidence(kind).filter((key) => !items.some((item) => item.kind === EVIDENCE_KIND_OF[key]));
}

/**
 * Why a suspicion can be no case whatever pictures come, or null: what is claimed cannot be, or the clocks of camera and
 * signal are too far apart, or nobody compared them.
 */
export function impossibleClaim({ object, violation, capturedAt }: ViolationSuspected): IntakeDrop | null {
  if (violation.kind === 'seat-belt' && (object.class === 'motorcycle' || object.class === 'bicycle'))
    return 'impossible-for-class';
  if (violation.kind === 'helmet' && object.class !== 'motorcycle') return 'impossible-for-class';
  return 'signal' in violation ? clockDrop(violation.signal, capturedAt) : null;
}

/** Why the clocks behind a signal's timeline prove nothing; null: they do. */
export function clockDrop(
  { skewMs, skewErrorMs, provenAt, source }: SignalEvidence,
  capturedAt: string,
): 'clock-skew' | 'clock-unproven' | null {
  // Lamp and vehicle in one picture have one clock.
  if (source === 'picture') return null;
  if (Math.abs(skewMs) + skewErrorMs > MOST_SKEW_MS) return 'clock-skew';
  return Math.abs(Date.parse(capturedAt) - Date.parse(provenAt)) > OLDEST_PROOF_MS ? 'clock-unproven' : null;
}
