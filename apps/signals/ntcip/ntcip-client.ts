import { NtcipError } from './ntcip-error.ts';
import {
  CONTROL_COLUMNS,
  CONTROL_TABLE,
  cell,
  PATTERN_FREE,
  PHASE_COLUMNS,
  PHASE_TABLE,
  STATUS_COLUMNS,
  STATUS_TABLE,
  scalar,
} from './ntcip-objects.ts';
import { fromBits, groupsFor, toBits } from './phase-bits.ts';
import { type Setting, SnmpLink, type SnmpLinkOptions } from './snmp-link.ts';

/** A phase as the controller is set up. Seconds. */
export interface PhaseSetup {
  readonly phase: number;
  readonly walk: number;
  readonly pedestrianClear: number;
  readonly minimumGreen: number;
  readonly yellow: number;
  readonly redClear: number;
  /** Phases that may be on together with it. */
  readonly concurrent: ReadonlySet<number>;
}

/** What a controller shows. */
export interface ControllerStatus {
  readonly greens: ReadonlySet<number>;
  readonly yellows: ReadonlySet<number>;
  readonly walks: ReadonlySet<number>;
  readonly pedestrianClears: ReadonlySet<number>;
  /** `unitControlStatus` and `unitFlashStatus`. */
  readonly control: number;
  readonly flash: number;
  /** Seconds since it started. */
  readonly upTime: number;
  /** Its clock, Unix seconds. */
  readonly clock: number;
}

/** What it is told: phases that are to be on, and nothing else. */
export interface PhaseCommand {
  readonly vehicles: ReadonlySet<number>;
  readonly pedestrians: ReadonlySet<number>;
}

/** Objects of one row of `phaseTable`, in the order in which they are asked for. */
const SETUP_COLUMNS = [
  PHASE_COLUMNS.phaseWalk,
  PHASE_COLUMNS.phasePedestrianClear,
  PHASE_COLUMNS.phaseMinimumGreen,
  PHASE_COLUMNS.phaseYellowChange,
  PHASE_COLUMNS.phaseRedClear,
  PHASE_COLUMNS.phaseRing,
  PHASE_COLUMNS.phaseConcurrency,
] as const;

const STATUS_ORDER = [
  STATUS_COLUMNS.phaseStatusGroupGreens,
  STATUS_COLUMNS.phaseStatusGroupYellows,
  STATUS_COLUMNS.phaseStatusGroupWalks,
  STATUS_COLUMNS.phaseStatusGroupPedClears,
] as const;

/**
 * One actuated signal controller over NTCIP 1202 v03. A stage is asked for by holding its phases and placing calls on them,
 * and by forcing off and omitting all others (phaseControlGroupTable); how it gets there, by its own shortest greens,
 * yellows and red clearances, is the controller's business, and its conflict monitor's.
 */
export class NtcipClient implements Disposable {
  readonly #link: SnmpLink;
  readonly #phases: readonly number[];
  readonly #groups: number;

  /** @param phases the phases that it is told about */
  constructor(options: SnmpLinkOptions, phases: readonly number[]) {
    this.#link = new SnmpLink(options);
    this.#phases = [...new Set(phases)].sort((a, b) => a - b);
    this.#groups = groupsFor(phases);
  }

  /** How sentences about it begin. */
  get name(): string {
    return this.#link.name;
  }

