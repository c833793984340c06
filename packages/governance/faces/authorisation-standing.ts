import type { FaceAuthorisationEnd, FaceAuthorisationState } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';

/** What decides whether an authorisation opens a search. */
export interface AuthorisationFacts {
  readonly state: FaceAuthorisationState;
  readonly from: Instant;
  readonly to: Instant;
  /** An urgent one that nobody has approved yet: when it ends; null for all others. */
  readonly approveBy: Instant | null;
  /** Null: pictures after the event, and no camera. */
  readonly cameraIds: readonly Identifier[] | null;
  /** Null: its case is open. A case that was opened again brings nothing back that ended. */
  readonly caseClosedAt: Instant | null;
  /** The first moment at which its watchlist is over. */
  readonly watchlistEndsAt: Instant;
}

/** The first moment at which an authorisation opens nothing any more, Unix time in milliseconds. */
export function endOf({ to, approveBy, caseClosedAt, watchlistEndsAt }: AuthorisationFacts): number {
  const ends = [to, approveBy, caseClosedAt, watchlistEndsAt].filter((at) => at !== null);
  return Math.min(...ends.map(Date.parse));
}

/**
 * Whether an authorisation opens a search at a moment, whatever has been written down since: an end that is due counts
 * before anybody records it.
 * @param now Unix time in milliseconds
 */
export function isLive(facts: AuthorisationFacts, now: number): boolean {
  return facts.state === 'in-force' && Date.parse(facts.from) <= now && now < endOf(facts);
}

/**
 * Whether it opens a search on a camera.
 * @param cameraId null: a picture after the event.
 * @param now Unix time in milliseconds
 */
export function coversCamera(facts: AuthorisationFacts, cameraId: Identifier | null, now: number): boolean {
  if (!isLive(facts, now)) return false;
  return cameraId === null ? facts.cameraIds === null : (facts.cameraIds?.includes(cameraId) ?? false);
}

/**
 * How an authorisation has to be ended at a moment, the earliest cause first; null: not yet. One that waits ends with
 * its time, too.
 * @param now Unix time in milliseconds
 */
export function dueEnd(facts: AuthorisationFacts, now: number): FaceAuthorisationEnd | null {
  if (facts.state === 'ended') return null;
  const causes: [Instant | null, FaceAuthorisationEnd][] = [
    [facts.approveBy, 'lapsed'],
    [facts.to, 'expired'],
    [facts.caseClosedAt, 'case-closed'],
    [facts.watchlistEndsAt, 'watchlist-ended'],
  ];
  const due = causes.filter(([at]) => at !== null && Date.parse(at) <= now);
  due.sort(([a], [b]) => Date.parse(a!) - Date.parse(b!));
  return due[0]?.[1] ?? null;
}
