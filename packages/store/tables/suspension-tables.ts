import type { SuspensionSource } from '@amaan/contracts/governance/suspension';
import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** Groups of cameras, suspensions, and what the platform's watch over clock and ledger remembers. */
export interface SuspensionTables {
  camera_group: CameraGroupTable;
  suspension: SuspensionTable;
  resumption: ResumptionTable;
  permit_camera_revocation: PermitCameraRevocationTable;
  clock_mark: ClockMarkTable;
  ledger_check: LedgerCheckTable;
}

interface CameraGroupTable {
  id: Uuid;
  site_id: Uuid;
  name: string;
  is_default: boolean;
  created_at: InstantText;
}

interface SuspensionTable {
  id: Uuid;
  system_id: string;
  /** Null: the whole system. */
  camera_group_id: Uuid | null;
  at: InstantText;
  reason: string;
  source: SuspensionSource;
  incident_id: Uuid | null;
  by_actor: string;
  by_name: string;
  by_person: string;
  by_role: string;
  ended_at: InstantText | null;
}

/** Persons are stored as `personKey` gives them, so that the database itself refuses one person twice. */
interface ResumptionTable {
  id: Uuid;
  suspension_id: Uuid;
  requested_at: InstantText;
  requested_reason: string;
  requested_actor: string;
  requested_name: string;
  requested_person: string;
  requested_role: string;
  confirmed_at: InstantText | null;
  confirmed_reason: string | null;
  confirmed_actor: string | null;
  confirmed_name: string | null;
  confirmed_person: string | null;
  confirmed_role: string | null;
}

/** Append-only: which cameras of a permit were stopped while the others went on. */
interface PermitCameraRevocationTable {
  permit_id: Uuid;
  suspension_id: Uuid;
  at: InstantText;
  cameras: Uuid[];
}

/** The latest instant that the control plane has seen. */
interface ClockMarkTable {
  only_row?: boolean;
  latest: InstantText;
}

/** Append-only: what the control plane found each time that it verified its own ledger. */
interface LedgerCheckTable {
  id: Uuid;
  at: InstantText;
  kind: 'full' | 'incremental';
  /** Entries before this were verified by an earlier check. */
  from_size: number;
  size: number;
  root: Uint8Array;
  faults: JSONColumnType<{ code: string; entries: [number, number] | null; message: string }[]>;
  seconds: number;
}
