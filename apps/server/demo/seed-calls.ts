import { callFile } from '@amaan/governance-monitoring/service/simulation/call-file';
import {
  type SimulatedStation,
  simulatedCalls,
} from '@amaan/governance-monitoring/service/simulation/simulated-calls';
import { listSites } from '@amaan/store/sites';
import { DEMO_PEOPLE, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const DAY_MS = 24 * 60 * 60_000;
const DAYS = 58;
const SOURCE = 'Simulated helpline';

/** Made-up stations: some cannot be told apart, one is slow, and three keep their records badly, each in its own way. */
const STATIONS: readonly SimulatedStation[] = [
  { name: 'Station A (made up)', callsPerHour: 2.2, travelSeconds: 330, centre: [74.32, 31.56] },
  { name: 'Station B (made up)', callsPerHour: 1.6, travelSeconds: 335, centre: [74.35, 31.52] },
  { name: 'Station C (made up)', callsPerHour: 1.2, travelSeconds: 410, centre: [74.29, 31.51] },
  {
    ...{ name: 'Station D (made up)', callsPerHour: 1, travelSeconds: 360, centre: [74.4, 31.55] },
    habits: { missingArrivals: 0.18 },
  },
  {
    ...{ name: 'Station E (made up)', callsPerHour: 0.8, travelSeconds: 620, centre: [74.27, 31.6] },
    habits: { roundClosures: 0.8 },
  },
  {
    ...{ name: 'Station F (made up)', callsPerHour: 0.6, travelSeconds: 420, centre: [74.37, 31.61] },
    habits: { closesInBatches: true },
  },
];

/** Eight weeks of calls that never happened, by the import that real files take, with a gap and a slow week in them. */
export async function seedCalls({ db, services: { performance }, now }: DemoContext): Promise<void> {
  const known = await performance.feeds.list({ sites: 'all' });
  if (known.some(({ name }) => name === SOURCE)) return;
  const [site] = await listSites(db);
  if (site === undefined) return;
  const to = Math.floor(now() / 60_000) * 60_000;
  const from = to - DAYS * DAY_MS;
  const gap = to - 9 * DAY_MS;
  const calls = simulatedCalls({
    ...{ seed: 15, from, to, stations: STATIONS },
    outage: { from: gap, to: gap + 5 * 60 * 60_000 },
    slower: { from: to - 5 * DAY_MS, factor: 1.25 },
  });
  const csv = callFile(calls, site.name);
  const by = demoPrincipal(DEMO_PEOPLE.analyst);
  const { mapping } = await performance.imports.preview(
    { csv: csv.slice(0, csv.indexOf('\n', 2000)), mapping: null },
    by,
  );
  if (mapping === null) throw new Error('The columns of simulated calls were not recognised.');
  await performance.imports.import(
    { source: SOURCE, fileName: 'simulated-calls.csv', csv, mapping },
    by,
    true,
  );
}
