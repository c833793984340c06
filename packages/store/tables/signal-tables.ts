import type { EmergencyService, VehicleReport, WaveStopState } from '@amaan/contracts/traffic/emergency-wave';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { JunctionOutput, SignalEvent } from '@amaan/contracts/traffic/junction-record';
import type { SIGNAL_APPROVAL_ENDS, SignalApprovalState } from '@amaan/contracts/traffic/signal-approval';
import type { ControllerName, SignalDecision, SignalMode } from '@amaan/contracts/traffic/signal-decision';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type {
  SignalNetwork,
  WhatIf,
  WhatIfInput,
  WhatIfResult,
  WhatIfState,
} from '@amaan/contracts/traffic/what-if';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Junctions, who allowed them to be controlled, what was decided there, emergency waves and replays. */
export interface SignalTables {
  signal_network: {
    id: Uuid;
    site_id: Uuid;
    name: string;
    digest: Bytes;
    bytes: number;
    junctions: JSONColumnType<SignalNetwork['junctions']>;
    added_at: InstantText;
    added_by_name: string;
  };
  junction: {
    id: Uuid;
    site_id: Uuid;
    name: string;
    version: number;
    definition: JSONColumnType<Junction>;
    contradictions: JSONColumnType<string[]>;
    mode: SignalMode;
    mode_since: InstantText;
    controller: ControllerName;
    /** `JunctionOutputInput` as JSON, sealed by a `SecretBox` with the junction's id as context. */
    output_sealed: Bytes;
    output: JSONColumnType<JunctionOutput>;
    network_id: Uuid | null;
    /** Its name in the network. */
    network_junction: string | null;
    created_at: InstantText;
    changed_by_name: string;
    note: string;
    retired_at: InstantText | null;
  };
  /** Append-only. */
  junction_version: {
    junction_id: Uuid;
    version: number;
    definition: JSONColumnType<Junction>;
    at: InstantText;
    by_name: string;
    note: string;
  };
  /** Never deleted. */
  signal_approval: {
    id: Uuid;
    controller: ControllerName;
    reason: string;
    days: number;
    state: SignalApprovalState;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    /** The human, spelt as four eyes compare them. */
    asked_person: string;
    asked_role: string;
    decide_by: InstantText | null;
    decision: 'approved' | 'refused' | null;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_person: string | null;
    decision_note: string | null;
    until_at: InstantText | null;
    ended_at: InstantText | null;
    ended_by_name: string | null;
    end_kind: (typeof SIGNAL_APPROVAL_ENDS)[number] | null;
  };
  signal_approval_junction: { approval_id: Uuid; junction_id: Uuid };
  /** Append-only. */
  signal_event: {
    id: Uuid;
    junction_id: Uuid;
    at: InstantText;
    kind: SignalEvent['kind'];
    code: string;
    text: string;
    by_name: string;
  };
  /** Partitioned by day. */
  signal_decision: { at: InstantText; junction_id: Uuid; body: JSONColumnType<SignalDecision> };
  emergency_wave: {
    id: Uuid;
    service: EmergencyService;
    vehicle: string;
    reason: string;
    minutes: number;
    /** sha256 of the key that reports of positions show. */
    key_digest: Bytes;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    until_at: InstantText;
    ended_at: InstantText | null;
    end_kind: 'arrived' | 'cancelled' | 'expired' | null;
    last_report: JSONColumnType<VehicleReport> | null;
  };
  emergency_wave_stop: {
    wave_id: Uuid;
    ordinal: number;
    junction_id: Uuid;
    stage: string;
    expected_seconds: number;
    expected_at: InstantText;
    state: WaveStopState;
    problem: string | null;
  };
  what_if: {
    id: Uuid;
    junction_id: Uuid;
    body: JSONColumnType<WhatIfInput>;
    state: WhatIfState;
    progress: Generated<number>;
    /** How often it was begun. */
    attempt: Generated<number>;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    started_at: InstantText | null;
    /** When the process that works on it last spoke of it. */
    heard_at: InstantText | null;
    ended_at: InstantText | null;
    demand: JSONColumnType<NonNullable<WhatIf['demand']>> | null;
    results: JSONColumnType<WhatIfResult[], string | undefined>;
    problem: JSONColumnType<SignalProblem> | null;
  };
}
