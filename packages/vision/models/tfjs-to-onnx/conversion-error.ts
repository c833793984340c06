import { ModelError } from '../model-error.ts';

/** The graph uses something that the converter does not know; nothing wrong is ever written instead. */
export function conversionError(message: string, cause?: unknown): ModelError {
  return new ModelError('MODEL_CONVERSION_FAILED', `The model was not converted: ${message}.`, { cause });
}
