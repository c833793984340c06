import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { TimeZone } from '../traffic/api-lanes.ts';
import { CellLattice } from './cell-lattice.ts';

/** What an offence is, in a list that holds for every city; the data's own words stay beside it. */
export const INCIDENT_KINDS = [
  'burglary-home',
  'burglary-business',
  'robbery',
  'theft',
  'vehicle-theft',
  'theft-from-vehicle',
  'assault',
  'homicide',
  'sexual-offence',
  'domestic-violence',
  'kidnapping',
  'harassment',
  'weapons',
  'drugs',
  'disorder',
  'vandalism',
  'arson',
  'fraud',
  'extortion',
  'traffic',
  'other',
] as const;
export const IncidentKind = z.enum(INCIDENT_KINDS);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** The longest name of an offence, in characters. */
export const LONGEST_OFFENCE = 120;
export const Offence = z.string().trim().min(1).max(LONGEST_OFFENCE);

/** What an offence counts as. */
export const OffenceClass = z.object({
  kind: IncidentKind,
  /**
   * How often it is recorded depends on where police patrol (possession of drugs, disorder). It is left out of
   * forecasts, plans and Gi* unless somebody says why it must be in.
   */
  officerInitiated: z.boolean(),
  /** Its place can give its victim away: it is never drawn as a single point, and small cells of it are withheld. */
  victimSensitive: z.boolean(),
});
export type OffenceClass = z.infer<typeof OffenceClass>;

/** A line of the offence table. */
export const OffenceEntry = z.object({
  offence: Offence,
  ...OffenceClass.shape,
  /** False: classed by rules of words alone. One that no rule knows counts as victim-sensitive until somebody looks. */
  reviewed: z.boolean(),
  /** Incidents of it that are stored. */
  incidents: z.int().nonnegative(),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
  /** Why it was last changed. */
  reason: z.string(),
});
export type OffenceEntry = z.infer<typeof OffenceEntry>;

export const OffenceChange = z.object({
  offence: Offence,
  ...OffenceClass.shape,
  reason: z.string().trim().min(5).max(500),
});
export type OffenceChange = z.infer<typeof OffenceChange>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** Texts divided by `|`, since names of offences hold commas. */
const listed = z
  .string()
  .max(8000)
  .transform((text) => text.split('|').filter((part) => part !== ''));

/** Which incidents are asked for: those that may have happened within the period. */
export const IncidentQuery = z.object({
  siteId: Identifier,
  /** Left out: since the first. */
  from: Instant.optional(),
  /** Not part of the period. Left out: up to the last. */
  to: Instant.optional(),
  /** The data's own names, divided by `|`; left out with `kinds`: all. */
  offences: listed.optional(),
  /** Kinds, divided by `|`. */
  kinds: listed.pipe(z.array(IncidentKind)).optional(),
  /** Areas of police stations, divided by `|`; left out: the whole site. */
  boundaryIds: listed.pipe(z.array(Identifier).max(200)).optional(),
  /**
   * Whether simulated incidents are asked for instead of reported ones; the two are never mixed. Left out: reported ones,
   * or simulated ones at a site that has nothing else.
   */
  simulated: flag.optional(),
});
export type IncidentQuery = z.infer<typeof IncidentQuery>;

export const IncidentSummaryQuery = IncidentQuery.extend({
  /** Whose months are counted by. */
  timeZone: TimeZone.default('Asia/Karachi'),
});
export type IncidentSummaryQuery = z.infer<typeof IncidentSummaryQuery>;

export const IncidentCellsQuery = IncidentQuery.extend({
  /** Edge of a square cell in metres. */
  cellMetres: z.coerce.number().min(50).max(10_000).default(250),
});
export type IncidentCellsQuery = z.infer<typeof IncidentCellsQuery>;

export const IncidentPointsQuery = IncidentQuery.extend({
  limit: z.coerce.number().int().min(1).max(20_000).default(5_000),
});
export type IncidentPointsQuery = z.infer<typeof IncidentPointsQuery>;

/** What is stored, for filters and the brush in time. */
export const IncidentSummary = z.object({
  incidents: z.int().nonnegative(),
  /** When the first and the last happened; null: none is stored. */
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  /** `[west, south, east, north]` in degrees, WGS 84, opened to whole hundredths so that no place can be read off. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Most frequent first. */
  offences: z.array(
    z.object({ offence: z.string(), ...OffenceClass.shape, incidents: z.int().nonnegative() }),
  ),
  /** By local months, `2026-03`, by when an incident may have begun. Months without incidents are left out. */
  months: z.array(z.object({ month: z.string(), incidents: z.int().nonnegative() })),
  timeZone: z.string(),
  /** The plane in which distances are measured, `EPSG:32643`; null: nothing is stored. */
  plane: z.string().nullable(),
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** Why incidents are not in what is shown. */
export const LEFT_OUT_REASONS = [
  'officer-initiated',
  'victim-sensitive',
  'small-cell',
  'outside-area',
  'limit',
] as const;
export const LeftOut = z.object({ reason: z.enum(LEFT_OUT_REASONS), incidents: z.int().nonnegative() });
export type LeftOut = z.infer<typeof LeftOut>;

/** From what a picture was made: every one carries it. */
export const IncidentDataNotes = z.object({
  siteId: Identifier,
  /** The period that was asked for, as instants; null: open. */
  from: Instant.nullable(),
  to: Instant.nullable(),
  /** Incidents that were counted. */
  incidents: z.int().nonnegative(),
  batches: z.array(
    z.object({ id: Identifier, name: z.string(), incidents: z.int().nonnegative(), digest: z.string() }),
  ),
  leftOut: z.array(LeftOut),
  /** Of those counted: how many have no exact time, but an interval. */
  withInterval: z.int().nonnegative(),
  /** sha256 over the digests of the batches and the question: equal digests, equal incidents. */
  digest: z.string(),
  simulated: z.boolean(),
  plane: z.string().nullable(),
});
export type IncidentDataNotes = z.infer<typeof IncidentDataNotes>;

/** Counts by square cells of the plane. */
export const IncidentCells = z.object({
  /** Null: there are no incidents. */
  lattice: CellLattice.nullable(),
  /** Cells that have incidents: the number within the lattice (row × columns + column), and the count. */
  cells: z.array(z.object({ index: z.int().nonnegative(), incidents: z.int().positive() })),
  notes: IncidentDataNotes,
});
export type IncidentCells = z.infer<typeof IncidentCells>;

/** GeoJSON of single incidents (RFC 7946). Unless `exact`, their places are moved: see `withinMetres`. */
export const IncidentPoints = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.object({ type: z.literal('Point'), coordinates: Position }),
      properties: z.object({
        offence: z.string(),
        kind: IncidentKind,
        from: Instant,
        until: Instant,
        /** How far the true place may lie from the one that is drawn; 0: it is the true one. */
        withinMetres: z.number().nonnegative(),
      }),
    }),
  ),
  exact: z.boolean(),
  notes: IncidentDataNotes,
});
export type IncidentPoints = z.infer<typeof IncidentPoints>;
