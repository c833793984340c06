import type { CameraStatus } from '@amaan/contracts/camera';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { listRealCameras, listSilentPairs, type SilentPair } from '@amaan/store/monitoring-coverage';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import type { InputCollector } from './collect-inputs.ts';

/** Pictures are measured every ten seconds: after this long without a measurement, nobody measures them. */
export const LONGEST_UNMEASURED_MS = 15 * 60_000;
/** A quiet place may have a quiet night, so silence is judged over a day and a night, and its pictures seen in most hours. */
export const SILENT_HOURS = 24;
const LEAST_PICTURED_HOURS = 20;
const HOUR_MS = 60 * 60_000;
const CHECK_MS = 60_000;

export interface CoverageWatchOptions {
  readonly db: Database;
  readonly inputs: Pick<InputCollector, 'measuredAt'>;
  /** What workers last said of their cameras. */
  readonly statuses: () => readonly CameraStatus[];
  readonly incidents: Pick<IncidentReporter, 'report'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Watches that monitoring sees everything that runs. Rules speak of what was measured and counted; what stopped
 * being measured, or never was, has no figure and so no rule that fires. It needs no reference.
 */
export class CoverageWatch implements Disposable {
  readonly #options: CoverageWatchOptions;
  /** Before it nothing was heard of any camera. */
  readonly #began: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CoverageWatchOptions) {
    this.#options = options;
    this.#began = options.now();
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.check().catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'what monitoring covers could not be checked');
      });
    }, CHECK_MS);
    this.#timer.unref();
  }

  /** @returns the incidents of the present gaps. */
  async check(): Promise<GovernanceRecord[]> {
    return [...(await this.#checkPictures()), ...(await this.#checkOutputs())];
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  async #checkPictures(): Promise<GovernanceRecord[]> {
    const { db, inputs, incidents, statuses, now, logger } = this.#options;
    const before = now() - LONGEST_UNMEASURED_MS;
    const unmeasured = statuses().filter(
      ({ cameraId, state, since, inferenceDenied }) =>
        state === 'live' &&
        // What no model may look at is not measured either.
        inferenceDenied === null &&
        Math.max(Date.parse(since), this.#began, inputs.measuredAt(cameraId) ?? 0) <= before,
    );
    const cameras = await listRealCameras(
      db,
      unmeasured.map(({ cameraId }) => cameraId),
    );
    const reported = [];
    for (const [groupId, own] of Map.groupBy(cameras, (camera) => camera.groupId)) {
      const names = own.map(({ name }) => `“${name}”`).join(', ');
      const groupName = own[0]!.groupName;
      logger.error({ groupId, cameras: own.length }, 'live cameras whose pictures are not measured');
      reported.push(
        await incidents.report({
          system: null,
          title: `Pictures of ${groupName} are not measured`,
          incident: {
            ...gap(now()),
            what: `${own.length} of the live cameras of ${groupName} (${names}) send pictures, but their brightness, blur and resolution have not been measured for more than ${LONGEST_UNMEASURED_MS / 60_000} minutes, so drift there goes unnoticed. Find out whether their worker still measures.`.slice(
              0,
              4000,
            ),
            cameraGroupId: groupId,
            key: `monitoring-gap pictures ${groupId}`,
            facts: { measured: 'pictures', cameras: own.slice(0, 50).map(({ id }) => id) },
          },
        }),
      );
    }
    return reported;
  }

  async #checkOutputs(): Promise<GovernanceRecord[]> {
    const { db, incidents, statuses, now, logger } = this.#options;
    const silent = await listSilentPairs(db, {
      from: instantOf(now() - SILENT_HOURS * HOUR_MS),
      now: instantOf(now()),
      live: liveCameras(statuses()),
      leastPicturedHours: LEAST_PICTURED_HOURS,
    });
    const reported = [];
    for (const pair of silent) {
      logger.error(pair, 'a permitted system of which no output was counted');
      reported.push(await incidents.report(silence(pair, now())));
    }
    return reported;
  }
}

function silence({ system, groupId, groupName, picturedHours }: SilentPair, now: number) {
  return {
    system,
    title: `Nothing was counted of ${system} on ${groupName}`,
    incident: {
      ...gap(now),
      what: `${system} may run on live cameras of ${groupName} and rules are drawn there, yet in ${SILENT_HOURS} hours no output of it was counted, while pictures were measured in ${picturedHours} of them. Either nothing happened all day and night, or the system sees nothing, or what it reports is not counted. Look at a camera of the group at a busy hour.`,
      cameraGroupId: groupId,
      key: `monitoring-gap outputs ${system} ${groupId}`,
      facts: { measured: 'outputs', hours: SILENT_HOURS, picturedHours },
    },
  };
}

function gap(now: number) {
  return { source: 'monitoring-gap' as const, severity: 'medium' as const, detectedAt: instantOf(now) };
}

function liveCameras(statuses: readonly CameraStatus[]): Identifier[] {
  return statuses.filter(({ state }) => state === 'live').map(({ cameraId }) => cameraId);
}
