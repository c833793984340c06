import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Cases, stated purposes, and the past of policies and accounts. */
export interface AccessTables {
  case_file: CaseFileTable;
  case_member: CaseMemberTable;
  case_alert: CaseAlertTable;
  stated_purpose: StatedPurposeTable;
  policy_text: PolicyTextTable;
  policy_in_force: PolicyInForceTable;
  user_history: UserHistoryTable;
}

interface CaseFileTable {
  id: Uuid;
  ordinal: number;
  title: string;
  site_id: Uuid;
  opened_at: InstantText;
  opened_by: string;
  closed_at: InstantText | null;
  demo: boolean;
}

interface CaseMemberTable {
  case_id: Uuid;
  user_id: string;
  since: InstantText;
}

interface CaseAlertTable {
  case_id: Uuid;
  alert_id: Uuid;
  attached_at: InstantText;
  attached_by: string;
}

/** Append-only. */
interface StatedPurposeTable {
  id: Uuid;
  case_id: Uuid;
  user_id: string;
  purpose: string;
  statement: string;
  at: InstantText;
  expires_at: InstantText;
}

/** Append-only: the rules of access, word for word. */
interface PolicyTextTable {
  digest: Bytes;
  body: JSONColumnType<{ schema: string; policies: Record<string, string> }>;
}

/** Append-only. */
interface PolicyInForceTable {
  id: Uuid;
  since: InstantText;
  digest: Bytes;
}

/** Append-only: an account from an instant on, until its next line. */
interface UserHistoryTable {
  id: Uuid;
  user_id: string;
  since: InstantText;
  username: string;
  name: string;
  role: string;
  person: string;
  /** `all`, or the identifiers of sites with a space between them. */
  sites: string;
  disabled: boolean;
}
