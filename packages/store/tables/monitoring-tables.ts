import type { Figure, Histogram, MonitoringRuleInput, RULE_STATES } from '@amaan/contracts/monitoring';
import type { ALERT_STEPS, ServiceTargets } from '@amaan/contracts/performance';
import type { GeneratedAlways, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type HistogramColumn = JSONColumnType<Histogram>;

/** What monitoring counts and decides, and what the service promises. */
export interface MonitoringTables {
  monitoring_delta: { id: GeneratedAlways<number>; body: string; rows: Uint8Array };
  monitoring_hour: MonitoringHourTable;
  monitoring_input_hour: MonitoringInputHourTable;
  monitoring_rule: MonitoringRuleTable;
  monitoring_state: MonitoringStateTable;
  monitoring_reference: MonitoringReferenceTable;
  monitoring_run: MonitoringRunTable;
  alert_step: AlertStepTable;
  service_targets: ServiceTargetsTable;
}

interface MonitoringHourTable {
  hour: InstantText;
  system: string;
  site_id: Uuid;
  group_id: Uuid;
  simulated: boolean;
  volume: number;
  latency: HistogramColumn;
  confidence: HistogramColumn;
  objects: HistogramColumn;
}

interface MonitoringInputHourTable {
  hour: InstantText;
  site_id: Uuid;
  group_id: Uuid;
  simulated: boolean;
  samples: number;
  brightness: HistogramColumn;
  sharpness: HistogramColumn;
  resolution: HistogramColumn;
}

/** Append-only: the highest version of a rule is in force. */
interface MonitoringRuleTable {
  rule_id: Uuid;
  version: number;
  body: JSONColumnType<MonitoringRuleInput>;
  changed_at: InstantText;
  changed_by: string;
  reason: string;
}

/** What each rule remembers of each pair from one run to the next. */
interface MonitoringStateTable {
  rule_id: Uuid;
  system: string;
  group_id: Uuid;
  simulated: boolean;
  state: (typeof RULE_STATES)[number];
  streak: number;
  since: InstantText;
  figure: JSONColumnType<Figure>;
}

/** Append-only: the newest of a pair is in force. `body` is what was measured in its hours, joined. */
interface MonitoringReferenceTable {
  id: Uuid;
  system: string;
  group_id: Uuid;
  simulated: boolean;
  from_hour: InstantText;
  to_hour: InstantText;
  body: JSONColumnType<Record<string, unknown>>;
  pinned_at: InstantText;
  pinned_by: string;
  reason: string;
}

/** Append-only. `results` are kept of the runs that the ledger names. */
interface MonitoringRunTable {
  id: Uuid;
  started_at: InstantText;
  finished_at: InstantText;
  rules: number;
  checks: number;
  firing: number;
  not_enough_data: number;
  digest: Uint8Array;
  results: string | null;
}

/** Append-only. */
interface AlertStepTable {
  id: Uuid;
  alert_id: Uuid;
  step: (typeof ALERT_STEPS)[number];
  unit: string | null;
  note: string;
  by_user: string;
  by_name: string;
  at: InstantText;
}

/** Append-only: the highest version is in force. */
interface ServiceTargetsTable {
  version: number;
  body: JSONColumnType<ServiceTargets>;
  changed_at: InstantText;
  changed_by: string;
  reason: string;
}
