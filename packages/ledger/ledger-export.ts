import { isUtf8 } from 'node:buffer';
import { canonicalJson } from '@amaan/contracts/digest-of';
import { AmaanError } from '@amaan/contracts/problem';
import { z } from 'zod';
import type { StoredRecord } from './verify-ledger.ts';

/**
 * A ledger as a file, format `amaan-ledger/1`: lines of JSON, each ending with a newline.
 *
 *     {"format":"amaan-ledger/1","origin":ORIGIN,"vkey":VERIFIER-KEY}
 *     {"checkpoint":SIGNED-NOTE}            any number, by size
 *     {"entry":ENTRY,"index":N,"leafHash":SHA256-IN-HEX}     all entries from 0
 *     {"end":{"checkpoints":COUNT,"entries":COUNT}}
 *
 * ENTRY stands there in its canonical form, byte for byte as it was hashed. The checkpoints come first, so
 * that a file that was cut still says how long it should be, and a reader can compare as it goes. The last
 * line tells a whole file from one that was cut between two lines.
 */
export const LEDGER_EXPORT_FORMAT = 'amaan-ledger/1';

const Header = z.strictObject({
  format: z.literal(LEDGER_EXPORT_FORMAT),
  origin: z.string().min(1),
  vkey: z.string().min(1),
});
const CheckpointLine = z.strictObject({ checkpoint: z.string() });
const EndLine = z.strictObject({
  end: z.strictObject({ checkpoints: z.int().nonnegative(), entries: z.int().nonnegative() }),
});

export type LedgerExportHeader = Omit<z.infer<typeof Header>, 'format'>;

/** A line does not read as it must. Everything before it was read. */
export class LedgerExportCorrupt extends AmaanError {
  /** From 1. */
  readonly line: number;

  constructor(line: number, why: string) {
    super('LEDGER_EXPORT_CORRUPT', `Line ${line} of the exported ledger ${why}.`);
    this.line = line;
  }
}

/** Writes a ledger; yields text, a batch of lines at a time. */
export async function* writeLedgerExport(
  header: LedgerExportHeader,
  checkpoints: readonly string[],
  records: AsyncIterable<readonly StoredRecord[]>,
): AsyncGenerator<string, void, undefined> {
  yield `${canonicalJson({ format: LEDGER_EXPORT_FORMAT, origin: header.origin, vkey: header.vkey })}\n`;
  for (const checkpoint of checkpoints) yield `${canonicalJson({ checkpoint })}\n`;
  let entries = 0;
  for await (const batch of records) {
    entries += batch.length;
    yield batch.map(recordLine).join('');
  }
  yield `${canonicalJson({ end: { checkpoints: checkpoints.length, entries } })}\n`;
}

/** An exported ledger, opened: its records can be read once. */
export interface LedgerExport {
  readonly header: LedgerExportHeader;
  readonly checkpoints: readonly string[];
  /** Ends with `LedgerExportCorrupt` when a line is not a record, or the file was cut. */
  readonly records: AsyncGenerator<readonly StoredRecord[], void, undefined>;
}

/**
 * Reads the head of an exported ledger and makes its records ready to be read.
 * @param lines batches of lines without their newlines, as `splitLines` makes them.
 * @throws LedgerExportCorrupt
 */
export async function readLedgerExport(lines: AsyncIterable<readonly string[]>): Promise<LedgerExport> {
  const batches = lines[Symbol.asyncIterator]();
  const checkpoints: string[] = [];
  let header: LedgerExportHeader | null = null;
  let number = 0;
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    for (const [at, line] of next.value.entries()) {
      if (header && !line.startsWith('{"checkpoint":')) {
        const rest = next.value.slice(at);
        return { header, checkpoints, records: readRecords(number, checkpoints.length, rest, batches) };
      }
      number++;
      if (header) checkpoints.push(parseLine(CheckpointLine, line, number).checkpoint);
      else header = parseLine(Header, line, number);
    }
  }
  throw new LedgerExportCorrupt(number + 1, 'is missing: the file was cut');
}

