import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import { SumoProcess } from '@amaan/signals/sumo/sumo-process';

/** Variables of TraCI that signal control does not ask for (SUMO user documentation, "TraCI", vehicle value retrieval). */
const VALUE = {
  speed: 0x40,
  position: 0x42,
  angle: 0x43,
  type: 0x4f,
  lane: 0x51,
  lanePosition: 0x56,
} as const;
const SIGNAL = { subscribe: 0xd2, state: 0x20 } as const;

/** A vehicle as the simulation has it: metres, m/s, degrees clockwise from north. */
export interface SimulatedVehicle {
  readonly id: string;
  readonly type: string;
  readonly class: VehicleClass;
  /** The middle of its front bumper. */
  readonly front: readonly [x: number, y: number];
  readonly angle: number;
  readonly speed: number;
  readonly lane: string;
  readonly lanePosition: number;
}

/** One step of the simulation. */
export interface SimulationStep {
  readonly seconds: number;
  readonly vehicles: readonly SimulatedVehicle[];
  /** Letters of the signal, one for each link. */
  readonly signal: string;
}

export interface DriveOptions {
  readonly network: string;
  readonly routes: string;
  readonly junction: string;
  readonly signal: string;
  readonly seed: number;
  readonly begin: number;
  readonly seconds: number;
  /** Seconds of a step. */
  readonly step: number;
  readonly metres: number;
}

/** Drives SUMO through TraCI and gives each step of it. */
export async function* driveSumo(options: DriveOptions): AsyncGenerator<SimulationStep> {
  const { network, routes, seed, begin, step, seconds } = options;
  await using sumo = await SumoProcess.start([
    ...['-n', network, '-r', routes, '--seed', String(seed), '--begin', String(begin)],
    ...['--step-length', String(step), '--no-step-log', '--no-warnings', '--collision.action', 'none'],
    ...['--time-to-teleport', '-1', '--lanechange.duration', '2'],
    ...['--xml-validation', 'never', '--xml-validation.net', 'never', '--xml-validation.routes', 'never'],
  ]);
  const { client } = sumo;
  await client.subscribeVehiclesAround(options.junction, options.metres, Object.values(VALUE));
  await client.subscribe(SIGNAL.subscribe, options.signal, [SIGNAL.state]);
  const steps = Math.round(seconds / step);
  for (let index = 1; index <= steps; index++) {
    const at = begin + index * step;
    const { around, things } = await client.step(new Map(), at);
    const vehicles = [...(around.get(options.junction) ?? [])].map(([id, values]): SimulatedVehicle => {
      const type = String(values.get(VALUE.type));
      const [x, y] = values.get(VALUE.position) as [number, number];
      return {
        ...{ id, type, class: classOf(type), front: [x, y], angle: Number(values.get(VALUE.angle)) },
        ...{ speed: Number(values.get(VALUE.speed)), lane: String(values.get(VALUE.lane)) },
        lanePosition: Number(values.get(VALUE.lanePosition)),
      };
    });
    yield { seconds: at, vehicles, signal: String(things.get(options.signal)?.get(SIGNAL.state)) };
  }
}

function classOf(type: string): VehicleClass {
  const [body] = type.split('-');
  return body === 'motorcycle' || body === 'truck' || body === 'bus' ? body : 'car';
}
