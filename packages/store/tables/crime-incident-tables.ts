import type { BoundaryGeometry } from '@amaan/contracts/crime/boundary';
import type { ImportBatch, RejectedLine } from '@amaan/contracts/crime/import-batch';
import type { ImportKind, ImportMapping } from '@amaan/contracts/crime/import-mapping';
import type { IncidentKind } from '@amaan/contracts/crime/incident';
import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** What is known of an imported file beside its columns of the table. */
export type ImportFacts = Pick<
  ImportBatch,
  'format' | 'encoding' | 'rejectedBy' | 'alike' | 'clockChanges' | 'unread'
> & {
  /** The first of them. */
  readonly rejectedLines: readonly RejectedLine[];
};

/** Imported files of incidents and patrols, what offences count as, areas of police stations. */
export interface CrimeIncidentTables {
  crime_import: {
    id: Uuid;
    site_id: Uuid;
    kind: ImportKind;
    name: string;
    simulated: boolean;
    imported_at: InstantText;
    imported_by: string;
    imported_by_name: string;
    mapping: JSONColumnType<ImportMapping>;
    facts: JSONColumnType<ImportFacts>;
    file_bytes: number;
    file_digest: Bytes;
    data_digest: Bytes;
    stored: number;
    rejected: number;
    first_at: InstantText;
    last_at: InstantText;
    taken_back_at: InstantText | null;
    taken_back_by_name: string | null;
    taken_back_reason: string | null;
  };
  crime_import_offence: { import_id: Uuid; offence: string; incidents: number };
  crime_offence: {
    offence: string;
    kind: IncidentKind;
    officer_initiated: boolean;
    victim_sensitive: boolean;
    reviewed: boolean;
    changed_at: InstantText | null;
    changed_by_name: string | null;
    reason: string;
  };
  crime_plane: { site_id: Uuid; simulated: boolean; plane: string; longitude: number; latitude: number };
  crime_boundary_set: {
    site_id: Uuid;
    version: number;
    digest: Bytes;
    stored_at: InstantText;
    stored_by: string;
    stored_by_name: string;
  };
  crime_boundary: {
    id: Uuid;
    site_id: Uuid;
    version: number;
    name: string;
    name_urdu: string;
    code: string;
    population: number | null;
    area_km2: number;
    geometry: JSONColumnType<BoundaryGeometry>;
  };
}
