import { AmaanError } from '@amaan/contracts/problem';

export type InferenceFailureCode =
  /** The model file is not what ONNX Runtime can load. */
  | 'MODEL_NOT_LOADABLE'
  | 'MODEL_OUTPUT_UNEXPECTED'
  | 'INFERENCE_FAILED'
  /** The thread that worked on the frame ended; another takes its place. */
  | 'INFERENCE_THREAD_LOST'
  | 'INFERENCE_CLOSED';

/** A permitted inference did not come to its end. The frame is lost, the next one may work. */
export class InferenceFailed extends AmaanError {
  declare readonly code: InferenceFailureCode;

  constructor(code: InferenceFailureCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
