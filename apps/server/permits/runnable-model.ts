import type { Digest } from '@amaan/contracts/digest';

/** A model whose file lies in the model cache and is what its manifest says. */
export interface RunnableModel {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly source: string;
  readonly digest: Digest;
}
