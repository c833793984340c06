import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { smartVision } from '@amaan/smart-vision/system';
import { trafficManagement } from '@amaan/traffic-management/system';
import { dataFolder } from '../project.ts';
import { CitySimulator } from './city-simulator.ts';
import { dailyPattern } from './daily-pattern.ts';
import { simulatedDistrict } from './district.ts';
import { registerDistrict } from './register-district.ts';
import { SimulationPermit } from './simulation-permit.ts';

/**
 * The simulator as a child of `amaan up --demo`: plays a district until it is told to stop or its parent is
 * gone. Environment: `AMAAN_DATA`, `AMAAN_SIMULATED_CAMERAS` (200), `AMAAN_SIMULATED_RATE` (3 a second).
 */
const CAMERAS = Number(process.env.AMAAN_SIMULATED_CAMERAS ?? 200);
const RATE = Number(process.env.AMAAN_SIMULATED_RATE ?? 3);
const ALERTS_PER_MINUTE = 2;
const SEED = 1;

const log = (line: string) => process.stderr.write(`simulator: ${line}\n`);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

await using bus = connectIpcBus((problem) => log(problem.message));
void bus.closed.then(() => stop.abort());

const district = simulatedDistrict(CAMERAS, SEED);
const map = join(dataFolder(), 'roads.geojson');
await writeFile(`${map}.part`, JSON.stringify(district.roads));
await rename(`${map}.part`, map);

const cameras = await registerDistrict(bus, district);
await using permit = await SimulationPermit.open(bus, smartVision.id, log);
await using trafficPermit = await SimulationPermit.open(bus, trafficManagement.id, log);
const simulator = new CitySimulator({
  bus,
  cameras,
  permit,
  trafficPermit,
  rate: RATE,
  alertsPerMinute: ALERTS_PER_MINUTE,
  pattern: dailyPattern,
  seed: SEED,
  log,
});
log(`plays ${cameras.length} cameras; none of what they report is real`);
await simulator.run(stop.signal);
