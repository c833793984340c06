import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { EnforcementPlanInput, SpeedSection } from '@amaan/contracts/violations/enforcement';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** What is enforced where, what signals showed, and what was not reported for want of evidence. */
export interface EnforcementTables {
  /** Rows are never deleted: a case names the plan and version that it came from. */
  enforcement_plan: {
    plan_id: Uuid;
    version: number;
    camera_id: Uuid;
    body: JSONColumnType<EnforcementPlanInput>;
    note: string;
    at: InstantText;
    by_user: string;
    by_name: string;
    retired_at: InstantText | null;
  };
  /** Rows are never deleted, as of plans. */
  speed_section: {
    section_id: Uuid;
    version: number;
    site_id: Uuid;
    body: JSONColumnType<Omit<SpeedSection, 'id'>>;
    at: InstantText;
    by_user: string;
    by_name: string;
    retired_at: InstantText | null;
  };
  /** Vehicles on their way between two cameras. */
  section_passage: {
    id: Uuid;
    section_id: Uuid;
    section_end: 'entry' | 'exit';
    site_id: Uuid;
    camera_id: Uuid;
    track: number;
    at: InstantText;
    body: JSONColumnType<{ readonly passage: SectionPassage; readonly readId: Uuid | null }>;
    plate: string | null;
    plate_confidence: number | null;
    expires_at: InstantText;
  };
  /** Partitioned by day of `from_at`. */
  signal_phase: {
    from_at: InstantText;
    to_at: InstantText;
    junction_id: Uuid;
    signal_group: string;
    light: Light;
    error_ms: number;
    source: SignalPhases['source'];
    clock: JSONColumnType<ClockProof> | null;
  };
  /** Partitioned by day of `minute`. Append-only. */
  evidence_gap: {
    minute: InstantText;
    report_id: Uuid;
    site_id: Uuid;
    camera_id: Uuid;
    kind: ViolationKind;
    reason: EvidenceGap;
    count: number;
  };
}
