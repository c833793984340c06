import { seededRandom } from '@amaan/contracts/seeded-random';
import type { ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { type RunResult, runScenario } from '@amaan/signals/sumo/run-scenario';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';

/** One way of controlling a scenario, run with several seeds. */
export interface Setting {
  readonly scenario: string;
  readonly path: string;
  readonly controller: ControllerName;
  readonly view: 'camera' | 'truth';
}

/** Every run is a SUMO and this process beside it; on a shared machine `AMAAN_BENCH_AT_ONCE` may be 1. */
const AT_ONCE = Number(process.env.AMAAN_BENCH_AT_ONCE ?? 2);

/** Runs a setting with the seeds 1, 2, … */
export async function runSetting(
  { path, controller, view }: Setting,
  seeds: number,
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  let next = 0;
  const runNext = async (): Promise<void> => {
    while (next < seeds) {
      const index = next;
      next += 1;
      const seed = index + 1;
      results[index] = await runScenario({
        path,
        controller: controllerOf(controller),
        seed,
        view,
        random: seededRandom(seed),
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return results;
}
