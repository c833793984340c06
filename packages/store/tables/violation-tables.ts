import type { PlateReading } from '@amaan/contracts/plates/plate-reading';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import type { CancelCause, ChallanEventKind, ChallanState } from '@amaan/contracts/violations/challan';
import type { AppliedLaw, Province } from '@amaan/contracts/violations/law';
import type {
  CASE_STEPS,
  CaseDecision,
  CaseHold,
  CaseRejectReason,
  HoldReason,
  RegistryCheck,
  ViolationCaseState,
} from '@amaan/contracts/violations/violation-case';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** What was suspected, cases with the answers to them, challans and what happened to them. */
export interface ViolationTables {
  /** Suspicions that wait for their plate and their pictures. */
  violation_suspicion: { observation_id: Uuid; captured_at: InstantText; taken_at: InstantText };
  /** How often what became of suspicions, by hour. */
  violation_intake: {
    hour: InstantText;
    camera_id: Uuid;
    kind: ViolationKind;
    outcome: string;
    count: number;
  };
  violation_case: {
    id: Uuid;
    site_id: Uuid;
    camera_id: Uuid;
    kind: ViolationKind;
    state: ViolationCaseState;
    occurred_at: InstantText;
    opened_at: InstantText;
    observation_id: Uuid;
    captured_at: InstantText;
    permit_id: Uuid;
    software_version: string;
    simulated: boolean;
    second_look: boolean;
    /** Null, as the next four: the evidence was destroyed. */
    plate: string | null;
    observation: JSONColumnType<Record<string, unknown>> | null;
    reading: JSONColumnType<PlateReading> | null;
    vehicle: JSONColumnType<VehicleAttributes> | null;
    registry: JSONColumnType<RegistryCheck> | null;
    holds: JSONColumnType<CaseHold[]>;
    released_holds: Generated<HoldReason[]>;
    decided_at: InstantText | null;
    reject_reason: CaseRejectReason | null;
    purged_at: InstantText | null;
  };
  violation_duplicate: {
    observation_id: Uuid;
    case_id: Uuid;
    captured_at: InstantText;
    at: InstantText;
  };
  /** Append-only. */
  violation_decision: {
    id: Uuid;
    case_id: Uuid;
    step: (typeof CASE_STEPS)[number];
    decision: CaseDecision['decision'];
    reason: string | null;
    note: string;
    at: InstantText;
    /** Null, as the next two: the server itself. */
    by_user: string | null;
    by_name: string | null;
    person: string | null;
  };
  challan: {
    id: Uuid;
    number: string;
    case_id: Uuid;
    site_id: Uuid;
    camera_id: Uuid;
    province: Province;
    plate: string;
    kind: ViolationKind;
    state: ChallanState;
    money_held: boolean;
    was_contested: boolean;
    occurred_at: InstantText;
    issued_at: InstantText;
    law: JSONColumnType<AppliedLaw>;
    amount: number;
    currency: 'PKR';
    pay_by: InstantText;
    contest_by: InstantText;
    software_version: string;
    cancel_cause: CancelCause | null;
    simulated: boolean;
    changed_at: InstantText;
  };
  /** Append-only. */
  challan_event: {
    id: Uuid;
    challan_id: Uuid;
    at: InstantText;
    event: ChallanEventKind;
    from_state: ChallanState | null;
    to_state: ChallanState;
    cause: CancelCause | null;
    note: string;
    by_user: string | null;
    by_name: string | null;
  };
}