  /**
   * Reads how its phases are set up.
   * @throws NtcipError of the link; `NTCIP_PHASES_UNFIT` where a phase is not there or not in use
   */
  async readSetup(): Promise<Map<number, PhaseSetup>> {
    const [most] = await this.#link.get([scalar('maxPhases')]);
    const setups = new Map<number, PhaseSetup>();
    for (const phase of this.#phases) {
      if (phase > Number(most))
        throw new NtcipError(
          'NTCIP_PHASES_UNFIT',
          `${this.name} has ${Number(most)} phases, and phase ${phase} is not among them.`,
        );
      const values = await this.#link.get(SETUP_COLUMNS.map((column) => cell(PHASE_TABLE, column, phase)));
      setups.set(phase, this.#setupOf(phase, values));
    }
    return setups;
  }

  /** Sets how long it goes on without a command before it goes back to its own plan (`unitBackupTime`). */
  async setBackupTime(seconds: number): Promise<void> {
    await this.#link.set([{ oid: scalar('unitBackupTime'), value: seconds }]);
  }

  async readStatus(): Promise<ControllerStatus> {
    const groups = Array.from({ length: this.#groups }, (_, index) => index + 1);
    const values = await this.#link.get([
      ...STATUS_ORDER.flatMap((column) => groups.map((group) => cell(STATUS_TABLE, column, group))),
      ...(['unitControlStatus', 'unitFlashStatus', 'sysUpTime', 'globalTime'] as const).map(scalar),
    ]);
    const numbers = values.map(Number);
    if (numbers.some((value) => !Number.isFinite(value)))
      throw new NtcipError('NTCIP_MALFORMED', `${this.name} answered something that is no number.`);
    const bitsOf = (at: number) => fromBits(numbers.slice(at * this.#groups, (at + 1) * this.#groups));
    const [control, flash, upTime, clock] = numbers.slice(STATUS_ORDER.length * this.#groups) as [
      number,
      number,
      number,
      number,
    ];
    return {
      greens: bitsOf(0),
      yellows: bitsOf(1),
      walks: bitsOf(2),
      pedestrianClears: bitsOf(3),
      control,
      flash,
      upTime: upTime / 100,
      clock,
    };
  }

  /** Tells it which phases are to be on. It has to be told again within its backup time, or it goes back to its own plan. */
  async command({ vehicles, pedestrians }: PhaseCommand): Promise<void> {
    const on = new Set([...vehicles, ...pedestrians]);
    const off = this.#phases.filter((phase) => !on.has(phase));
    const all = new Set(this.#phases);
    await this.#link.set([
      ...this.#bits('phaseControlGroupPhaseOmit', off),
      ...this.#bits(
        'phaseControlGroupPedOmit',
        [...all].filter((phase) => !pedestrians.has(phase)),
      ),
      ...this.#bits('phaseControlGroupHold', on),
      ...this.#bits('phaseControlGroupForceOff', off),
      ...this.#bits('phaseControlGroupVehCall', on),
      ...this.#bits('phaseControlGroupPedCall', pedestrians),
      { oid: scalar('systemPatternControl'), value: PATTERN_FREE },
    ]);
  }

  /** Takes every command back and leaves it to a pattern of its own: 1–253, 254 free, 0 by its own time of day. */
  async release(pattern: number): Promise<void> {
    await this.#link.set([
      ...(
        [
          'phaseControlGroupPhaseOmit',
          'phaseControlGroupPedOmit',
          'phaseControlGroupHold',
          'phaseControlGroupForceOff',
          'phaseControlGroupVehCall',
          'phaseControlGroupPedCall',
        ] as const
      ).flatMap((column) => this.#bits(column, [])),
      { oid: scalar('systemPatternControl'), value: pattern },
    ]);
  }

  [Symbol.dispose](): void {
    this.#link[Symbol.dispose]();
  }

  #bits(column: keyof typeof CONTROL_COLUMNS, phases: Iterable<number>): Setting[] {
    return toBits(phases, this.#groups).map((value, group) => ({
      oid: cell(CONTROL_TABLE, CONTROL_COLUMNS[column], group + 1),
      value,
    }));
  }

  #setupOf(phase: number, values: readonly (number | Buffer)[]): PhaseSetup {
    const concurrency = values.at(-1);
    const [walk, pedestrianClear, minimumGreen, yellow, redClear, ring] = values.slice(0, -1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (ring === 0)
      throw new NtcipError('NTCIP_PHASES_UNFIT', `${this.name} does not use its phase ${phase}.`);
    return {
      ...{ phase, walk, pedestrianClear, minimumGreen },
      yellow: yellow / 10,
      redClear: redClear / 10,
      concurrent: new Set(Buffer.isBuffer(concurrency) ? concurrency : []),
    };
  }
}
