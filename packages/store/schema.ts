import type { AiSystem, LifecycleStage } from '@amaan/contracts/ai-system';
import type { ALERT_STATES, AlertCause, REJECT_REASONS } from '@amaan/contracts/alert';
import type { CameraState, CameraStatus } from '@amaan/contracts/camera';
import type { EVIDENCE_KINDS } from '@amaan/contracts/evidence-item';
import type { ValidationReport } from '@amaan/contracts/governance/validation';
import type { ObservationKind } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { Priority, SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { AccessTables } from './tables/access-tables.ts';
import type { AssuranceTables } from './tables/assurance-tables.ts';
import type { CivicTables } from './tables/civic-tables.ts';
import type { ClockTables } from './tables/clock-tables.ts';
import type { ContestTables } from './tables/contest-tables.ts';
import type { CrimeAnalysisTables } from './tables/crime-analysis-tables.ts';
import type { CrimeIncidentTables } from './tables/crime-incident-tables.ts';
import type { EnforcementTables } from './tables/enforcement-tables.ts';
import type { FaceMatchTables } from './tables/face-match-tables.ts';
import type { FaceSearchTables } from './tables/face-search-tables.ts';
import type { FaceTables } from './tables/face-tables.ts';
import type { GroundTruthTables } from './tables/ground-truth-tables.ts';
import type { HotlistTables } from './tables/hotlist-tables.ts';
import type { LifecycleTables } from './tables/lifecycle-tables.ts';
import type { MonitoringTables } from './tables/monitoring-tables.ts';
import type { PaymentTables } from './tables/payment-tables.ts';
import type { PlateTables } from './tables/plate-tables.ts';
import type { RecordTables } from './tables/record-tables.ts';
import type { RedactionTables } from './tables/redaction-tables.ts';
import type { SecondFactorTables } from './tables/second-factor-tables.ts';
import type { ServiceTables } from './tables/service-tables.ts';
import type { SignalTables } from './tables/signal-tables.ts';
import type { SuspensionTables } from './tables/suspension-tables.ts';
import type { TrafficTables } from './tables/traffic-tables.ts';
import type { ViolationTables } from './tables/violation-tables.ts';

/**
 * Every table, as `kysely` sees it. How values arrive (decided once, in `column-types.ts`):
 *
 * - `timestamptz(3)` is an ISO 8601 string with milliseconds, exactly as in the contracts;
 * - `bigint` is a number, and reading one beyond 2^53 is an error;
 * - a digest is `bytea` in the database and lower-case hexadecimal in contracts (`digest-column.ts`);
 * - `jsonb` is written as JSON text and read as a value.
 */
export interface Schema
  extends AccountTables,
    AccessTables,
    EnforcementTables,
    CivicTables,
    ContestTables,
    CrimeAnalysisTables,
    CrimeIncidentTables,
    MonitoringTables,
    PaymentTables,
    PlateTables,
    FaceTables,
    FaceMatchTables,
    FaceSearchTables,
    GroundTruthTables,
    HotlistTables,
    RecordTables,
    RedactionTables,
    LifecycleTables,
    AssuranceTables,
    SecondFactorTables,
    ServiceTables,
    SignalTables,
    SuspensionTables,
    TrafficTables,
    ViolationTables,
    ClockTables {
  deployment: DeploymentTable;
  site: SiteTable;
  camera: CameraTable;
  scene_rule: SceneRuleTable;
  worker: WorkerTable;
  camera_status: CameraStatusTable;
  ai_system: AiSystemTable;
  configuration: ConfigurationTable;
  impact_assessment: ImpactAssessmentTable;
  approval: ApprovalTable;
  validation_result: ValidationResultTable;
  model: ModelTable;
  permit: PermitTable;
  denial: DenialTable;
  observation: ObservationTable;
  /** What matches say that searches after the event found. */
  face_search_observation: MatchObservationTable;
  /** A view: what matches say, whatever found them. */
  face_match_observation: MatchObservationTable;
  evidence_item: EvidenceItemTable;
  alert: AlertTable;
  review: ReviewTable;
  ledger_state: LedgerStateTable;
  ledger_entry: LedgerEntryTable;
  ledger_node: LedgerNodeTable;
  ledger_checkpoint: LedgerCheckpointTable;
}

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

interface DeploymentTable {
  id: Uuid;
  name: string;
  created_at: InstantText;
  only_row: Generated<boolean>;
}

interface SiteTable {
  id: Uuid;
  name: string;
  created_at: InstantText;
}

interface CameraTable {
  id: Uuid;
  site_id: Uuid;
  /** A group of the same site (a foreign key of both columns holds it). */
  group_id: Uuid;
  name: string;
  /** Sealed by a `SecretBox` with the camera's id as context. */
  url_sealed: Bytes;
  /** The same URL without credentials: what people see. */
  display_url: string;
  longitude: number | null;
  latitude: number | null;
  analysis_rate: number;
  reads_plates: boolean;
  simulated: boolean;
  created_at: InstantText;
  deleted_at: InstantText | null;
}

/** Rows are never deleted: an alert names the rule and version that it came from. */
interface SceneRuleTable {
  rule_id: Uuid;
  version: number;
  camera_id: Uuid;
  body: JSONColumnType<SceneRuleInput>;
  created_at: InstantText;
  created_by: string;
  retired_at: InstantText | null;
}

interface WorkerTable {
  id: Uuid;
  live_url: string;
  live_token: string;
  models: JSONColumnType<Record<string, string>>;
  last_seen_at: InstantText;
}

interface CameraStatusTable {
  camera_id: Uuid;
  worker_id: Uuid;
  state: CameraState;
  since: InstantText;
  error: JSONColumnType<NonNullable<CameraStatus['error']>> | null;
  frames_per_second: number;
  frames_dropped: number;
  width: number;
  height: number;
  last_frame_at: InstantText | null;
  inference_denied: string | null;
  reported_at: InstantText;
}

interface AiSystemTable {
  id: string;
  version: string;
  definition: JSONColumnType<AiSystem>;
  stage: LifecycleStage;
  registered_at: InstantText;
}

/** Purposes, thresholds and settings by their digest, kept for ever so that any observation can be explained. */
interface ConfigurationTable {
  digest: Bytes;
  system_id: string;
  version: string;
  purposes: JSONColumnType<string[]>;
  thresholds: JSONColumnType<Record<string, number>>;
  settings: JSONColumnType<Record<string, number | string | boolean>>;
  registered_at: InstantText;
}

/** What every recorded decision has; `demo` marks what no real person did. */
interface DecisionColumns {
  id: Uuid;
  system_id: string;
  at: InstantText;
  statement: string;
  demo: boolean;
}

/** Exactly which models and configuration a decision or a test was about. */
interface CombinationColumns {
  models: JSONColumnType<{ id: string; digest: string }[]>;
  configuration_digest: Bytes;
}

interface ImpactAssessmentTable extends DecisionColumns {
  status: 'draft' | 'approved' | 'rejected';
  expires_at: InstantText;
  /** The record (and its version) that was approved; null for what was decided before records were kept. */
  record_id: Uuid | null;
  record_version: number | null;
  /** Null: recorded before assessments said so. */
  system_version: string | null;
}

interface ApprovalTable extends DecisionColumns, CombinationColumns {
  account: string;
  person: string;
  name: string;
  role: string;
  /** The request that was approved; null for what was decided before there were requests. */
  request_id: Uuid | null;
}

interface ValidationResultTable extends DecisionColumns, CombinationColumns {
  passed: boolean;
  /** The figures over all of the data, by name. */
  results: JSONColumnType<Record<string, number>>;
  report: JSONColumnType<ValidationReport> | null;
  by_name: string;
}

interface ModelTable {
  id: string;
  digest: Bytes;
  title: string;
  licence: string;
  source: string;
  registered_at: InstantText;
}

interface PermitTable {
  id: Uuid;
  system_id: string;
  /** Whether it covers cameras, or lets junctions be controlled. */
  scope: Generated<'cameras' | 'junctions'>;
  claims: JSONColumnType<PermitClaims>;
  token: string;
  issued_at: InstantText;
  expires_at: InstantText;
  /** What the issuer relied on. */
  approval_ids: Uuid[];
  impact_assessment_id: Uuid | null;
  revoked_at: InstantText | null;
  revoked_reason: string | null;
}

interface DenialTable {
  id: Uuid;
  system: string;
  camera_id: Uuid | null;
  at: InstantText;
  permit_id: Uuid | null;
  model_digest: Bytes | null;
  code: string;
  reason: string;
}

/** Partitioned by day of `captured_at`. */
interface ObservationTable {
  captured_at: InstantText;
  id: Uuid;
  system: string;
  kind: ObservationKind;
  site_id: Uuid;
  camera_id: Uuid;
  clock_offset_ms: number;
  simulated: boolean;
  permit_id: Uuid;
  model_digest: Bytes;
  configuration_digest: Bytes;
  frame_digest: Bytes;
  rule_id: Uuid | null;
  rule_version: number | null;
  object_class: string | null;
  /** What only this kind of observation has: everything that is not a column above. */
  body: JSONColumnType<Record<string, unknown>>;
}

/** Of a match that no camera saw `camera_id` is null. */
type MatchObservationTable = Omit<ObservationTable, 'camera_id'> & { camera_id: Uuid | null };

interface EvidenceItemTable {
  observation_id: Uuid;
  captured_at: InstantText;
  kind: (typeof EVIDENCE_KINDS)[number];
  digest: Bytes;
  media_type: string;
  bytes: number;
}

interface AlertTable {
  id: Uuid;
  observation_id: Uuid;
  captured_at: InstantText;
  site_id: Uuid;
  camera_id: Uuid;
  rule_id: Uuid | null;
  rule_version: number | null;
  /** Null: the rule that is named is the cause. */
  cause: JSONColumnType<Exclude<AlertCause, { kind: 'rule' }>> | null;
  cause_kind: GeneratedAlways<AlertCause['kind']>;
  rule_name: string;
  priority: Priority;
  state: (typeof ALERT_STATES)[number];
  simulated: boolean;
  raised_at: InstantText;
}

/** Append-only. */
interface ReviewTable {
  id: Uuid;
  alert_id: Uuid;
  decision: 'confirmed' | 'rejected';
  reason: (typeof REJECT_REASONS)[number] | null;
  note: string;
  by_user: string;
  by_name: string;
  at: InstantText;
}

interface LedgerStateTable {
  only_row: Generated<boolean>;
  size: number;
  /** Roots of the complete subtrees of the whole tree, largest first. */
  frontier: JSONColumnType<string[]>;
}

/** Append-only. `entry` is canonical JSON; the last three columns are computed from it by the database. */
interface LedgerEntryTable {
  index: number;
  entry: string;
  leaf_hash: Bytes;
  kind: GeneratedAlways<string>;
  subject: GeneratedAlways<string>;
  at: GeneratedAlways<string>;
}

/** Append-only. Level 0 is `ledger_entry.leaf_hash`; here are the complete subtrees above it. */
interface LedgerNodeTable {
  level: number;
  index: number;
  hash: Bytes;
}

interface LedgerCheckpointTable {
  size: number;
  /** The signed note (C2SP tlog-checkpoint). */
  note: string;
}
