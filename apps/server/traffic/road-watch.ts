import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Observation } from '@amaan/contracts/observation';
import type { Priority } from '@amaan/contracts/scene-rule';
import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import { getCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import {
  endTrafficIncidents,
  insertTrafficIncidents,
  isIncidentSeen,
} from '@amaan/store/traffic/traffic-incidents';
import { keepAnchors, keepDrift } from '@amaan/store/traffic/traffic-views';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import type { RoadReport } from '../ingest/read-reports.ts';
import type { RoadOutcome, RoadTaker } from '../ingest/road-taker.ts';
import type { AlertFinder, FoundAlerts } from '../ingest/store-reports.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { KnownViews } from './known-views.ts';
import { movedCameraIncident } from './moved-camera-incident.ts';

/** How soon a person has to look: first where somebody may be hurt. */
const PRIORITIES: Readonly<Record<TrafficIncidentKind, Priority>> = {
  'wrong-way': 'critical',
  'pedestrian-on-carriageway': 'high',
  'stopped-vehicle': 'high',
  'sudden-queue': 'medium',
  'congestion-onset': 'low',
};

export interface RoadWatchOptions {
  readonly views: KnownViews;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
}

/** Makes alerts of incidents on the road, and takes what else workers say of roads: their end, and cameras that moved. */
export class RoadWatch implements AlertFinder, RoadTaker {
  readonly #options: RoadWatchOptions;

  constructor(options: RoadWatchOptions) {
    this.#options = options;
  }

  async find(
    tx: Database,
    observations: readonly Observation[],
    { now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    const seen = observations.filter(isIncidentSeen);
    if (seen.length === 0) return { alerts: [], entries: [] };
    await insertTrafficIncidents(tx, seen);
    const viewOf = await this.#options.views.read(tx, seen);
    const alerts = seen.map((observation) => {
      const { incident, view } = observation;
      const laneName = viewOf(observation)?.lanes.get(incident.laneId) ?? incident.laneId;
      return {
        observation,
        raisedAt: instantOf(now),
        cause: { kind: 'traffic-incident' as const, incident, laneName, view },
        name: laneName,
        priority: PRIORITIES[incident.kind],
      };
    });
    return { alerts, entries: [] };
  }

  /** Takes reports in the transaction of their batch. One that comes again, or of a view not in force, changes nothing. */
  async take(tx: Database, reports: readonly RoadReport[], now: number): Promise<RoadOutcome> {
    const ended = await endTrafficIncidents(
      tx,
      reports.flatMap((report) => (report.type === 'traffic-incident-over' ? [report.over] : [])),
    );
    const entries: LedgerEntry[] = [];
    let isTrustChanged = false;
    for (const report of reports) {
      if (report.type === 'calibration-anchors') await keepAnchors(tx, report.taken);
      if (report.type !== 'calibration-drift') continue;
      // That nothing is to be seen at night changes neither what is measured nor what is known.
      isTrustChanged ||= report.drifted.drift.verdict !== 'unclear';
      entries.push(...(await this.#drifted(tx, report.drifted, now)));
    }
    return {
      entries,
      changed: ended.length > 0 || reports.some(({ type }) => type === 'calibration-drift'),
      assignmentChanged: isTrustChanged,
    };
  }

  /** A camera that moved stops being trusted with metres, which the ledger keeps and a person is told. */
  async #drifted(
    tx: Database,
    drifted: Extract<RoadReport, { type: 'calibration-drift' }>['drifted'],
    now: number,
  ): Promise<readonly LedgerEntry[]> {
    const { viewId, version, cameraId, drift } = drifted;
    const stored = await keepDrift(tx, drifted);
    if (stored === null || drift.verdict === 'unclear') return [];
    const entry = ledgerEntry({
      kind: 'traffic-view.drift',
      at: now,
      actor: 'system:server',
      subject: `traffic-view:${viewId}`,
      data: { version, cameraId, verdict: drift.verdict, movedPx: drift.movedPx },
    });
    const camera = drift.verdict === 'moved' ? await getCamera(tx, cameraId) : null;
    if (camera === null) return [entry];
    const noticed = movedCameraIncident(camera, stored.view, drift, now);
    return [entry, ...(await this.#options.incidents.reportIn(tx, noticed)).entries];
  }
}
