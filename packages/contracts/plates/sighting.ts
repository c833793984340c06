import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ObjectClass } from '../object-class.ts';
import { PlateReading, PlateText } from './plate-reading.ts';
import { VehicleAttributes, VehicleColour } from './vehicle.ts';

/** A vehicle was seen: one passage of one camera. */
export const Sighting = z.object({
  /** The observation's identifier. */
  id: Identifier,
  capturedAt: Instant,
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  position: Position.nullable(),
  simulated: z.boolean(),
  reading: PlateReading.omit({ characters: true }),
  /** What a person says that it reads; the reading stays beside it. */
  corrected: PlateText.nullable(),
  vehicle: VehicleAttributes,
  /** That plate, class and colour are all right, 0–1: see `fusedConfidence`. */
  fusedConfidence: z.number().min(0).max(1),
  /** Class or colour contradicts the registry: the plate may be cloned, or misread. */
  suspicion: z.literal('possible-clone-or-misread').optional(),
  /** Crop of the plate and the picture around it in the object store, where they are kept. */
  crop: Digest.nullable(),
  picture: Digest.nullable(),
});
export type Sighting = z.infer<typeof Sighting>;

/** A correction of a misread. */
export const PlateCorrectionInput = z.object({
  plate: PlateText,
  note: z.string().trim().max(300).default(''),
});
export type PlateCorrectionInput = z.infer<typeof PlateCorrectionInput>;

/** What is looked for. `?` stands for one character, `*` for any number; without them the whole plate. */
export const PlateQuery = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase().replace(/[\s.·-]/g, ''))
  .pipe(
    z
      .string()
      .regex(
        /^[A-Z0-9?*]{2,16}$/,
        'letters, digits, ? for one character and * for several, at least two of them',
      )
      .refine((text) => /[A-Z0-9].*[A-Z0-9]/.test(text), 'name at least two characters that are known'),
  );

export const SightingFilter = z.object({
  plate: PlateQuery.optional(),
  /** Also what is read as something similar, up to this cost. */
  tolerance: z.number().min(0).max(3).default(0),
  from: Instant,
  to: Instant,
  cameras: z.array(Identifier).max(500).default([]),
  /** `[west, south, east, north]` in degrees. */
  area: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  class: ObjectClass.optional(),
  colour: VehicleColour.optional(),
});
export type SightingFilter = z.infer<typeof SightingFilter>;

/** Where is searched: at the site of the case, or at every site that the searcher may search. */
export const SearchScope = z.enum(['case-site', 'my-sites']);
export type SearchScope = z.infer<typeof SearchScope>;

/**
 * A search. Case, purpose and reason come with the stated purpose that the session carries; the search is stored and
 * in the ledger before the first result is read.
 */
export const PlateSearchInput = z.object({
  filter: SightingFilter.refine(({ from, to }) => from < to, 'the search ends before it begins').refine(
    ({ plate, cameras, area }) => plate !== undefined || cameras.length > 0 || area !== undefined,
    'name a plate, cameras or an area: nobody searches everything',
  ),
  reason: z.string().trim().min(10).max(1000),
  scope: SearchScope.default('case-site'),
  limit: z.int().min(1).max(500).default(100),
});
export type PlateSearchInput = z.infer<typeof PlateSearchInput>;

export const PlateSearchResult = z.object({
  searchId: Identifier,
  sightings: z.array(Sighting),
  /** There are more: narrow the search. */
  truncated: z.boolean(),
  /** Cost of the match of each sighting, in their order; 0 is exact. */
  costs: z.array(z.number()),
  /** Present where looking through past days took too long and was stopped: nothing before was looked at. */
  incomplete: z.object({ searchedFrom: Instant, message: z.string() }).optional(),
});
export type PlateSearchResult = z.infer<typeof PlateSearchResult>;

/** A search on record. */
export const PlateSearchRecord = z.object({
  id: Identifier,
  kind: z.enum(['search', 'journey', 'convoy']),
  at: Instant,
  by: z.string(),
  caseNumber: z.string(),
  purpose: z.string(),
  reason: z.string(),
  /** Where was searched beyond the site of the case; null: only there. */
  sites: z.union([z.literal('all'), z.array(Identifier)]).nullable(),
  /** As it was searched: its plate is in capitals already. */
  filter: SightingFilter.extend({ plate: z.string().optional() }),
  results: z.int().nonnegative(),
});
export type PlateSearchRecord = z.infer<typeof PlateSearchRecord>;
