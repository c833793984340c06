import type { AiSystem, LifecycleStage } from '@amaan/contracts/ai-system';
import type { RequestState } from '@amaan/contracts/governance/lifecycle';
import type { OrganisationEntry } from '@amaan/contracts/governance/system-entry';
import type { JSONColumnType } from 'kysely';
import type { AuthorColumns } from '../author-columns.ts';

type Uuid = string;
type InstantText = string;

/** The organisation's part of the register, and the lifecycle with its requests and decisions. */
export interface LifecycleTables {
  system_definition: SystemDefinitionTable;
  system_entry: SystemEntryTable;
  lifecycle_request: LifecycleRequestTable;
  lifecycle_decision: LifecycleDecisionTable;
  lifecycle_transition: LifecycleTransitionTable;
}

interface CombinationColumns {
  models: JSONColumnType<{ id: string; digest: string }[]>;
  configuration_digest: Uint8Array;
}

/** Append-only. */
interface SystemDefinitionTable {
  system_id: string;
  version: number;
  definition: JSONColumnType<AiSystem>;
  digest: Uint8Array;
  changed: JSONColumnType<string[]>;
  at: InstantText;
}

/** Append-only. */
interface SystemEntryTable extends AuthorColumns {
  system_id: string;
  version: number;
  body: JSONColumnType<OrganisationEntry>;
  digest: Uint8Array;
  at: InstantText;
  note: string;
  demo: boolean;
}

interface LifecycleRequestTable extends CombinationColumns, AuthorColumns {
  id: Uuid;
  system_id: string;
  from_stage: LifecycleStage;
  to_stage: LifecycleStage;
  reason: string;
  /** How many different people must approve it, the requester not among them. */
  approvals_needed: number;
  at: InstantText;
  expires_at: InstantText;
  state: RequestState;
  closed_at: InstantText | null;
  demo: boolean;
}

/** Append-only. */
interface LifecycleDecisionTable extends AuthorColumns {
  id: Uuid;
  request_id: Uuid;
  decision: 'approved' | 'rejected';
  statement: string;
  at: InstantText;
  demo: boolean;
}

/** Append-only. */
interface LifecycleTransitionTable extends CombinationColumns {
  id: Uuid;
  system_id: string;
  from_stage: LifecycleStage;
  to_stage: LifecycleStage;
  at: InstantText;
  request_id: Uuid | null;
  reason: string;
  by_name: string;
  demo: boolean;
}
