/** One output of a model, row-major. */
export interface OutputTensor {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}
