import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import snmp from 'net-snmp';
import {
  CONTROL_COLUMNS,
  CONTROL_TABLE,
  PHASE_COLUMNS,
  PHASE_TABLE,
  SCALARS,
  type ScalarName,
  STATUS_COLUMNS,
  STATUS_TABLE,
} from '../ntcip-objects.ts';
import { fromBits, groupsFor, PHASES_PER_GROUP, toBits } from '../phase-bits.ts';
import { freeUdpPort } from './free-udp-port.ts';
import {
  type DeviceControl,
  type DevicePhase,
  type DevicePlan,
  SimulatedDevice,
} from './simulated-device.ts';

export interface SimulatedControllerOptions {
  readonly phases: readonly DevicePhase[];
  readonly plan: DevicePlan;
  /** SNMPv1: the community name that it knows. */
  readonly community: string;
  /** SNMPv3: a user that it knows too. */
  readonly user?: { readonly name: string; readonly authKey: string; readonly privKey: string };
  /** Unix milliseconds; left out: the machine's clock. */
  readonly now?: () => number;
  /** Whether it goes on by itself, four times a second; left out: yes. */
  readonly runs?: boolean;
}

const STEP_MS = 250;

const CONTROL_OF_COLUMN: Readonly<Record<number, DeviceControl>> = {
  [CONTROL_COLUMNS.phaseControlGroupPhaseOmit]: 'omit',
  [CONTROL_COLUMNS.phaseControlGroupPedOmit]: 'pedestrianOmit',
  [CONTROL_COLUMNS.phaseControlGroupHold]: 'hold',
  [CONTROL_COLUMNS.phaseControlGroupForceOff]: 'forceOff',
  [CONTROL_COLUMNS.phaseControlGroupVehCall]: 'call',
  [CONTROL_COLUMNS.phaseControlGroupPedCall]: 'pedestrianCall',
};

/** The part of net-snmp's agent that is used here; the package's own types leave it open. */
interface Agent {
  getMib(): Mib;
  getAuthorizer(): { addCommunity(name: string): void; addUser(user: object): void };
  close(): void;
  readonly listener: { readonly sockets: Readonly<Record<string, Socket>> };
}
interface Mib {
  registerProvider(provider: object): void;
  setScalarValue(name: string, value: number): void;
  addTableRow(name: string, row: readonly (number | Buffer)[]): void;
}
interface MibRequest {
  readonly operation: number;
  readonly oid: string;
  readonly instanceNode: { value: number | Buffer };
  readonly setValue?: number;
  /** Set requests come twice: first to be tried, then to be done. */
  readonly testSet?: boolean;
  done(error?: { readonly errorStatus: number }): void;
}

/**
 * A made-up signal controller on the loopback address that speaks NTCIP 1202 over SNMP, with the faults that real ones have.
 * It is told apart from a real one nowhere but in the labels of the junction that it serves.
 */
export class SimulatedController implements AsyncDisposable {
  readonly device: SimulatedDevice;
  readonly #agent: Agent;
  readonly #now: () => number;
  readonly #groups: number;
  readonly port: number;
  #timer: NodeJS.Timeout | undefined;
  /** Answers that wait for `delayMs`. */
  readonly #answers = new Set<NodeJS.Timeout>();
  /** A fault: it hears everything and says nothing. */
  isSilent = false;
  /** A fault: milliseconds that every answer takes. */
  delayMs = 0;
  /** A fault: seconds that its clock is ahead. */
  clockAhead = 0;
  /** Requests that it took. */
  requests = 0;

