import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { runScenario } from '@amaan/signals/sumo/run-scenario';
import type { JunctionView } from '@amaan/traffic-management/signals/controller';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';
import type { Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';

/** A junction and what cameras saw of it, decision by decision. */
export interface RecordedJunction {
  readonly junction: Junction;
  readonly views: readonly { readonly view: JunctionView; readonly now: number }[];
}

/** What a thread decides: so many junctions, round after round. */
export interface DecidingWork {
  readonly controller: ControllerName;
  readonly recorded: readonly RecordedJunction[];
  readonly junctions: number;
  readonly rounds: number;
}

/** What it took: milliseconds of each round. */
export interface DecidingTimes {
  readonly roundMs: readonly number[];
  readonly slowestMs: number;
}

const JUNCTIONS = 1000;
const THREADS = 2;
const ROUNDS = 40;
/** Rounds in which the code is still being compiled. */
const WARM = 10;

/** How long two threads take to decide 1,000 junctions, whose views were seen by cameras in a run of a scenario. */
export async function* decisionRates(
  benchmark: string,
  path: string,
  controller: ControllerName,
): AsyncGenerator<Figure> {
  const recorded = await record(path);
  const work = { controller, recorded, junctions: JUNCTIONS / THREADS, rounds: ROUNDS };
  const times = await Promise.all(Array.from({ length: THREADS }, () => decide(work)));
  const slowest = Array.from({ length: ROUNDS - WARM }, (_, round) => {
    return Math.max(...times.map(({ roundMs }) => roundMs[round + WARM]!));
  });
  const name = `${controller}: ${JUNCTIONS} junctions decided on ${THREADS} threads`;
  const figure = (what: string, value: number): Figure => {
    const rounded = Number(value.toFixed(1));
    return {
      benchmark,
      name: `${name}, ${what}`,
      value: rounded,
      unit: 'ms',
      aim: '≤ 1,000 ms',
      met: value <= 1000,
    };
  };
  yield figure('median round', percentile(slowest, 0.5));
  yield figure('slowest round', Math.max(...slowest));
  const rate = Math.min(1, 1000 / percentile(slowest, 0.5));
  yield {
    benchmark,
    name: `${name}: decisions a second for each that two cores hold, at the most one`,
    value: Number(rate.toFixed(2)),
    unit: '1/s',
    aim: '1',
    met: rate >= 1,
  };
}

/** Runs a scenario under actuated control and keeps every view; its middle is the busiest. */
async function record(path: string): Promise<RecordedJunction[]> {
  const recorded: { junction: Junction; views: { view: JunctionView; now: number }[] }[] = [];
  const actuated = controllerOf('actuated')!;
  await runScenario({
    path,
    controller: (junction) => {
      const own = { junction, views: [] as { view: JunctionView; now: number }[] };
      recorded.push(own);
      const controller = actuated(junction);
      return {
        decide(view, now) {
          own.views.push({ view, now });
          return controller.decide(view, now);
        },
      };
    },
    seed: 1,
    view: 'camera',
    random: seededRandom(1),
  });
  return recorded;
}

async function decide(work: DecidingWork): Promise<DecidingTimes> {
  const worker = new Worker(new URL('./deciding-thread.ts', import.meta.url), { workerData: work });
  try {
    const [times] = await once(worker, 'message');
    return times as DecidingTimes;
  } finally {
    await worker.terminate();
  }
}
