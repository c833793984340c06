import { UNIT_CONTROL, UNIT_FLASH } from '../ntcip-objects.ts';

/** A phase of the simulated controller. Seconds; `walk` 0: no pedestrians. */
export interface DevicePhase {
  readonly number: number;
  readonly minimumGreen: number;
  readonly yellow: number;
  readonly redClear: number;
  readonly walk: number;
  readonly pedestrianClear: number;
  readonly ring: number;
  /** Phases that may be on together with it. */
  readonly concurrent: readonly number[];
}

/** What it runs by itself: phases that are on, one step after the other, by the clock. */
export interface DevicePlan {
  readonly steps: readonly { readonly phases: readonly number[]; readonly seconds: number }[];
  /** Seconds of the clock at which the first step begins, modulo the cycle. */
  readonly offset: number;
}

export const DEVICE_CONTROLS = [
  'omit',
  'pedestrianOmit',
  'hold',
  'forceOff',
  'call',
  'pedestrianCall',
] as const;
export type DeviceControl = (typeof DEVICE_CONTROLS)[number];

/** What a phase shows. */
export type DeviceLight = 'green' | 'yellow' | 'red';
export type DeviceWalk = 'walk' | 'clear' | 'dont-walk';

interface PhaseState {
  readonly phase: DevicePhase;
  light: DeviceLight;
  /** When `light` began; of red: when its clearance began. */
  since: number;
  /** When the walk began; null: nobody walks with this green. */
  walkSince: number | null;
}

/** Seconds that it flashes after it was switched on. */
const STARTUP_FLASH = 3;

/**
 * An actuated signal controller, made up for tests and demonstrations: it keeps its own shortest greens, yellows, red
 * clearances and pedestrians' times whatever it is told, runs a plan of its own by the clock, obeys holds, force-offs, omits
 * and calls, goes back to its plan when nobody commands it for `backupTime`, and flashes when its conflict monitor sees
 * phases on together that must not be. Time comes from outside; step it often.
 */
export class SimulatedDevice {
  readonly #phases: readonly PhaseState[];
  readonly #plan: DevicePlan;
  readonly #controls = new Map<DeviceControl, Set<number>>(DEVICE_CONTROLS.map((name) => [name, new Set()]));
  /** When the clearance of pedestrians of a phase began. */
  readonly #endings = new Map<number, number>();
  #now: number;
  #startedAt: number;
  #commandedAt = Number.NEGATIVE_INFINITY;
  #flash: number = UNIT_FLASH.notFlash;
  backupTime = 0;
  pattern = 0;
  /** Takes commands and does not follow them: a fault for tests. */
  isDeaf = false;

  /** @param now seconds of the clock */
  constructor(phases: readonly DevicePhase[], plan: DevicePlan, now: number) {
    this.#plan = plan;
    this.#now = now;
    this.#startedAt = now - STARTUP_FLASH;
    // All red and cleared, as after a start.
    const since = Number.NEGATIVE_INFINITY;
    this.#phases = phases.map((phase) => ({ phase, light: 'red', since, walkSince: null }));
  }

  get phases(): readonly DevicePhase[] {
    return this.#phases.map(({ phase }) => phase);
  }

  /** Seconds since it started. */
  get upTime(): number {
    return this.#now - this.#startedAt;
  }

