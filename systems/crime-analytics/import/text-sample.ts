import { type FileShape, recordParser } from './file-shape.ts';
import type { SampleOf } from './propose-mapping.ts';
import type { SourceRecord } from './source-record.ts';

/** Rows of the beginning that are looked at. */
export const SAMPLE_ROWS = 1000;

/**
 * The first rows of the beginning of a file. The last row of a beginning may be cut, so it is left out unless the
 * beginning is all.
 */
export function sampleRecords(
  shape: FileShape,
  head: Uint8Array,
  isWhole: boolean,
  wanted: readonly string[],
): SourceRecord[] {
  const parser = recordParser(shape, wanted);
  const text = new TextDecoder(shape.encoding).decode(head, { stream: !isWhole });
  const records = parser.push(text);
  if (isWhole) records.push(...parser.end());
  return records.slice(0, SAMPLE_ROWS);
}

/** Cells of a column in those rows, each column read when it is first asked for. */
export function sampleOfText(shape: FileShape, head: Uint8Array, isWhole: boolean): SampleOf {
  const known = new Map<string, string[]>();
  return (column) => {
    let cells = known.get(column);
    if (cells === undefined) {
      cells = sampleRecords(shape, head, isWhole, [column]).flatMap((record) =>
        'cells' in record ? [record.cells[0]!] : [],
      );
      known.set(column, cells);
    }
    return cells;
  };
}
