import type { Benchmark } from './figure.ts';
import { benchAppending } from './ledger-appending.ts';
import { benchProofs } from './ledger-proofs.ts';
import { benchVerifying } from './ledger-verifying.ts';

/** The ledger: entries a second, proofs out of ten million entries, and checking an export offline. */
export const benchLedger: Benchmark = async function* (options) {
  yield* benchVerifying(options);
  yield* benchAppending(options);
  yield* benchProofs(options);
};
