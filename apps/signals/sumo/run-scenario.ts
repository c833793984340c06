import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import type { ControllerFactory } from '@amaan/traffic-management/signals/controller';
import type { StepResults, TraciClient, Variables } from '../traci/traci-client.ts';
import { COMMAND, VARIABLE } from '../traci/traci-codes.ts';
import { type Network, readNetwork } from './network.ts';
import { findScenario, type Scenario } from './scenario.ts';
import { type SignalTimes, signalJunction } from './signal-junction.ts';
import { signalLinksOf } from './signal-links.ts';
import { type LeadChange, SignalRun } from './signal-run.ts';
import { SumoError } from './sumo-error.ts';
import { SumoProcess } from './sumo-process.ts';
import { readTripFigures, type TripFigures } from './trip-figures.ts';

export interface RunOptions {
  /** A folder of a scenario, or its configuration. */
  readonly path: string;
  /** Null: the fixed plans of the network. */
  readonly controller: ControllerFactory | null;
  /** SUMO's seed. */
  readonly seed: number;
  /** What controllers see: what cameras would measure, or the simulator's truth. */
  readonly view: 'camera' | 'truth';
  /** Random numbers in [0, 1) for the cameras' errors. */
  readonly random: () => number;
  readonly times?: Partial<SignalTimes>;
  /** Metres before the stop line that are seen. */
  readonly range?: number;
  /** A junction whose cameras give nothing more from a second of the simulation's clock on. */
  readonly failing?: { readonly junction: string; readonly from: number };
  /** Ends the run before its end, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What people should know while it runs. */
  readonly onNotice?: (notice: RunNotice) => void;
}

/** A signal that the network's own programme goes on to lead, or one whose lead changes. */
export type RunNotice =
  | { readonly kind: 'left-to-programme'; readonly junction: string; readonly reason: string | null }
  | ({ readonly kind: 'lead' } & LeadChange);

export interface RunResult extends TripFigures {
  /** Signals that were led through the envelope, and all. */
  readonly led: number;
  readonly signals: number;
  /** Milliseconds of each decision. */
  readonly decisionMs: readonly number[];
}

/**
 * RESCO's yellow of three seconds, so that figures compare. A vehicle that stands in the middle needs about four to get out (20 m
 * at 2.6 m/s²); one that is still there then is blocked, and waiting longer would only keep everybody else from going.
 */
const TIMES: SignalTimes = { yellow: 3, minGreen: 5, clearingExtension: 4 };
/** RESCO's range of detection, in metres. */
const RANGE = 200;
/** How much farther than the range vehicles are asked for, so that distance along a bent road is covered. */
const BEYOND = 50;
/** A run without an end is over after four hours: traffic that is jammed for good never ends by itself. */
const LONGEST_RUN = 14_400;

/**
 * Runs a scenario of SUMO with a controller at each of its signals, second by second, through the safety envelope.
 * @throws SumoError, TraciError, with one sentence for people
 */
