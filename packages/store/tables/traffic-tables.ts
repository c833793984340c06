import type { CorridorInput } from '@amaan/contracts/traffic/api-corridor';
import type { CalibrationAnchors, CalibrationDrift } from '@amaan/contracts/traffic/calibration';
import type { TrafficIncident, TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import type { CheckedTrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { Generated, JSONColumnType } from 'kysely';
import type { LaneSumColumns } from '../traffic/lane-sum-columns.ts';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Lanes on cameras, what is measured in them, incidents, corridors, and questions that plates answered. */
export interface TrafficTables {
  /** Rows are never deleted: a figure names the view and version that it came from. */
  traffic_view: {
    view_id: Uuid;
    version: number;
    camera_id: Uuid;
    /** Without anchors, which come later. */
    body: JSONColumnType<CheckedTrafficView>;
    anchors: JSONColumnType<CalibrationAnchors> | null;
    drift: JSONColumnType<CalibrationDrift> | null;
    drift_at: InstantText | null;
    note: string;
    at: InstantText;
    by_user: string;
    by_name: string;
    retired_at: InstantText | null;
  };
  traffic_lane: { key: Generated<number>; camera_id: Uuid; lane_id: string };
  /** Under what lanes were measured. */
  lane_origin: {
    key: Generated<number>;
    permit_id: Uuid;
    model_digest: Bytes;
    configuration_digest: Bytes;
  };
  /** Partitioned by day of `at`, the minute's first instant. */
  lane_minute: LaneSumColumns & {
    at: InstantText;
    lane: number;
    origin: number;
    view_version: number;
    simulated: boolean;
    observation_id: Uuid;
    captured_at: InstantText;
    frame_digest: Bytes;
  };
  /** Partitioned by day of `at`: the sums of an hour's minutes, kept long after these. */
  lane_hour: LaneSumColumns & { at: InstantText; lane: number; simulated: boolean; minutes: number };
  traffic_incident: {
    observation_id: Uuid;
    captured_at: InstantText;
    site_id: Uuid;
    camera_id: Uuid;
    lane_id: string;
    kind: TrafficIncidentKind;
    view_id: Uuid;
    view_version: number;
    simulated: boolean;
    body: JSONColumnType<TrafficIncident>;
    ended_at: InstantText | null;
  };
  traffic_corridor: {
    corridor_id: Uuid;
    version: number;
    site_id: Uuid;
    body: JSONColumnType<CorridorInput>;
    at: InstantText;
    by_user: string;
    by_name: string;
    retired_at: InstantText | null;
  };
  /** Append-only. */
  travel_query: {
    id: Uuid;
    kind: 'travel-times' | 'origin-destination';
    at: InstantText;
    by_user: string;
    by_name: string;
    purpose: string;
    cameras: Uuid[];
    from_at: InstantText;
    to_at: InstantText;
  };
  /** Append-only. */
  traffic_retention_run: {
    id: Uuid;
    at: InstantText;
    minutes_before: InstantText;
    hours_before: InstantText;
    /** Days of minutes and of hours that went, as their tables are named. */
    dropped: string[];
  };
}
