import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  EmergencyWave,
  EmergencyWaveInput,
  EmergencyWaveStarted,
  KeyedVehicleReport,
  VehicleReport,
} from '@amaan/contracts/traffic/emergency-wave';
import type { WaveProgress } from '@amaan/contracts/traffic/signal-messages';
import type { Database } from '@amaan/store/open-database';
import {
  endWave,
  getWave,
  insertWave,
  listWaves,
  type StoredWave,
  setWaveProgress,
  setWaveReport,
} from '@amaan/store/signals/emergency-waves';
import type { Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { requireJunction } from './require-junction.ts';
import type { SignalChanges } from './signal-changes.ts';
import { SIGNAL_UPKEEP, type SignalActor, signalActor, signalEntry } from './signal-entry.ts';

export interface EmergencyWaveServiceOptions {
  readonly db: Database;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

/** A report from further away in time than this is not where the vehicle is. */
const LATEST_REPORT_MS = 60_000;

/** Green for ambulances, fire engines and the police, junction by junction, for some minutes. */
export class EmergencyWaveService {
  readonly #options: EmergencyWaveServiceOptions;
  /** The progress that was written last, so that a wave that stands still writes nothing. */
  readonly #written = new Map<Identifier, string>();

  constructor(options: EmergencyWaveServiceOptions) {
    this.#options = options;
  }

  async list(query: { readonly running?: boolean; readonly limit: number }, by: Principal) {
    return (await listWaves(this.#options.db, by.sites, query)).map(viewOf);
  }

  /** @throws NotFoundError `EMERGENCY_WAVE_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<EmergencyWave> {
    return viewOf(await this.#require(id, by));
  }

  /**
   * Begins a wave. Junctions that are not controlled stay on their plans, which is said at each.
   * @returns the wave and the key that reports of positions show, which is told once
   * @throws NotFoundError `JUNCTION_NOT_FOUND`; HttpError 422 `STAGE_UNKNOWN`
   */
  async start(input: EmergencyWaveInput, by: Principal): Promise<EmergencyWaveStarted> {
    const { db, changes, now } = this.#options;
    const at = now();
    const id = newIdentifier();
    const key = randomBytes(24).toString('base64url');
    await changeInLedger(db, async (tx) => {
      for (const { junctionId, stage } of input.route) {
        const junction = await requireJunction(tx, junctionId, by, at);
        if (!junction.definition.stages.some((one) => one.id === stage))
          throw new HttpError(
            422,
            'STAGE_UNKNOWN',
            `${junction.name} has no stage ${stage}; nothing was begun.`,
          );
      }
      const until = instantOf(at + input.minutes * 60_000);
      const keyDigest = digestOfBytes(Buffer.from(key));
      await insertWave(tx, { ...input, id, keyDigest, at, until, by: signalActor(by) });
      const { service, vehicle, minutes, route, reason } = input;
      const data = { service, vehicle, minutes, route: [...route], reasonDigest: digestOfJson(reason) };
      return { result: undefined, entries: [entryOf('started', id, at, signalActor(by), data)] };
    });
    changes.changed();
    return { wave: await this.get(id, by), key };
  }

  /**
   * Where the vehicle is, from somebody who is signed in.
   * @throws NotFoundError `EMERGENCY_WAVE_NOT_FOUND`; HttpError 409 `WAVE_ENDED`, 422 `REPORT_TIME_WRONG`
   */
  async report(id: Identifier, report: VehicleReport, by: Principal): Promise<EmergencyWave> {
    await this.#take(await this.#require(id, by), report);
    return this.get(id, by);
  }

  /**
   * The same with the wave's own key. Whoever has another key hears what everybody hears of a wave that is not there.
   * @throws NotFoundError `EMERGENCY_WAVE_NOT_FOUND`; HttpError 409 `WAVE_ENDED`, 422 `REPORT_TIME_WRONG`
   */
  async reportWithKey(id: Identifier, { key, ...report }: KeyedVehicleReport): Promise<void> {
    const wave = await getWave(this.#options.db, id, 'all');
    const shown = createHash('sha256').update(key).digest();
    if (wave === null || !timingSafeEqual(shown, Buffer.from(wave.keyDigest, 'hex')))
      throw new NotFoundError('emergency wave');
    await this.#take(wave, report);
  }

  /** @throws NotFoundError `EMERGENCY_WAVE_NOT_FOUND`; ConflictError `WAVE_ENDED` */
  async cancel(id: Identifier, by: Principal): Promise<EmergencyWave> {
    await this.#require(id, by);
    if (!(await this.#end(id, 'cancelled', signalActor(by)))) throw waveEnded();
    return this.get(id, by);
  }

  /** Ends what is over. */
  async endDue(): Promise<void> {
    const { db, now } = this.#options;
    for (const { id, until } of await listWaves(db, 'all', { running: true, limit: 1000 }))
      if (Date.parse(until) <= now()) await this.#end(id, 'expired', SIGNAL_UPKEEP);
  }

  /** Takes what the process says of running waves. A wave that is past its last junction has arrived. */
  async take(waves: readonly WaveProgress[]): Promise<void> {
    const { db, changes } = this.#options;
    for (const progress of waves) {
      const key = JSON.stringify(progress.stops);
      if (this.#written.get(progress.waveId) === key) continue;
      this.#written.set(progress.waveId, key);
      await setWaveProgress(db, progress);
      const isOver = progress.stops.every(({ state }) => state === 'done' || state === 'skipped');
      if (!isOver) changes.told();
      else if (await this.#end(progress.waveId, 'arrived', SIGNAL_UPKEEP))
        this.#written.delete(progress.waveId);
    }
  }

  async #take(wave: StoredWave, report: VehicleReport): Promise<void> {
    const { db, changes, now } = this.#options;
    if (wave.state === 'ended') throw waveEnded();
    if (Math.abs(Date.parse(report.at) - now()) > LATEST_REPORT_MS)
      throw new HttpError(
        422,
        'REPORT_TIME_WRONG',
        'The report says that it is of another time than now; it was not taken. Check the clock of the vehicle.',
      );
    if (wave.lastReport !== null && report.at < wave.lastReport.at) return;
    await setWaveReport(db, wave.id, report);
    changes.changed();
  }

  async #end(id: Identifier, kind: NonNullable<EmergencyWave['end']>, by: SignalActor): Promise<boolean> {
    const { db, changes, now } = this.#options;
    const ended = await changeInLedger(db, async (tx) => {
      if (!(await endWave(tx, id, kind, instantOf(now())))) return { result: false, entries: [] };
      return { result: true, entries: [entryOf(kind, id, now(), by, {})] };
    });
    if (ended) changes.changed();
    return ended;
  }

  async #require(id: Identifier, by: Principal): Promise<StoredWave> {
    const wave = await getWave(this.#options.db, id, by.sites);
    if (wave === null) throw new NotFoundError('emergency wave');
    return wave;
  }
}

function viewOf({ keyDigest: _, ...wave }: StoredWave): EmergencyWave {
  const route = wave.stops.map(({ junctionId, stage, expectedSeconds }) => ({
    ...{ junctionId, stage, expectedSeconds },
  }));
  return { ...wave, route };
}

function waveEnded(): ConflictError {
  return new ConflictError('WAVE_ENDED', 'This wave has ended; begin another one.');
}

function entryOf(
  kind: string,
  id: Identifier,
  at: number,
  by: SignalActor,
  data: Parameters<typeof signalEntry>[4],
) {
  return signalEntry(`emergency-wave.${kind}`, `emergency-wave:${id}`, at, by, data);
}
