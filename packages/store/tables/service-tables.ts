import type { CallMapping } from '@amaan/contracts/service/call-import';
import type { CallsTaken, CallTime } from '@amaan/contracts/service/emergency-call';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Emergency calls, where they come from, and the weekly reports of the service. */
export interface ServiceTables {
  call_source: {
    id: Uuid;
    name: string;
    kind: 'feed' | 'file';
    site_ids: Uuid[] | null;
    simulated: boolean;
    token_digest: Bytes | null;
    created_at: InstantText;
    created_by: string;
    revoked_at: Generated<InstantText | null>;
    heard_at: Generated<InstantText | null>;
    calls: Generated<number>;
  };
  service_call: {
    source_id: Uuid;
    call_id: string;
    site_id: Uuid | null;
    station: string | null;
    kind: string | null;
    priority: number | null;
    unit_kind: string | null;
    longitude: number | null;
    latitude: number | null;
    received_at: InstantText | null;
    dispatched_at: InstantText | null;
    arrived_at: InstantText | null;
    closed_at: InstantText | null;
    said: JSONColumnType<Record<string, number>>;
    first_heard_at: InstantText;
    simulated: boolean;
  };
  /** Made from `service_call`; see `service/call-days.ts`. */
  call_day: {
    site_id: Uuid;
    /** Of UTC. */
    day: string;
    simulated: boolean;
    calls: number;
    stations: string[];
    kinds: string[];
    received: Bytes;
    dispatched: Bytes;
    arrived: Bytes;
    closed: Bytes;
    heard: Bytes;
    station: Bytes;
    kind: Bytes;
    priority: Bytes;
  };
  /** Days that must be made again. */
  call_day_change: { site_id: Uuid; day: string; simulated: boolean };
  /** Append-only. */
  call_contradiction: {
    source_id: Uuid;
    call_id: string;
    field: CallTime;
    value: InstantText;
    said_at: InstantText;
    noticed_at: InstantText;
  };
  call_feed_hour: {
    source_id: Uuid;
    hour: InstantText;
    batches: number;
    reports: number;
    least_lag_ms: number;
    most_lag_ms: number;
  };
  /** Append-only. */
  call_import: {
    id: Uuid;
    source_id: Uuid;
    file_name: string;
    digest: Bytes;
    mapping: JSONColumnType<CallMapping>;
    lines: number;
    taken: JSONColumnType<CallsTaken>;
    imported_at: InstantText;
    imported_by: string;
  };
  /** Append-only. */
  service_report: {
    id: Uuid;
    /** Null: of all sites. */
    site_id: Uuid | null;
    from_at: InstantText;
    to_at: InstantText;
    simulated: boolean;
    made_at: InstantText;
    digest: Bytes;
    bytes: number;
    alerts: number;
    calls: number;
  };
}
