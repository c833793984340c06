import type { SightingFilter } from '@amaan/contracts/plates/sighting';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** Sightings of plates and what people do with them. */
export interface PlateTables {
  sighting: SightingTable;
  registry_lookup: RegistryLookupTable;
  known_plate: { plate: string; last_day: string };
  /** Append-only. */
  plate_search: {
    id: Uuid;
    kind: 'search' | 'journey' | 'convoy';
    at: InstantText;
    by_user: string;
    by_name: string;
    case_id: Uuid;
    purpose_id: Uuid;
    reason: string;
    filter: JSONColumnType<SightingFilter>;
    /** Null: only that of the case. */
    sites: ColumnType<'all' | string[] | null, string | null, never>;
  };
  /** Append-only: written once the results were read. */
  plate_search_result: { search_id: Uuid; results: number };
  plate_hold: {
    id: Uuid;
    case_id: Uuid;
    plate: string;
    from_at: InstantText;
    to_at: InstantText;
    made_at: InstantText;
    made_by: string;
    released_at: InstantText | null;
    released_by: string | null;
  };
  plate_correction: {
    id: Uuid;
    observation_id: Uuid;
    captured_at: InstantText;
    original: string;
    plate: string;
    note: string;
    at: InstantText;
    by_user: string;
    by_name: string;
  };
  /** Append-only. */
  plate_retention_run: {
    id: Uuid;
    started_at: InstantText;
    finished_at: InstantText;
    /** What was captured before it was looked at. */
    before: InstantText;
    deleted: number;
    kept: number;
    objects: number;
    /** Rows taken out of files of the cold store. */
    cold: number;
  };
}

/** Partitioned by day of `captured_at`: one row per plate read, made from its observation. */
export interface SightingTable {
  captured_at: InstantText;
  id: Uuid;
  plate: string;
  corrected: string | null;
  confidence: number;
  format: string | null;
  rows: number;
  site_id: Uuid;
  camera_id: Uuid;
  simulated: boolean;
  class: string | null;
  class_confidence: number;
  colour: string | null;
  colour_confidence: number;
  heading: string | null;
  box: number[] | null;
  suspicion: string | null;
}

/** Reads that the vehicle registry is yet to be asked about. */
interface RegistryLookupTable {
  captured_at: InstantText;
  observation_id: Uuid;
  attempts: Generated<number>;
}
