import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { smartVision } from '@amaan/smart-vision/system';
import { openDatabase } from '@amaan/store/open-database';
import { printJson } from '../print-rows.ts';
import { Deployment } from '../up/deployment.ts';
import { CitySimulator } from './city-simulator.ts';
import { simulatedDistrict } from './district.ts';
import type { LoadFigures } from './load-record.ts';
import { registerDistrict } from './register-district.ts';
import { SimulationPermit } from './simulation-permit.ts';

const REPORT_MS = 1_000;
const SEED = 1;

export interface SimulateCityOptions {
  readonly cameras: number;
  /** Observations a second. */
  readonly rate: number;
  /** Until SIGINT or SIGTERM when left out. */
  readonly seconds?: number;
  readonly json?: boolean;
}

/**
 * Loads a deployment of its own (database, bus, server) with a simulated city at a steady rate and reports
 * what was accepted, how long commits took, and how often publishing had to wait. At the end what the
 * database holds is counted against what was acknowledged.
 * @throws AmaanError `SIMULATION_LOST` when they differ.
 */
export async function simulateCity(options: SimulateCityOptions): Promise<void> {
  const { cameras: count, rate, seconds, json = false } = options;
  const log = (line: string) => process.stderr.write(`amaan: ${line}\n`);
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'amaan-city-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const deployment = stack.use(
    await Deployment.start({
      dataFolder: folder,
      host: '127.0.0.1',
      port: 0,
      databaseUrl: null,
      demo: true,
      log,
    }),
  );
  const bus = stack.use(deployment.hub.connect());
  log(`registering ${count} simulated cameras …`);
  const cameras = await registerDistrict(bus, simulatedDistrict(count, SEED));
  const permit = stack.use(await SimulationPermit.open(bus, smartVision.id, log));
  if (permit.claims(Date.now()) === null) {
    throw new AmaanError(
      'PERMIT_MISSING',
      'No permit was issued, so nothing may be reported; ./amaan models list tells which model is missing.',
    );
  }
  const simulator = new CitySimulator({
    bus,
    cameras,
    permit,
    rate,
    alertsPerMinute: 2,
    pattern: () => 1,
    seed: SEED,
    log,
  });

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const signal =
    seconds === undefined ? stop.signal : AbortSignal.any([stop.signal, AbortSignal.timeout(seconds * 1000)]);
  const running = simulator.run(signal);
  while (!signal.aborted) {
    await delay(REPORT_MS, undefined, { signal }).catch(() => undefined);
    if (json) printJson({ type: 'progress', ...simulator.figures() });
    else log(sentence(simulator.figures()));
  }
  await running;
  const figures = simulator.figures();
  const stored = await countStored(deployment.databaseUrl);
  if (json) printJson({ type: 'summary', cameras: count, rate, ...figures, stored });
  else process.stdout.write(`${sentence(figures)}; ${stored} in the database\n`);
  if (stored !== figures.accepted) {
    throw new AmaanError(
      'SIMULATION_LOST',
      `${figures.accepted} observations were acknowledged, but the database holds ${stored}.`,
    );
  }
}

async function countStored(databaseUrl: string): Promise<number> {
  const db = openDatabase(databaseUrl, { maxConnections: 1 });
  try {
    const row = await db
      .selectFrom('observation')
      .select((select) => select.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  } finally {
    await db.destroy();
  }
}

function sentence({ accepted, acceptedPerSecond, latencyMs, backPressureMs, withheld }: LoadFigures): string {
  return (
    `${accepted} observations accepted, ${acceptedPerSecond}/s; commit after ${latencyMs.p50} ms (p50), ` +
    `${latencyMs.p95} ms (p95), ${latencyMs.p99} ms (p99); publishing waited ${backPressureMs} ms, ${withheld} withheld`
  );
}
