import type { Identifier } from '@amaan/contracts/identifier';
import type { QualityFlagCode } from '@amaan/contracts/service/data-quality';
import type { CallMoments } from '../call-record.ts';

/** A call as its records are judged. */
export interface JudgedCall extends CallMoments {
  readonly callId: string;
  readonly siteId: Identifier;
  readonly station: string | null;
  /** When it was first heard of, milliseconds since 1970. */
  readonly heardAt: number;
  /** Whether it came by a feed; files are late by nature. */
  readonly byFeed: boolean;
}

/** Something that may be wrong with records. Moments in milliseconds since 1970. */
export interface QualityFinding {
  readonly code: QualityFlagCode;
  readonly count: number;
  readonly of: number;
  readonly p: number | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly seconds: number | null;
  readonly callIds: readonly string[];
}

const SHOWN = 5;

/** A finding with what it does not say left empty. */
export function finding(
  code: QualityFlagCode,
  count: number,
  of: number,
  more: Partial<Omit<QualityFinding, 'code' | 'count' | 'of' | 'callIds'>> & {
    readonly calls?: readonly { readonly callId: string }[];
  } = {},
): QualityFinding {
  const { calls = [], ...rest } = more;
  return {
    ...{ code, count, of, p: null, from: null, until: null, seconds: null },
    ...rest,
    callIds: calls.slice(0, SHOWN).map(({ callId }) => callId),
  };
}
