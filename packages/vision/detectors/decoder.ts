import type { OutputTensor } from '../sessions/output-tensor.ts';
import type { Candidate } from './candidate.ts';

export interface DecoderContext {
  /** Size of the model's input in pixels. */
  readonly width: number;
  readonly height: number;
  /** The model's classes by index; null where nothing is reported. */
  readonly classes: readonly (string | null)[];
  /** Least confidence of a candidate, 0–1. */
  readonly confidence: number;
}

/**
 * Turns a model's raw outputs, in the order of its manifest, into candidates that still overlap.
 * @throws InferenceFailed `MODEL_OUTPUT_UNEXPECTED` when the outputs do not have the decoder's shapes.
 */
export type Decoder = (outputs: readonly OutputTensor[], context: DecoderContext) => Candidate[];
