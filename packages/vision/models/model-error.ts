import { AmaanError } from '@amaan/contracts/problem';

export type ModelErrorCode =
  | 'MODEL_MANIFEST_INVALID'
  | 'MODEL_UNKNOWN'
  | 'MODEL_NOT_INSTALLED'
  | 'MODEL_DIGEST_MISMATCH'
  | 'MODEL_DIGEST_UNPUBLISHED'
  | 'MODEL_SOURCE_UNREACHABLE'
  | 'MODEL_SOURCE_REFUSED'
  | 'MODEL_SOURCE_INCOMPLETE'
  | 'MODEL_DISK_FULL'
  | 'MODEL_FOLDER_UNWRITABLE'
  | 'MODEL_CONVERSION_FAILED';

/** A model could not be described, fetched, converted or trusted. */
export class ModelError extends AmaanError {
  declare readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