export async function runScenario(options: RunOptions): Promise<RunResult> {
  const scenario = await findScenario(options.path);
  const network = await readNetwork(scenario.network, scenario.additional);
  const { runs, signals } = signalRuns(network, scenario, options);
  const folder = await mkdtemp(join(tmpdir(), 'amaan-signals-'));
  try {
    const tripInfo = join(folder, 'trips.xml');
    const statistics = join(folder, 'statistics.xml');
    await using sumo = await SumoProcess.start(commandLine(scenario, options.seed, tripInfo, statistics));
    await sumo.guard(async () => {
      await drive(sumo.client, runs, scenario, options);
      await sumo.finish();
    });
    const figures = await readTripFigures(tripInfo, statistics);
    return {
      ...figures,
      led: runs.length,
      signals,
      decisionMs: runs.flatMap(({ decisionMs }) => decisionMs),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function signalRuns(
  network: Network,
  { begin }: Scenario,
  options: RunOptions,
): { runs: SignalRun[]; signals: number } {
  const signals = signalLinksOf(network);
  if (signals.length === 0)
    throw new SumoError(
      'NETWORK_WITHOUT_SIGNAL',
      'The network has no traffic signal, so nothing to control.',
    );
  const { failing } = options;
  if (failing && !signals.some(({ id }) => id === failing.junction)) {
    const names = signals.slice(0, 5).map(({ id }) => id);
    const sentence = `The network has no signal ${failing.junction}; it has ${names.join(', ')}${signals.length > 5 ? ', …' : ''}.`;
    throw new SumoError('SIGNAL_UNKNOWN', sentence);
  }
  const runs = signals.flatMap((links): SignalRun[] => {
    const leave = (reason: string | null) => {
      options.onNotice?.({ kind: 'left-to-programme', junction: links.id, reason });
      return [];
    };
    const signal = signalJunction(network, links, { ...TIMES, ...options.times });
    if (!signal) return leave(null);
    try {
      const run = new SignalRun(network, signal, begin, {
        controller: options.controller,
        cameraRandom: options.view === 'camera' ? options.random : null,
        range: options.range ?? RANGE,
        cameraEnds: failing?.junction === links.id ? failing.from : Number.POSITIVE_INFINITY,
      });
      return [run];
    } catch (error) {
      if (error instanceof AmaanError && error.code === 'JUNCTION_CONTRADICTION') return leave(error.message);
      throw error;
    }
  });
  return { runs, signals: signals.length };
}

function commandLine(
  { configuration, network, routes, additional }: Scenario,
  seed: number,
  tripInfo: string,
  statistics: string,
): string[] {
  const bare = [
    '-n',
    network,
    '-r',
    routes.join(','),
    ...(additional.length > 0 ? ['-a', additional.join(',')] : []),
  ];
  return [
    ...(configuration === null ? bare : ['-c', configuration]),
    ...['--seed', String(seed), '--no-step-log', '--no-warnings'],
    ...['--time-to-teleport', '-1', '--tripinfo-output', tripInfo, '--statistic-output', statistics],
    ...['--tripinfo-output.write-unfinished', 'true', '--tripinfo-output.write-undeparted', 'true'],
    // Debian's SUMO without its recommended packages has no schemas, and would fetch them.
    ...['--xml-validation', 'never', '--xml-validation.net', 'never', '--xml-validation.routes', 'never'],
  ];
}

async function drive(
  client: TraciClient,
  runs: readonly SignalRun[],
  { begin, end }: Scenario,
  { onNotice, range = RANGE, signal }: RunOptions,
): Promise<void> {
  for (const junction of new Set(runs.filter((run) => run.isAdaptive).flatMap((run) => run.junctions))) {
    const variables = [VARIABLE.speed, VARIABLE.lane, VARIABLE.lanePosition];
    await client.subscribeVehiclesAround(junction, range + BEYOND, variables);
  }
  if (end === null) await client.subscribe(COMMAND.subscribeSimulation, '', [VARIABLE.expectedVehicles]);
  const last = end ?? begin + LONGEST_RUN;
  for (let now = begin; now < last; now++) {
    signal?.throwIfAborted();
    const states = new Map<string, string>();
    for (const run of runs) {
      const { letters, lead } = run.step(now);
      if (letters !== null) states.set(run.id, letters);
      if (lead) onNotice?.({ kind: 'lead', ...lead });
    }
    const results = await client.step(states, Math.min(now + 1, last));
    for (const run of runs) run.look(vehiclesAround(run, results), now + 1);
    if (end === null && results.things.get('')?.get(VARIABLE.expectedVehicles) === 0) break;
  }
}

function vehiclesAround({ junctions }: SignalRun, { around }: StepResults): Iterable<[string, Variables]> {
  const [first, ...others] = junctions.map((junction) => around.get(junction) ?? new Map());
  if (others.length === 0) return first ?? [];
  return new Map([first!, ...others].flatMap((vehicles) => [...vehicles]));
}
