import type { RecordKind } from '@amaan/contracts/governance/record';
import type { JSONColumnType } from 'kysely';

type InstantText = string;
type Body = Record<string, unknown>;

/** Documented information: what people write, version, sign and review. */
export interface RecordTables {
  governance_record: RecordTable;
  governance_record_version: RecordVersionTable;
  governance_record_signature: RecordSignatureTable;
}

/** A `RecordAuthor`, column by column. */
interface AuthorColumns {
  by_actor: string;
  by_name: string;
  by_person: string;
  by_role: string;
}

interface RecordTable {
  id: string;
  kind: RecordKind;
  /** Counts within the kind. */
  ordinal: number;
  system_id: string | null;
  title: string;
  status: string;
  owner: string | null;
  opened_at: InstantText;
  closed_at: InstantText | null;
  review_at: InstantText | null;
  expires_at: InstantText | null;
  /** The newest version. */
  version: number;
  demo: boolean;
}

/** Append-only. */
interface RecordVersionTable extends AuthorColumns {
  record_id: string;
  version: number;
  body: JSONColumnType<Body>;
  digest: Uint8Array;
  at: InstantText;
  note: string;
}

/** Append-only. */
interface RecordSignatureTable extends AuthorColumns {
  id: string;
  record_id: string;
  version: number;
  meaning: string;
  at: InstantText;
  statement: string;
  demo: boolean;
}
