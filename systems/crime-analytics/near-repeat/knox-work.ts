import { KnoxCounter } from './knox-counter.ts';
import type { KnoxQuestion } from './knox-question.ts';
import { KERNEL_REPLICAS } from './pair-kernel.ts';

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

/** About so many chunks show progress. */
const CHUNKS = 40;

/** The data and their replicas in chunks, each of as many tables as the kernel counts at a time or a multiple. */
export function knoxChunks(replicas: number): KnoxChunk[] {
  const tables = replicas + 1;
  const size = KERNEL_REPLICAS * Math.ceil(tables / CHUNKS / KERNEL_REPLICAS);
  return Array.from({ length: Math.ceil(tables / size) }, (_, at) => ({
    from: at * size,
    to: Math.min(tables, (at + 1) * size),
  }));
}
