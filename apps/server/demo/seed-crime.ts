import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { ImportMapping, type ImportMappingInput } from '@amaan/contracts/crime/import-mapping';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';
import { simulatedIncidentsCsv } from '@amaan/crime-analytics/simulation/simulated-incidents-csv';
import { listSites } from '@amaan/store/sites';
import { demoPatrolsCsv } from './crime/demo-patrols-csv.ts';
import { demoStationAreas } from './crime/demo-station-areas.ts';
import { DEMO_PEOPLE, demoAuthor, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const ANALYST = demoPrincipal(DEMO_PEOPLE.analyst);
const IMPORTER = { ...demoAuthor(DEMO_PEOPLE.analyst), sites: 'all' } as const;
const INCIDENTS = 5000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Two years up to the last midnight in Pakistan. */
const PERIOD_DAYS = 730;

const TIMES: ImportMappingInput['time'] = { from: ['from'], until: ['until'], timeZone: 'Asia/Karachi' };
const PLACE: ImportMappingInput['place'] = { x: 'longitude', y: 'latitude' };

/**
 * Made-up incidents, patrols and station areas, imported as people import them and marked SIMULATED, and a few questions
 * about them, which are answered as soon as the server runs.
 */
export async function seedCrime({
  db,
  services: { crime, crimeIncidents },
  now,
}: DemoContext): Promise<void> {
  const [site] = await listSites(db);
  if (site === undefined) return;
  const known = await crimeIncidents.imports.list('all', { siteId: site.id });
  if (known.length > 0) return;
  const until = Math.floor((now() + 5 * HOUR_MS) / DAY_MS) * DAY_MS - 5 * HOUR_MS;
  const from = until - PERIOD_DAYS * DAY_MS;
  await crimeIncidents.tables.storeBoundaries(site.id, demoStationAreas(), IMPORTER);
  const incidents = simulateIncidents({ seed: 2026, count: INCIDENTS, from, until });
  await importFile('SIMULATED incidents.csv', simulatedIncidentsCsv(incidents), {
    ...{ place: PLACE, time: TIMES, offence: { column: 'offence' }, externalId: 'id' },
  });
  await importFile('SIMULATED patrols.csv', demoPatrolsCsv(until), {
    kind: 'patrols',
    place: PLACE,
    time: TIMES,
  });
  if (!(await crime.analyses.standing()).running) return;
  for (const question of questions(site.id, from, until)) await crime.analyses.ask(question, ANALYST, 0);

  async function importFile(name: string, csv: string, mapping: ImportMappingInput): Promise<void> {
    const file = { siteId: site!.id, name, mapping: ImportMapping.parse(mapping), simulated: true };
    await crimeIncidents.imports.import(file, bytesOf(csv), IMPORTER);
  }
}

function questions(siteId: Identifier, from: number, until: number): AnalysisQuestion[] {
  const period = { from: instantOf(from), until: instantOf(until) };
  const lately = { from: instantOf(until - 182 * DAY_MS), until: period.until };
  const before = { from: instantOf(until - 547 * DAY_MS), until: instantOf(until - 365 * DAY_MS) };
  const ask = (kind: string, over: typeof period, settings: object, selection: object = {}) =>
    AnalysisQuestion.parse({
      ...{ kind, settings },
      selection: { siteId, period: over, simulated: true, ...selection },
    });
  return [
    ask('density', period, {}),
    ask('heat-map', period, {}),
    ask('trend', period, {}),
    // The same half of the year, so that seasons are not taken for a change.
    ask('comparison', lately, { before }),
    ask('patrol-audit', lately, {}),
    ask('hot-spots', period, { cells: { shape: 'square', metres: 500 } }),
    ask('emerging', period, {}),
    ask('near-repeat', lately, {}, { offences: ['Burglary'] }),
    ask(
      'forecast',
      period,
      { cells: { shape: 'square', metres: 250 }, horizonDays: 14, areaFraction: 0.02 },
      { offences: ['Burglary'] },
    ),
    ask('feedback-loop', period, {}),
  ];
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