/**
 * Splits text into lines.
 * @param chunks UTF-8, cut anywhere.
 * @throws LedgerExportCorrupt when it is not UTF-8 or its last line has no newline.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[], void, undefined> {
  let count = 0;
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const { lines, whole } = decodeLines(Buffer.concat([...rest, chunk.subarray(0, end)]));
      count += lines.length;
      yield lines;
      if (!whole) throw new LedgerExportCorrupt(count + 1, 'is not UTF-8');
      rest = [];
    }
    rest.push(chunk.subarray(end));
  }
  if (rest.some(({ length }) => length > 0)) {
    throw new LedgerExportCorrupt(count + 1, 'was cut: it does not end');
  }
}

const NEWLINE = 0x0a;

/** The lines of a block that ends with a newline, up to the first one that is not UTF-8. */
function decodeLines(block: Buffer): { lines: string[]; whole: boolean } {
  if (isUtf8(block)) return { lines: block.toString().split('\n').slice(0, -1), whole: true };
  const lines: string[] = [];
  for (let at = 0; ; ) {
    const end = block.indexOf(NEWLINE, at);
    const line = block.subarray(at, end);
    if (!isUtf8(line)) return { lines, whole: false };
    lines.push(line.toString());
    at = end + 1;
  }
}

async function* readRecords(
  linesBefore: number,
  checkpoints: number,
  firstLines: readonly string[],
  batches: AsyncIterator<readonly string[]>,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  let number = linesBefore;
  let ended = false;
  let lines = firstLines;
  for (;;) {
    const records: StoredRecord[] = [];
    let fault: LedgerExportCorrupt | null = null;
    for (const line of lines) {
      number++;
      const record = ended ? null : parseRecord(line);
      if (record) {
        records.push(record);
        continue;
      }
      fault = endFault(line, number, { checkpoints, entries: number - linesBefore - 1 }, ended);
      if (fault) break;
      ended = true;
    }
    if (records.length > 0) yield records;
    if (fault) throw fault;
    const next = await batches.next();
    if (next.done) break;
    lines = next.value;
  }
  if (!ended) throw new LedgerExportCorrupt(number + 1, 'is missing: the file was cut');
}

/** What is wrong with a line that is no record: nothing, when it is the right last line. */
function endFault(
  line: string,
  number: number,
  counted: z.infer<typeof EndLine>['end'],
  ended: boolean,
): LedgerExportCorrupt | null {
  if (ended) return new LedgerExportCorrupt(number, 'comes after the end');
  if (!line.startsWith('{"end":')) return new LedgerExportCorrupt(number, 'is not an entry of a ledger');
  const { end } = parseLine(EndLine, line, number);
  if (end.entries === counted.entries && end.checkpoints === counted.checkpoints) return null;
  const what = `${end.entries} entries and ${end.checkpoints} checkpoints`;
  return new LedgerExportCorrupt(
    number,
    `speaks of ${what}, but ${counted.entries} and ${counted.checkpoints} came`,
  );
}

const RECORD_START = '{"entry":';
const RECORD_INDEX = ',"index":';
const RECORD_HASH = ',"leafHash":"';
const RECORD_END = '"}';
const HASH_DIGITS = 64;
const TAIL_LENGTH = RECORD_HASH.length + HASH_DIGITS + RECORD_END.length;
const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,15})$/;
const HEX = /^[0-9a-f]+$/;

function recordLine({ index, text, leafHash }: StoredRecord): string {
  const hash = Buffer.from(leafHash).toString('hex');
  return `${RECORD_START}${text}${RECORD_INDEX}${index},"leafHash":"${hash}"}\n`;
}

/** Takes a line apart without parsing the entry: its bytes are what was hashed. */
function parseRecord(line: string): StoredRecord | null {
  const tail = line.length - TAIL_LENGTH;
  // The last one: an entry may hold the same characters.
  const end = line.lastIndexOf(RECORD_INDEX);
  if (end < 0 || !line.startsWith(RECORD_START) || !line.startsWith(RECORD_HASH, tail)) return null;
  const index = line.slice(end + RECORD_INDEX.length, tail);
  const leafHash = line.slice(tail + RECORD_HASH.length, -RECORD_END.length);
  if (!line.endsWith(RECORD_END) || !WHOLE_NUMBER.test(index) || !HEX.test(leafHash)) return null;
  return {
    index: Number(index),
    text: line.slice(RECORD_START.length, end),
    leafHash: Buffer.from(leafHash, 'hex'),
  };
}

function parseLine<T>(schema: z.ZodType<T>, line: string, number: number): T {
  try {
    const value = schema.parse(JSON.parse(line));
    if (canonicalJson(value) === line) return value;
  } catch {
    // Not JSON or not of the right form: both are the same answer.
  }
  throw new LedgerExportCorrupt(number, 'does not read as a line of a ledger');
}
