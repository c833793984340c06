import { KnoxCounter } from './knox-counter.ts';
import type { KnoxQuestion } from './knox-question.ts';

/** What each thread of a Knox test gets. */
export interface KnoxShared {
  readonly question: KnoxQuestion;
  readonly seed: number;
}

/** Tables `from` … `to` − 1; table 0 is that of the data as they are, so 999 replicas are the tables 0 … 999. */
export interface KnoxChunk {
  readonly from: number;
  readonly to: number;
}

/** A part of a Knox test, for `runInThreads`; `summariseKnox` takes the parts in their order. */
export function prepareWork({ question, seed }: KnoxShared): (chunk: KnoxChunk) => Float64Array {
  const counter = new KnoxCounter(question);
  return ({ from, to }) => counter.tables(seed, from, to);
}
