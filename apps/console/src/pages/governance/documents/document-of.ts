import type { Document, DocumentView } from '@amaan/contracts/governance/document';

/** What a document holds. The server checked it against the same schema when it was saved. */
export function documentOf({ record }: DocumentView): Document {
  return record.body as unknown as Document;
}