  get flashStatus(): number {
    if (this.#flash !== UNIT_FLASH.notFlash) return this.#flash;
    return this.upTime < STARTUP_FLASH ? UNIT_FLASH.startup : UNIT_FLASH.notFlash;
  }

  get controlStatus(): number {
    if (this.#isCommanded) return UNIT_CONTROL.systemControl;
    return this.#commandedAt === Number.NEGATIVE_INFINITY ? UNIT_CONTROL.timebase : UNIT_CONTROL.backupMode;
  }

  lightOf(number: number): DeviceLight {
    return this.#phases.find(({ phase }) => phase.number === number)?.light ?? 'red';
  }

  walkOf(number: number): DeviceWalk {
    const state = this.#phases.find(({ phase }) => phase.number === number);
    if (state === undefined || state.walkSince === null) return 'dont-walk';
    const walked = this.#now - state.walkSince;
    if (walked < state.phase.walk) return 'walk';
    // A held green rests in walk; the clearance begins when the phase is to end.
    return state.light === 'green' && !this.#isEnding(state) ? 'walk' : 'clear';
  }

  controlled(name: DeviceControl): ReadonlySet<number> {
    return this.#controls.get(name)!;
  }

  /** Takes a control object. */
  command(name: DeviceControl, phases: ReadonlySet<number>): void {
    this.#commandedAt = this.#now;
    this.#controls.set(name, new Set(phases));
  }

  /** Starts anew: it flashes, then all is red, and nothing that it was told counts any more. */
  restart(): void {
    this.#startedAt = this.#now;
    this.#flash = UNIT_FLASH.notFlash;
    this.#forget();
    this.#commandedAt = Number.NEGATIVE_INFINITY;
    this.backupTime = 0;
    this.pattern = 0;
    for (const state of this.#phases) this.#turn(state, 'red');
  }

  /** Turns a phase green whatever else is on, as a broken switch would: its monitor has to see it. */
  breakSwitch(number: number): void {
    const state = this.#phases.find(({ phase }) => phase.number === number);
    if (state) this.#turn(state, 'green');
    this.#monitor();
  }

  /** Goes on in time. */
  step(now: number): void {
    this.#now = Math.max(this.#now, now);
    if (this.flashStatus !== UNIT_FLASH.notFlash) return;
    if (this.backupTime > 0 && this.#now - this.#commandedAt > this.backupTime) this.#forget();
    const wanted = this.#wanted();
    for (const state of this.#phases) this.#proceed(state, wanted);
    for (const state of this.#phases) if (wanted.has(state.phase.number)) this.#begin(state);
    this.#monitor();
  }

  get #isCommanded(): boolean {
    return !this.isDeaf && [...this.#controls.values()].some((phases) => phases.size > 0);
  }

  #forget(): void {
    for (const name of DEVICE_CONTROLS) this.#controls.set(name, new Set());
  }

  /** The phases that are to be on: called ones that are not omitted, or those of its own plan. */
  #wanted(): ReadonlySet<number> {
    if (this.#isCommanded) {
      const omitted = this.controlled('omit');
      return new Set([...this.controlled('call')].filter((phase) => !omitted.has(phase)));
    }
    const { steps, offset } = this.#plan;
    const cycle = steps.reduce((sum, { seconds }) => sum + seconds, 0);
    let place = (((this.#now - offset) % cycle) + cycle) % cycle;
    for (const { phases, seconds } of steps) {
      if (place < seconds) return new Set(phases);
      place -= seconds;
    }
    return new Set();
  }

  #proceed(state: PhaseState, wanted: ReadonlySet<number>): void {
    const { phase, light, since } = state;
    const lasted = this.#now - since;
    if (light === 'yellow' && lasted >= phase.yellow) this.#turn(state, 'red');
    if (light !== 'green' || lasted < phase.minimumGreen) return;
    const ends = this.#isCommanded
      ? this.controlled('forceOff').has(phase.number) && !this.controlled('hold').has(phase.number)
      : !wanted.has(phase.number);
    if (!ends) {
      this.#endings.delete(phase.number);
      return;
    }
    if (state.walkSince !== null) {
      // Whoever walks gets the walk, and from now on the time to the other side.
      if (this.#now - state.walkSince < phase.walk) return;
      const endingSince = this.#endings.get(phase.number) ?? this.#now;
      this.#endings.set(phase.number, endingSince);
      if (this.#now - endingSince < phase.pedestrianClear) return;
    }
    this.#turn(state, phase.yellow > 0 ? 'yellow' : 'red');
  }

  #isEnding({ phase }: PhaseState): boolean {
    return this.#endings.has(phase.number);
  }

  #begin(state: PhaseState): void {
    const { phase, light } = state;
    if (light !== 'red') return;
    const isFree = this.#phases.every((other) => other === state || this.#letsGo(other, phase));
    if (!isFree) return;
    this.#turn(state, 'green');
    const calledByFoot = this.#isCommanded
      ? this.controlled('pedestrianCall').has(phase.number) &&
        !this.controlled('pedestrianOmit').has(phase.number)
      : true;
    if (phase.walk > 0 && calledByFoot) state.walkSince = this.#now;
  }

  /** Whether a phase is no hindrance to another: it may be on with it, or is red and cleared. */
  #letsGo(other: PhaseState, phase: DevicePhase): boolean {
    if (phase.concurrent.includes(other.phase.number)) return true;
    return other.light === 'red' && this.#now - other.since >= other.phase.redClear;
  }

  #turn(state: PhaseState, light: DeviceLight): void {
    state.light = light;
    state.since = this.#now;
    if (light !== 'green') state.walkSince = null;
    this.#endings.delete(state.phase.number);
  }

  /** The conflict monitor: phases on together that must not be put everything to flash until it is started anew. */
  #monitor(): void {
    const on = this.#phases.filter(({ light }) => light !== 'red').map(({ phase }) => phase);
    const conflict = on.some((one) =>
      on.some((other) => one !== other && !one.concurrent.includes(other.number)),
    );
    if (conflict) this.#flash = UNIT_FLASH.faultMonitor;
  }
}
