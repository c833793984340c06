import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { TimeZone } from '../traffic/api-lanes.ts';
import { FileEncoding, ImportKind, ImportMapping, Separator } from './import-mapping.ts';
import { OffenceEntry } from './incident.ts';

/** The largest file that is taken, in bytes as they are sent. */
export const LARGEST_IMPORT_BYTES = 2 * 1024 * 1024 * 1024;
/** What a preview of CSV or GeoJSON needs to see of a file; of Parquet it needs all. */
export const PREVIEW_BYTES = 1024 * 1024;
/** The first rejected lines are named in the answer; all are in the CSV of the rejected. */
export const MOST_REJECTED_NAMED = 200;

/** Why a line was not kept. */
export const REJECTION_CODES = [
  'unclosed-quote',
  'too-long',
  'too-many-cells',
  'too-few-cells',
  'not-an-object',
  'encoding',
  'no-place',
  'place-not-a-number',
  'place-zero',
  'place-outside-system',
  'place-swapped',
  'place-far-away',
  'no-time',
  'time-unreadable',
  'time-impossible',
  'time-in-future',
  'time-too-old',
  'until-before-from',
  'interval-too-long',
  'no-offence',
  'offence-too-long',
  'looks-personal',
  'external-id-too-long',
  'minutes-unreadable',
  'same-id-in-file',
  'same-row-in-file',
  'already-stored',
] as const;
export const RejectionCode = z.enum(REJECTION_CODES);
export type RejectionCode = z.infer<typeof RejectionCode>;

/** One line that was not kept. Nothing of columns that are not read is in it. */
export const RejectedLine = z.object({
  /** From 1; a line of names is one. Of GeoJSON and Parquet: the number of the feature or row. */
  line: z.int().positive(),
  code: RejectionCode,
  /** The sentence for people, in English. */
  reason: z.string(),
  /** What stood in the column that was at fault, cut to 60 characters; empty: it is not said. */
  value: z.string().max(60),
});
export type RejectedLine = z.infer<typeof RejectedLine>;

export const COLUMN_USES = ['x', 'y', 'from', 'until', 'offence', 'externalId', 'minutes'] as const;
export const ColumnUse = z.enum(COLUMN_USES);
export type ColumnUse = z.infer<typeof ColumnUse>;

/** What a person should look at before the import. */
export const PREVIEW_HINTS = [
  /** Latitude and longitude stand the other way round: change x and y. */
  'swapped-coordinates',
  /** No row of those seen tells whether the day or the month stands first. */
  'date-order-guessed',
  /** It is not UTF-8; it was read as Windows-1252 (Latin-1). */
  'latin-1-assumed',
  /** Every time seen is the first of a month: they stand for whole months. */
  'months-only',
  /** The times have no clock: each is the whole local day. */
  'days-only',
  'no-place-columns',
  'no-time-column',
  'no-offence-column',
  /** The numbers are metres; the system of coordinates must be named. */
  'coordinates-are-metres',
  /** More than a tenth of the rows seen would be rejected. */
  'many-rejected',
  /** Only the beginning of the file was looked at. */
  'beginning-only',
] as const;
export const PreviewHint = z.enum(PREVIEW_HINTS);
export type PreviewHint = z.infer<typeof PreviewHint>;

/** What a file looks like, and how it would be read. */
export const ImportPreview = z.object({
  format: z.enum(['csv', 'geojson', 'parquet']),
  compressed: z.boolean(),
  /** Null: the format has none. */
  encoding: FileEncoding.nullable(),
  separator: Separator.nullable(),
  header: z.boolean(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** What the mapping reads it as; empty: it stays unread, and nothing of it is shown or stored. */
      uses: z.array(ColumnUse),
      /** Its name says that it is of persons (name, father, CNIC, phone, address …): it cannot be chosen. */
      personal: z.boolean(),
    }),
  ),
  /** The mapping that was sent, or a proposal; null: place or time were not found, so one must be chosen. */
  mapping: ImportMapping.nullable(),
  /** The first rows as they would be stored; empty without a mapping. */
  rows: z.array(
    z.object({
      line: z.int().positive(),
      position: Position,
      from: Instant,
      until: Instant,
      offence: z.string(),
      externalId: z.string().nullable(),
    }),
  ),
  rejected: z.array(RejectedLine),
  /** Rows that were looked at, and how many of them are good. */
  seen: z.int().nonnegative(),
  good: z.int().nonnegative(),
  hints: z.array(PreviewHint),
  /** Offences among the rows seen, with what they would count as. */
  offences: z.array(
    OffenceEntry.pick({ offence: true, kind: true, officerInitiated: true, victimSensitive: true }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** A mapping in a query, as JSON text. */
const mappingText = z
  .string()
  .max(6000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'The mapping is not JSON.' });
      return z.NEVER;
    }
  })
  .pipe(ImportMapping);

export const PreviewQuery = z.object({
  siteId: Identifier,
  kind: ImportKind.default('incidents'),
  /** Of clock times, in a proposal. */
  timeZone: TimeZone.default('Asia/Karachi'),
  /** JSON of an `ImportMapping`; left out: one is proposed. */
  mapping: mappingText.optional(),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

export const ImportQuery = z.object({
  siteId: Identifier,
  /** JSON of an `ImportMapping`. */
  mapping: mappingText,
  /** How people find the batch again: the file's name. */
  name: z.string().trim().min(1).max(160),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** A file that was imported. */
export const ImportBatch = z.object({
  id: Identifier,
  siteId: Identifier,
  kind: ImportKind,
  name: z.string(),
  state: z.enum(['stored', 'taken-back']),
  simulated: z.boolean(),
  importedAt: Instant,
  importedBy: z.string(),
  mapping: ImportMapping,
  format: z.enum(['csv', 'geojson', 'parquet']),
  encoding: FileEncoding.nullable(),
  fileBytes: z.int().nonnegative(),
  /** sha256 of the file as it was sent. */
  fileDigest: Digest,
  /** sha256 of the stored Parquet file. */
  dataDigest: Digest,
  /** Rows of the file: the stored ones and the rejected ones. */
  rows: z.int().nonnegative(),
  stored: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** Rejected lines by why. */
  rejectedBy: z.array(z.object({ code: RejectionCode, lines: z.int().positive() })),
  /** Stored rows that are equal to another of the file in everything that is read. */
  alike: z.int().nonnegative(),
  /** Stored rows whose clock time was skipped or came twice when clocks were changed. */
  clockChanges: z.int().nonnegative(),
  /** Columns of the file that were not read. */
  unread: z.array(z.string()),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  takenBack: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

/** A batch, with the first lines that were not kept. */
export const ImportResult = ImportBatch.extend({ rejectedLines: z.array(RejectedLine) });
export type ImportResult = z.infer<typeof ImportResult>;

export const TakeBackInput = z.object({ reason: z.string().trim().min(10).max(500) });
export type TakeBackInput = z.infer<typeof TakeBackInput>;
