import { ClockBounds } from '@amaan/analytics/clock/clock-bounds';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { JunctionOutputInput, NtcipPhase } from '@amaan/contracts/traffic/junction-record';
import type { Light, SignalState } from '@amaan/contracts/traffic/signal-decision';
import type { OutputClock, SignalOutput } from '../operation/signal-output.ts';
import { type ControllerStatus, NtcipClient, type PhaseSetup } from './ntcip-client.ts';
import { NtcipError } from './ntcip-error.ts';
import { UNIT_FLASH } from './ntcip-objects.ts';

/** Seconds beyond its own times that a controller may take to do what it is told. */
const SLACK = 4;

export type NtcipSettings = Pick<
  Extract<JunctionOutputInput, { kind: 'ntcip' }>,
  'host' | 'port' | 'phases' | 'fixedPattern' | 'backupSeconds' | 'clockTolerance' | 'credentials'
>;

/**
 * A junction's signal behind a controller that speaks NTCIP 1202. What the safety envelope shows becomes holds, force-offs,
 * omits and calls; the controller goes there by its own times and its monitor has the last word. What it shows is read back,
 * and a controller that does not follow, flashes, started anew or shows conflicting greens is an error.
 */
export class NtcipOutput implements SignalOutput {
  readonly #junction: Junction;
  readonly #settings: NtcipSettings;
  readonly #client: NtcipClient;
  readonly #phases: readonly NtcipPhase[];
  readonly #now: () => number;
  readonly #clock = new ClockBounds();
  /** Seconds within which it reaches any state by its own times; null before it was prepared. */
  #patience: number | null = null;
  #upTime: number | null = null;
  #told: SignalState | null = null;
  /** For each group since when it shows something else than it was told, and has been told, without a break. */
  #differsSince: (number | null)[];

