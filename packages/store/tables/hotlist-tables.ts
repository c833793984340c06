import type { HOTLIST_ENTRY_STATES, HotlistInput } from '@amaan/contracts/plates/hotlist';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
/** Read as `YYYY-MM-DD` with `to_char`: the driver would make it midnight of some time zone. */
type DayText = string;
type Bytes = Uint8Array;

/** Lists of plates that are looked for. Nothing of them is ever deleted. */
export interface HotlistTables {
  hotlist: {
    id: Uuid;
    /** Null: every site. */
    site_id: Uuid | null;
    version: number;
    body: JSONColumnType<HotlistInput>;
    /** As in `body`. */
    expires_on: DayText;
    created_at: InstantText;
    created_by: string;
    created_by_name: string;
    closed_at: InstantText | null;
    revision: number;
  };
  /** Append-only. */
  hotlist_version: {
    hotlist_id: Uuid;
    version: number;
    body: JSONColumnType<HotlistInput & { siteId: Uuid | null }>;
    digest: Bytes;
    at: InstantText;
    by_actor: string;
    by_name: string;
  };
  hotlist_entry: {
    id: Uuid;
    hotlist_id: Uuid;
    plate: string;
    note: string;
    case_number: string;
    expires_on: DayText | null;
    /** Of what was added: what the ledger has of it. */
    digest: Bytes;
    /** `expired` once somebody added the plate anew; until then an entry that ran out is as it was. */
    state: (typeof HOTLIST_ENTRY_STATES)[number];
    import_id: Uuid | null;
    added_at: InstantText;
    added_by: string;
    added_by_name: string;
    added_person: string;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decision_note: string | null;
    removed_at: InstantText | null;
    removed_by: string | null;
    removed_by_name: string | null;
    revision: number;
  };
  hotlist_state: {
    only_row: Generated<boolean>;
    revision: number;
    /** Whether reads were held against the lists when a server last looked, and if not, why. */
    matching: boolean;
    reason: string;
    since: InstantText | null;
  };
}
