import type { LocalText } from '@amaan/contracts/ai-system';
import type { ContestFile, ContestReason, ContestState } from '@amaan/contracts/violations/contest';
import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** What citizens say against challans. */
export interface ContestTables {
  contest: {
    id: Uuid;
    challan_id: Uuid;
    case_id: Uuid;
    site_id: Uuid;
    state: ContestState;
    reasons: ContestReason[];
    text: string;
    opened_at: InstantText;
    decide_by: InstantText;
    ended_at: InstantText | null;
    /** What the citizen is told, in both languages; null: nobody decided. */
    explanation: JSONColumnType<LocalText> | null;
    decided_user: string | null;
    decided_by_name: string | null;
    /** The human, spelt as four eyes compare them. */
    decided_person: string | null;
  };
  /** A file that a citizen brought, sealed in the object store. */
  contest_file: {
    id: Uuid;
    challan_id: Uuid;
    /** Null: brought for a contest that has not been sent. */
    contest_id: Uuid | null;
    name: string;
    media_type: ContestFile['mediaType'];
    digest: Uint8Array;
    object_digest: Uint8Array;
    bytes: number;
    added_at: InstantText;
  };
}
