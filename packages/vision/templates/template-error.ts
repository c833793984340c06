import { AmaanError } from '@amaan/contracts/problem';

export type TemplateErrorCode =
  | 'TEMPLATE_DIMENSION_WRONG'
  | 'TEMPLATE_NOT_FINITE'
  /** All its values are 0. */
  | 'TEMPLATE_WITHOUT_DIRECTION'
  | 'TEMPLATE_ENTRY_KNOWN'
  | 'TEMPLATE_LIST_KNOWN'
  /** It was never loaded, or was destroyed before. */
  | 'TEMPLATE_LIST_UNKNOWN'
  /** While it was searched. */
  | 'TEMPLATE_LIST_DESTROYED'
  | 'TEMPLATE_SEARCH_THREAD_LOST'
  | 'TEMPLATE_SEARCH_CLOSED';

/** A template was not taken, or a search came to no answer. The message says nothing of what the template holds. */
export class TemplateError extends AmaanError {
  declare readonly code: TemplateErrorCode;

  constructor(code: TemplateErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
