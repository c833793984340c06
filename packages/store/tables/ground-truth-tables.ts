import type { GroundTruthSet, Grouping } from '@amaan/contracts/ground-truth';
import type { JSONColumnType } from 'kysely';

type Uuid = string;

/** Append-only, both. */
export interface GroundTruthTables {
  ground_truth_set: {
    id: Uuid;
    name: string;
    source: string;
    /** sha256 of the file as it came. */
    digest: Uint8Array;
    refused: JSONColumnType<GroundTruthSet['refused']>;
    refused_count: number;
    uploaded_at: string;
    uploaded_by: string;
  };
  ground_truth_item: {
    set_id: Uuid;
    observation_id: Uuid;
    system: string;
    site_id: Uuid;
    group_id: Uuid;
    camera_id: Uuid;
    simulated: boolean;
    wrong: boolean;
    labels: JSONColumnType<Partial<Record<Grouping, string>>>;
  };
}
