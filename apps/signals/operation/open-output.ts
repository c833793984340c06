import { randomBytes } from 'node:crypto';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { AssignedJunction } from '@amaan/contracts/traffic/signal-messages';
import { NtcipOutput } from '../ntcip/ntcip-output.ts';
import { deviceOfJunction, phasesOfJunction } from '../ntcip/simulated/device-of-junction.ts';
import { SimulatedController } from '../ntcip/simulated/simulated-controller.ts';
import { OutputKeeper, type OutputReading } from './output-keeper.ts';
import { SimulatedOutput } from './simulated-output.ts';
import { SimulatedRoad } from './simulated-road.ts';

/** What was opened for one junction. */
export interface OpenOutput extends AsyncDisposable {
  /** Null: its states go nowhere. */
  readonly keeper: OutputKeeper | null;
  /** The made-up road in front of a simulated signal; null: it has cameras, or nobody looks. */
  readonly road: SimulatedRoad | null;
  /** The made-up controller behind a simulated signal; null: there is none. */
  readonly controller: SimulatedController | null;
}

/**
 * Opens where a junction's states go. A simulated signal has a road with made-up vehicles, and, unless that is switched off,
 * a made-up controller on the loopback address that is spoken to over NTCIP as a real one.
 * @param now Unix milliseconds
 * @param onRead told of every reading of it; null: it could not be read
 */
export async function openOutput(
  assigned: AssignedJunction,
  now: () => number,
  onRead: (reading: OutputReading | null) => void,
): Promise<OpenOutput> {
  const { definition, output, junctionId } = assigned;
  const keep = { time: now, onRead };
  await using stack = new AsyncDisposableStack();
  if (output.kind === 'none') return opened(stack.move(), null, null, null);
  if (output.kind === 'ntcip') {
    const keeper = stack.use(new OutputKeeper(new NtcipOutput(definition, output, () => now() / 1000), keep));
    return opened(stack.move(), keeper, null, null);
  }
  const road = new SimulatedRoad({
    ...{ cameraId: newIdentifier(), junctionId, junction: definition, now: now() / 1000 },
    arrivalsPerHour: output.arrivalsPerHour,
    // The same junction gets the same vehicles after every start.
    seed: Number.parseInt(junctionId.slice(-8), 16),
  });
  if (!output.ntcip) {
    const keeper = stack.use(new OutputKeeper(new SimulatedOutput(definition, () => now() / 1000), keep));
    return opened(stack.move(), keeper, road, null);
  }
  const phases = phasesOfJunction(definition);
  const community = randomBytes(12).toString('hex');
  const controller = stack.use(
    await SimulatedController.start({ ...deviceOfJunction(definition, phases), community, now }),
  );
  const settings = {
    ...{ host: '127.0.0.1', port: controller.port, phases, fixedPattern: 1 },
    ...{ backupSeconds: 5, clockTolerance: 5 },
    credentials: { version: 'v1' as const, community },
  };
  const keeper = stack.use(new OutputKeeper(new NtcipOutput(definition, settings, () => now() / 1000), keep));
  return opened(stack.move(), keeper, road, controller);
}

function opened(
  stack: AsyncDisposableStack,
  keeper: OutputKeeper | null,
  road: SimulatedRoad | null,
  controller: SimulatedController | null,
): OpenOutput {
  return { keeper, road, controller, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
