import type { QualityFlagCode } from '@amaan/contracts/service/data-quality';
import type { CallMoments } from '../call-record.ts';

/** A call as its records are judged. */
export interface JudgedCall extends CallMoments {
  /** Its place among those that were read. */
  readonly index: number;
  /** When it was first heard of, milliseconds since 1970; null: it came by a file, and files are late by nature. */
  readonly heardAt: number | null;
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
  /** Some of the calls that it is about, by their index. */
  readonly examples: readonly number[];
}

const SHOWN = 5;

/** A finding with what it does not say left empty. */
export function finding(
  code: QualityFlagCode,
  count: number,
  of: number,
  more: Partial<Omit<QualityFinding, 'code' | 'count' | 'of' | 'examples'>> & {
    readonly calls?: readonly Pick<JudgedCall, 'index'>[];
  } = {},
): QualityFinding {
  const { calls = [], ...rest } = more;
  return {
    ...{ code, count, of, p: null, from: null, until: null, seconds: null },
    ...rest,
    examples: calls.slice(0, SHOWN).map(({ index }) => index),
  };
}