  private constructor(options: SimulatedControllerOptions, port: number) {
    const { phases, plan, community, user } = options;
    this.port = port;
    this.#now = options.now ?? Date.now;
    this.#groups = groupsFor(phases.map(({ number }) => number));
    this.device = new SimulatedDevice(phases, plan, this.#seconds);
    // Whom it does not know it does not answer: what the library says of that is nobody's business here.
    this.#agent = snmp.createAgent({ port, address: '127.0.0.1' }, () => undefined);
    const authorizer = this.#agent.getAuthorizer();
    authorizer.addCommunity(community);
    if (user)
      authorizer.addUser({
        ...{ name: user.name, level: snmp.SecurityLevel.authPriv },
        ...{ authProtocol: snmp.AuthProtocols.sha, authKey: user.authKey },
        ...{ privProtocol: snmp.PrivProtocols.aes, privKey: user.privKey },
      });
    this.#fill(this.#agent.getMib());
    if (options.runs ?? true) {
      this.#timer = setInterval(() => this.step(), STEP_MS);
      this.#timer.unref();
    }
  }

  /** Starts it on a free port of the loopback address. */
  static async start(options: SimulatedControllerOptions): Promise<SimulatedController> {
    const controller = new SimulatedController(options, await freeUdpPort());
    const [socket] = Object.values(controller.#agent.listener.sockets);
    await once(socket!, 'listening');
    return controller;
  }

  /** Goes on to the present. */
  step(): void {
    this.device.step(this.#seconds);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    for (const answer of this.#answers) clearTimeout(answer);
    this.#agent.close();
  }

  get #seconds(): number {
    return this.#now() / 1000 + this.clockAhead;
  }

  #fill(mib: Mib): void {
    const handler = (request: MibRequest) => this.#answer(request);
    for (const [name, oid] of Object.entries(SCALARS)) {
      mib.registerProvider({
        ...{ name, type: snmp.MibProviderType.Scalar, oid, handler },
        scalarType: snmp.ObjectType.Integer,
        maxAccess: snmp.MaxAccess['read-write'],
      });
      mib.setScalarValue(name, 0);
    }
    this.#table(mib, 'phaseTable', PHASE_TABLE, PHASE_COLUMNS, this.#phaseNumbers);
    const groups = Array.from({ length: this.#groups }, (_, index) => index + 1);
    this.#table(mib, 'phaseStatusGroupTable', STATUS_TABLE, STATUS_COLUMNS, groups);
    this.#table(mib, 'phaseControlGroupTable', CONTROL_TABLE, CONTROL_COLUMNS, groups);
  }

  get #phaseNumbers(): number[] {
    return this.device.phases.map(({ number }) => number);
  }

  #table(
    mib: Mib,
    name: string,
    oid: string,
    columns: Readonly<Record<string, number>>,
    rows: readonly number[],
  ): void {
    const isText = (column: number) => name === 'phaseTable' && column === PHASE_COLUMNS.phaseConcurrency;
    const numbers = Object.entries(columns);
    mib.registerProvider({
      ...{ name, type: snmp.MibProviderType.Table, oid: `${oid}.1` },
      maxAccess: snmp.MaxAccess['read-write'],
      handler: (request: MibRequest) => this.#answer(request),
      tableColumns: numbers.map(([column, number]) => ({
        ...{ number, name: column, maxAccess: snmp.MaxAccess['read-write'] },
        type: isText(number) ? snmp.ObjectType.OctetString : snmp.ObjectType.Integer,
      })),
      tableIndex: [{ columnName: numbers[0]![0] }],
    });
    for (const row of rows)
      mib.addTableRow(
        name,
        numbers.map(([, number], index) => (index === 0 ? row : isText(number) ? Buffer.alloc(0) : 0)),
      );
  }

  #answer(request: MibRequest): void {
    this.requests += 1;
    if (this.isSilent) return;
    if (request.operation === snmp.PduType.SetRequest) {
      // Objects of one request come one after the other, and count together: nothing goes on between them.
      if (!request.testSet) this.#set(request.oid, request.setValue ?? 0);
    } else {
      this.step();
      request.instanceNode.value = this.#read(request.oid);
    }
    if (this.delayMs === 0) {
      request.done();
      return;
    }
    const answer = setTimeout(() => {
      this.#answers.delete(answer);
      request.done();
    }, this.delayMs);
    this.#answers.add(answer);
  }