  /** @param now Unix seconds; left out: the machine's clock */
  constructor(junction: Junction, settings: NtcipSettings, now: () => number = () => Date.now() / 1000) {
    this.#junction = junction;
    this.#settings = settings;
    this.#now = now;
    this.#phases = junction.groups.map(({ id }) => settings.phases[id]!);
    this.#differsSince = junction.groups.map(() => null);
    this.#client = new NtcipClient(
      settings,
      this.#phases.map(({ phase }) => phase),
    );
  }

  /** @throws NtcipError of the link, `NTCIP_PHASES_UNFIT`, `NTCIP_FLASHING`, `NTCIP_CLOCK_OFF` */
  async prepare(): Promise<void> {
    const setup = await this.#client.readSetup();
    this.#assertStagesFit(setup);
    const times = [...setup.values()].map(
      ({ minimumGreen, walk, pedestrianClear, yellow, redClear }) =>
        Math.max(minimumGreen, walk + pedestrianClear) + yellow + redClear,
    );
    const status = await this.#status();
    this.#assertSteady(status);
    this.#upTime = status.upTime;
    const off = Math.abs(status.clock - this.#now());
    if (off > this.#settings.clockTolerance)
      throw new NtcipError(
        'NTCIP_CLOCK_OFF',
        `The clock of ${lower(this.#client.name)} is ${Math.round(off)} s off, so its own plan would run at another time; set it first.`,
      );
    await this.#client.setBackupTime(this.#settings.backupSeconds);
    this.#patience = Math.max(0, ...times) + SLACK;
    this.#forget();
  }

  /** @throws NtcipError of the link */
  async show(state: SignalState): Promise<void> {
    const vehicles = new Set<number>();
    const pedestrians = new Set<number>();
    for (const [index, light] of state.lights.entries()) {
      const phase = this.#phases[index];
      if (phase === undefined || !isGreen(light)) continue;
      (phase.pedestrian ? pedestrians : vehicles).add(phase.phase);
    }
    await this.#client.command({ vehicles, pedestrians });
    for (const [index, light] of state.lights.entries())
      if (isGreen(light) !== isGreen(this.#told?.lights[index] ?? 'red')) this.#differsSince[index] = null;
    this.#told = state;
  }

  /** @throws NtcipError of the link */
  async release(): Promise<void> {
    this.#forget();
    await this.#client.release(this.#settings.fixedPattern);
  }

  /**
   * @throws NtcipError of the link, `NTCIP_FLASHING`, `NTCIP_RESTARTED`, `NTCIP_CONFLICT_SHOWN`, and `NTCIP_NOT_OBEYED` when
   *   it has shown something else than it was told for longer than its own times and some seconds
   */
  async read(): Promise<Light[]> {
    const status = await this.#status();
    const before = this.#upTime;
    this.#upTime = status.upTime;
    if (before !== null && status.upTime < before) {
      this.#patience = null;
      throw new NtcipError('NTCIP_RESTARTED', `${this.#client.name} started anew.`);
    }
    this.#assertSteady(status);
    const lights = this.#phases.map((phase, index) => this.#lightOf(phase, index, status));
    this.#assertNoConflict(lights);
    this.#assertFollows(lights);
    return lights;
  }

  get clock(): OutputClock | null {
    return this.#clock.get(this.#now() * 1000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Whatever it was told is taken back; where it does not answer, its own backup time does it.
    if (this.#told) await this.release().catch(() => undefined);
    this.#client[Symbol.dispose]();
  }

  /** Reads what it shows, and compares the clocks: its own has whole seconds, which turn somewhere between two readings. */
  async #status(): Promise<ControllerStatus> {
    const asked = this.#now() * 1000;
    const status = await this.#client.readStatus();
    const heard = this.#now() * 1000;
    const second = status.clock * 1000;
    this.#clock.add(heard, second - heard, second + 1000 - asked);
    return status;
  }

  #lightOf(
    { phase, pedestrian }: NtcipPhase,
    index: number,
    { greens, yellows, walks, pedestrianClears }: ControllerStatus,
  ): Light {
    if (pedestrian) {
      if (walks.has(phase)) return 'green';
      return pedestrianClears.has(phase) ? 'clearing' : 'red';
    }
    if (yellows.has(phase)) return 'yellow';
    if (!greens.has(phase)) return 'red';
    // A controller does not tell a green that gives way from one that does not.
    return this.#told?.lights[index] === 'yield' ? 'yield' : 'green';
  }

  /** Phases of one stage must be allowed to be on together by the controller's own set-up. */
  #assertStagesFit(setup: ReadonlyMap<number, PhaseSetup>): void {
    const { stages, groups } = this.#junction;
    for (const { name, green } of stages) {
      const on = green.map((id) => this.#phases[groups.findIndex((group) => group.id === id)]!.phase);
      for (const one of on)
        for (const other of on)
          if (one !== other && !setup.get(one)?.concurrent.has(other))
            throw new NtcipError(
              'NTCIP_PHASES_UNFIT',
              `${this.#client.name} does not let its phases ${one} and ${other} be on together, and stage ${name} needs that.`,
            );
    }
  }

  #assertSteady({ flash }: ControllerStatus): void {
    if (flash !== UNIT_FLASH.notFlash)
      throw new NtcipError(
        'NTCIP_FLASHING',
        `${this.#client.name} flashes (${flash === UNIT_FLASH.faultMonitor ? 'its conflict monitor saw a fault' : `state ${flash}`}); somebody has to look at it.`,
      );
  }

  #assertNoConflict(lights: readonly Light[]): void {
    const { groups, conflicts, permissive } = this.#junction;
    for (const [one, light] of lights.entries())
      for (const [other, otherLight] of lights.entries()) {
        if (other <= one || !conflicts[one]?.[other] || !isGreen(light) || !isGreen(otherLight)) continue;
        const [a, b] = [groups[one]!, groups[other]!];
        const isAllowed = permissive.some(
          ({ yields, to }) => (yields === a.id && to === b.id) || (yields === b.id && to === a.id),
        );
        if (!isAllowed)
          throw new NtcipError(
            'NTCIP_CONFLICT_SHOWN',
            `${this.#client.name} shows ${a.name} and ${b.name} green together, which conflict; somebody has to look at it at once.`,
          );
      }
  }

  #assertFollows(lights: readonly Light[]): void {
    const told = this.#told?.lights;
    if (!told) return;
    for (const [index, light] of lights.entries()) {
      if (isGreen(light) === isGreen(told[index]!)) {
        this.#differsSince[index] = null;
        continue;
      }
      const since = this.#differsSince[index] ?? this.#now();
      this.#differsSince[index] = since;
      const seconds = this.#now() - since;
      if (seconds > (this.#patience ?? 0))
        throw new NtcipError(
          'NTCIP_NOT_OBEYED',
          `${this.#client.name} has shown ${this.#junction.groups[index]!.name} ${light} for ${Math.round(seconds)} s though it was told otherwise.`,
        );
    }
  }

  #forget(): void {
    this.#told = null;
    this.#differsSince = this.#junction.groups.map(() => null);
  }
}

function isGreen(light: Light): boolean {
  return light === 'green' || light === 'yield';
}

function lower(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
