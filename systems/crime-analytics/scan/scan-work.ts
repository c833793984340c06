import { ReplicaRandom } from '../replica-random.ts';
import { ReplicaScan } from './replica-scan.ts';
import { scanBasis } from './scan-basis.ts';
import type { ScanQuestion } from './scan-question.ts';

/** What each thread of a scan gets. */
export interface ScanShared {
  readonly question: ScanQuestion;
  readonly seed: number;
}

/** Replicas `from` … `to` − 1. */
export interface ScanChunk {
  readonly from: number;
  readonly to: number;
}

/** A part of a scan's replicas, for `runInThreads`: the highest ratio of each; `scanClusters` takes them all. */
export function prepareWork({ question, seed }: ScanShared): (chunk: ScanChunk) => Float64Array {
  const basis = scanBasis(question);
  const scan = new ReplicaScan(basis);
  return ({ from, to }) => {
    const highest = new Float64Array(to - from);
    for (let at = from; at < to; at += scan.together) {
      const replicas = [];
      for (let replica = at; replica < Math.min(to, at + scan.together); replica += 1)
        replicas.push(basis.draw(new ReplicaRandom(seed, replica)));
      highest.set(scan.highest(replicas), at - from);
    }
    return highest;
  };
}
