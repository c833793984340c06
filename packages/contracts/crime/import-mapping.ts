import { z } from 'zod';
import { TimeZone } from '../traffic/api-lanes.ts';
import { Offence } from './incident.ts';

/** What a file is about: reported incidents, or where patrols were (`patrols`: how long somebody was there). */
export const IMPORT_KINDS = ['incidents', 'patrols'] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;

export const FILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const FileEncoding = z.enum(FILE_ENCODINGS);
export type FileEncoding = z.infer<typeof FileEncoding>;

export const SEPARATORS = [',', ';', '\t', '|', ' '] as const;
export const Separator = z.enum(SEPARATORS);
export type Separator = z.infer<typeof Separator>;

/**
 * A column by its name. A file without a line of names has the columns `1`, `2`, …; a name that comes again is followed
 * by ` (2)`. Points of GeoJSON are the columns `@longitude` and `@latitude`.
 */
export const ColumnName = z.string().min(1).max(200);

/** Order of the parts of a date written in figures, where it does not begin with the year. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export const DateOrder = z.enum(DATE_ORDERS);
export type DateOrder = z.infer<typeof DateOrder>;

/**
 * How much of a time is known at least. `as-written`: a date alone is the whole local day, a clock time is exact.
 * `day` and `month`: whatever is written stands for the whole local day or month.
 */
export const TIME_PRECISIONS = ['as-written', 'day', 'month'] as const;
export const TimePrecision = z.enum(TIME_PRECISIONS);
export type TimePrecision = z.infer<typeof TimePrecision>;

/** Which columns of a file are read, and as what. No other column is read beyond its name. */
export const ImportMapping = z.object({
  kind: ImportKind.default('incidents'),
  place: z.object({
    /** Longitude or easting. */
    x: ColumnName,
    /** Latitude or northing. */
    y: ColumnName,
    /** EPSG code of what the two are in. */
    crs: z.string().max(20).default('EPSG:4326'),
    /** Whether a comma divides the fraction: `74,3587`. */
    decimalComma: z.boolean().default(false),
  }),
  time: z.object({
    /** One column, a date and a time of day, or year, month, day (hour, minute, second). */
    from: z.array(ColumnName).min(1).max(6),
    /** The latest moment it can have happened; empty: as `from` says. */
    until: z.array(ColumnName).max(6).default([]),
    dateOrder: DateOrder.default('dmy'),
    precision: TimePrecision.default('as-written'),
    /** Of clock times that name no offset. */
    timeZone: TimeZone.default('Asia/Karachi'),
  }),
  /** Names the offence; null only for patrols. */
  offence: z
    .union([z.object({ column: ColumnName }), z.object({ constant: Offence })])
    .nullable()
    .default(null),
  /** The source's own number of an incident, by which it is known again. Never one of a person. */
  externalId: ColumnName.nullable().default(null),
  /** Of patrols: minutes of presence from `from` on; null: until `until`. */
  minutes: ColumnName.nullable().default(null),
  /**
   * Rows that are equal in everything that is read and have no number of their own: two thefts in one street on one day
   * are such rows, so they are kept unless somebody knows better.
   */
  sameRows: z.enum(['keep', 'drop']).default('keep'),
  /** Left out: found from the beginning of the file. */
  encoding: FileEncoding.optional(),
  separator: Separator.optional(),
  header: z.boolean().optional(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
/** A mapping as it is sent: whatever has a default may be left out. */
export type ImportMappingInput = z.input<typeof ImportMapping>;
