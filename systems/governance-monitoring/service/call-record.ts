import type { Identifier } from '@amaan/contracts/identifier';
import type { CallTime } from '@amaan/contracts/service/emergency-call';

/** Moments in milliseconds since 1970; null: it did not happen, or nobody said so. */
export type CallMoments = Readonly<Record<CallTime, number | null>>;

/** What is known of a call. */
export interface CallFacts extends CallMoments {
  readonly siteId: Identifier | null;
  readonly station: string | null;
  readonly kind: string | null;
  /** 1 is the most urgent. */
  readonly priority: number | null;
  readonly unitKind: string | null;
  /** `[longitude, latitude]`, rounded. */
  readonly place: readonly [number, number] | null;
}
export type CallFact = keyof CallFacts;

/** One report: what it says of a call, and when it was said. What it leaves out stays as it was; null takes it back. */
export interface CallReport {
  readonly callId: string;
  readonly saidAt: number;
  readonly facts: Partial<CallFacts>;
}

/** A call with when each of its facts was said. */
export interface CallRecord extends CallFacts {
  readonly callId: string;
  readonly said: Readonly<Partial<Record<CallFact, number>>>;
}

/** A moment that was said besides the one that counts. */
export interface Contradiction {
  readonly callId: string;
  readonly field: CallTime;
  readonly value: number;
  readonly saidAt: number;
}
