import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CALL_FIELDS, type CallField, CallPriority, CallsTaken, RefusedCall } from './emergency-call.ts';

export const LARGEST_CALL_FILE_BYTES = 32 * 1024 * 1024;
/** A preview reads so much of a file. */
export const LARGEST_PREVIEW_BYTES = 256 * 1024;

export const CALL_SEPARATORS = [',', ';', '\t', '|'] as const;

const Column = z.string().trim().min(1).max(120);

/** Which column of a file is what. Columns that no field names are never read. */
export const CallMapping = z.object({
  separator: z.enum(CALL_SEPARATORS).default(','),
  columns: z.partialRecord(z.enum(CALL_FIELDS), Column).refine(hasNeeded, {
    message: 'The columns of the call’s id and of the time at which it was received must be named.',
  }),
  /** How times are written that do not say their offset from UTC. */
  timeZone: z.string().max(60).default('Asia/Karachi'),
  /** Of 03/04/2026: the third of April (day first) or the fourth of March. */
  dayFirst: z.boolean().default(true),
  /** The site of lines that name none. */
  siteId: Identifier.nullable().default(null),
  /** Priorities in the file's own words; `1`–`5` and `P1`–`P5` are understood without. */
  priorities: z.record(z.string().trim().min(1).max(60), CallPriority).default({}),
});
export type CallMapping = z.infer<typeof CallMapping>;

function hasNeeded(columns: Partial<Record<CallField, string>>): boolean {
  return columns.callId !== undefined && columns.receivedAt !== undefined;
}

export const CallPreviewInput = z.object({
  /** The beginning of the file, cut at the end of a line. */
  csv: z.string().min(1).max(LARGEST_PREVIEW_BYTES),
  /** Null: guess it. */
  mapping: CallMapping.nullable().default(null),
});
export type CallPreviewInput = z.infer<typeof CallPreviewInput>;

/** A call as it would be taken from a line. */
export const PreviewedCall = z.object({
  line: z.int().positive(),
  /** The fields that were read, as they would be kept: instants in UTC, places rounded, sites by their names. */
  fields: z.partialRecord(z.enum(CALL_FIELDS), z.union([z.string(), z.number(), z.null()])),
});

/** What a file would become, before anything is kept. */
export const CallPreview = z.object({
  columns: z.array(z.string()),
  /** Null: the id or the time of receipt could not be guessed, and must be named. */
  mapping: CallMapping.nullable(),
  /** Columns that stay unread. */
  unread: z.array(z.string()),
  /** The first lines that can be taken. */
  calls: z.array(PreviewedCall).max(20),
  lines: z.int().nonnegative(),
  good: z.int().nonnegative(),
  refused: z.array(RefusedCall).max(100),
  refusedCount: z.int().nonnegative(),
});
export type CallPreview = z.infer<typeof CallPreview>;

export const CallImportInput = z.object({
  /** The dispatch system that wrote the file: a call of the same system with the same id is the same call. */
  source: z.string().trim().min(3).max(80),
  fileName: z.string().trim().min(1).max(200),
  csv: z.string().min(1).max(LARGEST_CALL_FILE_BYTES),
  mapping: CallMapping,
});
export type CallImportInput = z.infer<typeof CallImportInput>;

/** A file that was read, with what came of it. */
export const CallImport = z.object({
  ...CallsTaken.shape,
  id: Identifier,
  sourceId: Identifier,
  source: z.string(),
  fileName: z.string(),
  /** sha256 of the file as it came. */
  digest: Digest,
  mapping: CallMapping,
  lines: z.int().nonnegative(),
  importedAt: Instant,
  importedBy: z.string(),
  simulated: z.boolean(),
});
export type CallImport = z.infer<typeof CallImport>;