  #set(oid: string, value: number): void {
    if (oid === `${SCALARS.unitBackupTime}.0`) this.device.backupTime = value;
    if (oid === `${SCALARS.systemPatternControl}.0`) this.device.pattern = value;
    const place = cellOf(oid, CONTROL_TABLE);
    const control = place && CONTROL_OF_COLUMN[place.column];
    if (!place || !control) return;
    const bits = toBits(this.device.controlled(control), this.#groups);
    bits[place.row - 1] = value;
    this.device.command(control, fromBits(bits));
  }

  #read(oid: string): number | Buffer {
    for (const [name, base] of Object.entries(SCALARS))
      if (oid === `${base}.0`) return this.#scalar(name as ScalarName);
    const setup = cellOf(oid, PHASE_TABLE);
    if (setup) return this.#setup(setup.column, setup.row);
    const status = cellOf(oid, STATUS_TABLE);
    if (status) return this.#status(status.column, status.row);
    const control = cellOf(oid, CONTROL_TABLE);
    const name = control && CONTROL_OF_COLUMN[control.column];
    return name ? (toBits(this.device.controlled(name), this.#groups)[control.row - 1] ?? 0) : 0;
  }

  #scalar(name: ScalarName): number {
    switch (name) {
      case 'maxPhases':
        return this.#groups * PHASES_PER_GROUP;
      case 'maxPhaseGroups':
        return this.#groups;
      case 'unitBackupTime':
        return this.device.backupTime;
      case 'unitControlStatus':
        return this.device.controlStatus;
      case 'unitFlashStatus':
        return this.device.flashStatus;
      case 'coordPatternStatus':
      case 'systemPatternControl':
        return this.device.pattern;
      case 'globalTime':
        return Math.floor(this.#seconds);
      case 'sysUpTime':
        return Math.floor(this.device.upTime * 100);
    }
  }

  #setup(column: number, number: number): number | Buffer {
    const phase = this.device.phases.find((one) => one.number === number);
    if (phase === undefined) return 0;
    switch (column) {
      case PHASE_COLUMNS.phaseNumber:
        return number;
      case PHASE_COLUMNS.phaseWalk:
        return Math.round(phase.walk);
      case PHASE_COLUMNS.phasePedestrianClear:
        return Math.round(phase.pedestrianClear);
      case PHASE_COLUMNS.phaseMinimumGreen:
        return Math.round(phase.minimumGreen);
      case PHASE_COLUMNS.phaseYellowChange:
        return Math.round(phase.yellow * 10);
      case PHASE_COLUMNS.phaseRedClear:
        return Math.round(phase.redClear * 10);
      case PHASE_COLUMNS.phaseRing:
        return phase.ring;
      default:
        return Buffer.from(phase.concurrent);
    }
  }

  #status(column: number, group: number): number {
    const { device } = this;
    const shows = (number: number): boolean => {
      switch (column) {
        case STATUS_COLUMNS.phaseStatusGroupReds:
          return device.lightOf(number) === 'red';
        case STATUS_COLUMNS.phaseStatusGroupYellows:
          return device.lightOf(number) === 'yellow';
        case STATUS_COLUMNS.phaseStatusGroupGreens:
          return device.lightOf(number) === 'green';
        case STATUS_COLUMNS.phaseStatusGroupWalks:
          return device.walkOf(number) === 'walk';
        case STATUS_COLUMNS.phaseStatusGroupPedClears:
          return device.walkOf(number) === 'clear';
        default:
          return device.walkOf(number) === 'dont-walk';
      }
    };
    return toBits(this.#phaseNumbers.filter(shows), this.#groups)[group - 1] ?? 0;
  }
}

/** Column and row of a cell of a table, or null where the object is none. */
function cellOf(oid: string, table: string): { readonly column: number; readonly row: number } | null {
  if (!oid.startsWith(`${table}.1.`)) return null;
  const [column, row] = oid
    .slice(table.length + 3)
    .split('.')
    .map(Number);
  return column === undefined || row === undefined ? null : { column, row };
}
