import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { WhatIfWork } from '@amaan/contracts/traffic/signal-messages';
import type { WhatIfFigure, WhatIfResult } from '@amaan/contracts/traffic/what-if';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';
import { meanInterval } from '@amaan/traffic-management/signals/mean-interval';
import { readNetwork } from '../sumo/network.ts';
import { type RunResult, runScenario } from '../sumo/run-scenario.ts';
import { SumoError } from '../sumo/sumo-error.ts';
import { replayDemand } from './replay-demand.ts';

export type WhatIfJob = NonNullable<WhatIfWork>;

/** Seconds after the last minute in which whoever is still under way may arrive. */
const DRAINING = 900;

export interface WhatIfOptions {
  /** The network's file. */
  readonly network: string;
  readonly signal: AbortSignal;
  /** 0–1. */
  readonly onProgress: (progress: number) => void;
}

/**
 * Replays measured demand of a junction under each of some controllers, with the same vehicles for all of them at each seed,
 * seen as cameras see. The junction is led through the same safety envelope as on the road.
 * @throws SumoError with one sentence; the signal's reason when it was cancelled
 */
export async function runWhatIf(job: WhatIfJob, options: WhatIfOptions): Promise<WhatIfResult[]> {
  const network = await readNetwork(options.network);
  const from = Date.parse(job.from);
  const seconds = (Date.parse(job.to) - from) / 1000;
  const runs = new Map(job.controllers.map((controller) => [controller, [] as RunResult[]]));
  const folder = await mkdtemp(join(tmpdir(), 'amaan-what-if-'));
  try {
    let done = 0;
    for (let seed = 1; seed <= job.seeds; seed += 1) {
      const demand = replayDemand(job.junction, network, job.minutes, from, seededRandom(seed));
      if (!demand.includes('<trip'))
        throw new SumoError(
          'DEMAND_MISSING',
          'None of the lanes that were measured leads anywhere in the network, so nobody would drive.',
        );
      await writeFile(join(folder, 'demand.rou.xml'), demand);
      await writeFile(join(folder, 'replay.sumocfg'), configuration(options.network, seconds + DRAINING));
      for (const [controller, results] of runs) {
        options.signal.throwIfAborted();
        const result = await runScenario({
          ...{ path: join(folder, 'replay.sumocfg'), controller: controllerOf(controller), seed },
          ...{ view: 'camera', random: seededRandom(seed) },
          signal: options.signal,
        });
        results.push(result);
        done += 1;
        options.onProgress(done / (job.seeds * job.controllers.length));
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const first = runs.get(job.controllers[0]!)!;
  return [...runs].map(([controller, results], index) => ({
    ...{ controller, runs: results.length, vehicles: results[0]!.vehicles },
    delay: figureOf(results.map(({ delay }) => delay)),
    waiting: figureOf(results.map(({ waitingTime }) => waitingTime)),
    stops: figureOf(results.map(({ stops }) => stops)),
    // Little's law: who stands at a time is who comes in a second times how long each stands.
    queue: figureOf(results.map(({ waitingTime, vehicles }) => (waitingTime * vehicles) / seconds)),
    unfinished: meanInterval(results.map(({ unfinished }) => unfinished)).mean,
    delayDifference:
      index === 0 ? null : figureOf(results.map(({ delay }, seed) => delay - first[seed]!.delay)),
  }));
}

function figureOf(values: readonly number[]): WhatIfFigure {
  const { mean, interval } = meanInterval(values);
  return { mean, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}

function configuration(network: string, end: number): string {
  return `<configuration>
  <input><net-file value="${network}"/><route-files value="demand.rou.xml"/></input>
  <time><begin value="0"/><end value="${end}"/></time>
</configuration>
`;
}
