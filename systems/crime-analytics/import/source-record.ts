import type { RejectionCode } from '@amaan/contracts/crime/import-batch';

/** One row of a file: the cells of the columns that were asked for, in that order, or why it has none. */
export type SourceRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: RejectionCode };

/** Takes a text piece by piece and gives the rows that are complete. It holds no more than one row. */
export interface RecordParser {
  push(text: string): SourceRecord[];
  /** What is left when the text has ended. */
  end(): SourceRecord[];
}
