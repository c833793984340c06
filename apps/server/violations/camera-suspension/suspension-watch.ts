import { newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  countSettled,
  insertEnforcementSuspension,
  type SettledCount,
} from '@amaan/store/violations/enforcement-suspensions';
import { trafficViolations } from '@amaan/traffic-violations/system';
import type { Logger } from 'pino';
import { DAY_MS } from '../../daily-job.ts';
import type { IncidentReporter, NoticedIncident } from '../../incidents/incident-reporter.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import { AGAINST_CAMERA, cancellationRate, passesLimit, WINDOW_DAYS } from './cancellation-limit.ts';

export interface SuspensionWatchOptions {
  readonly db: Database;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  /** Share of cancelled challans, by its lower end, at which a camera stops. */
  readonly limit: number;
  /** Called after a camera stopped: workers are told at once. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 60_000;
/** Transactions that began before a look may end after it. */
const OVERLAP_MS = 10 * 60_000;

/** Stops cameras from enforcing whose challans turn out wrong too often. No person has to notice it first. */
export class SuspensionWatch implements AsyncDisposable {
  readonly #options: SuspensionWatchOptions;
  readonly #job: RepeatedJob;
  #since: Instant | null = null;

  constructor(options: SuspensionWatchOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'the cancellation rates of cameras were not looked at',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  /** One look, that whoever asks can wait for. */
  run(): Promise<void> {
    return this.#job.run();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  async #look(): Promise<void> {
    const { db, limit, now } = this.#options;
    const at = now();
    const counts = await countSettled(db, {
      windowFrom: instantOf(at - WINDOW_DAYS * DAY_MS),
      against: AGAINST_CAMERA,
      changedSince: this.#since,
      sites: 'all',
    });
    for (const count of counts)
      if (passesLimit(cancellationRate(count, count.since), limit)) await this.#stop(count);
    this.#since = instantOf(at - OVERLAP_MS);
  }

  async #stop(count: SettledCount): Promise<void> {
    const { db, incidents, limit, now, onChanged } = this.#options;
    const at = now();
    const id = newIdentifier();
    const { cameraId, since } = count;
    const rate = cancellationRate(count, since);
    const isNew = await changeInLedger(db, async (tx) => {
      if (!(await insertEnforcementSuspension(tx, { id, cameraId, at: instantOf(at), rate, limit })))
        return { result: false, entries: [] };
      const { entries } = await incidents.reportIn(
        tx,
        incidentOf(count, rate.low ?? 0, limit, instantOf(at)),
      );
      const entry = ledgerEntry({
        ...{ kind: 'camera-suspension.begun', at, actor: 'system:server', subject: `camera:${cameraId}` },
        data: { suspensionId: id, ...rate, limit },
      });
      return { result: true, entries: [entry, ...entries] };
    });
    if (isNew) onChanged();
  }
}

/** What governance finds in its list. */
function incidentOf(count: SettledCount, low: number, limit: number, at: Instant): NoticedIncident {
  const { cameraId, cameraName, groupId, decided, cancelled, since } = count;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return {
    system: trafficViolations.id,
    title: `A camera stopped enforcing: too many of its challans were wrong (${cameraName})`.slice(0, 200),
    incident: {
      source: 'monitoring',
      severity: 'high',
      what: `Of ${decided} challans of the camera “${cameraName}” whose fate is settled, ${cancelled} were cancelled: at least ${percent(low)}, and the limit is ${percent(limit)}. It enforces nothing until a supervisor and a governance officer have lifted the suspension. Challans that are in force stay so: look at whether they have to be taken back, too.`,
      detectedAt: at,
      cameraGroupId: groupId,
      key: `camera-suspension ${cameraId} ${since}`,
      facts: { cameraId, decided, cancelled, low, limit, since },
    },
  };
}
