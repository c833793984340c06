import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';

/** Two pictures to compare: as they were named, and where they are. */
export interface PicturePair {
  readonly a: string;
  readonly b: string;
  readonly pathA: string;
  readonly pathB: string;
}

const COLUMNS = ['file_x', 'file_y'] as const;

/**
 * The pairs of a CSV file with the columns `file_x` and `file_y`, in any order and among others; paths are relative to
 * the file. Commas, semicolons or tabs, quoted fields, CRLF and a byte order mark are fine.
 *
 * @param onFailure told of a line that names no pair; the others are still given.
 * @throws AmaanError `FILE_NOT_READABLE`, or `PAIRS_HEADER` when the first line does not name both columns.
 */
export async function readPairFile(
  path: string,
  onFailure: (error: AmaanError) => void,
): Promise<PicturePair[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new AmaanError('FILE_NOT_READABLE', `${path} cannot be read.`, { cause });
  }
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [';', '\t'].find((mark) => header.includes(mark)) ?? ',';
  const names = fieldsOf(header, separator).map((name) => name.trim().toLowerCase());
  const [x, y] = COLUMNS.map((name) => names.indexOf(name)) as [number, number];
  if (x < 0 || y < 0)
    throw new AmaanError(
      'PAIRS_HEADER',
      `The first line of ${path} must name the columns file_x and file_y; nothing was compared.`,
    );
  const folder = dirname(path);
  const pairs: PicturePair[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const fields = fieldsOf(line, separator);
    const a = fields[x]?.trim() ?? '';
    const b = fields[y]?.trim() ?? '';
    if (a !== '' && b !== '') pairs.push({ a, b, pathA: resolve(folder, a), pathB: resolve(folder, b) });
    else
      onFailure(
        new AmaanError('PAIR_INCOMPLETE', `Line ${index + 2} of ${path} does not name two pictures.`),
      );
  });
  return pairs;
}

/** The fields of one line: RFC 4180, section 2. */
function fieldsOf(line: string, separator: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const mark = line[at]!;
    if (isQuoted && mark === '"' && line[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (mark === '"') isQuoted = !isQuoted;
    else if (mark === separator && !isQuoted) {
      fields.push(field);
      field = '';
    } else field += mark;
  }
  return [...fields, field];
}
