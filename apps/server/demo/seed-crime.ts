import { ImportMapping, type ImportMappingInput } from '@amaan/contracts/crime/import-mapping';
import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';
import { simulatedIncidentsCsv } from '@amaan/crime-analytics/simulation/simulated-incidents-csv';
import { listSites } from '@amaan/store/sites';
import { demoCrimePeriod, demoCrimeQuestions } from './crime/demo-crime-questions.ts';
import { demoPatrolsCsv } from './crime/demo-patrols-csv.ts';
import { demoStationAreas } from './crime/demo-station-areas.ts';
import { DEMO_PEOPLE, demoAuthor, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const ANALYST = demoPrincipal(DEMO_PEOPLE.analyst);
const IMPORTER = { ...demoAuthor(DEMO_PEOPLE.analyst), sites: 'all' } as const;
/** So many that the forecast of a moving offence is surely better than counting on any day of the year. */
const INCIDENTS = 7000;

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
  const period = demoCrimePeriod(now());
  await crimeIncidents.tables.storeBoundaries(site.id, demoStationAreas(), IMPORTER);
  const incidents = simulateIncidents({ seed: 2026, count: INCIDENTS, ...period });
  await importFile('SIMULATED incidents.csv', simulatedIncidentsCsv(incidents), {
    ...{ place: PLACE, time: TIMES, offence: { column: 'offence' }, externalId: 'id' },
  });
  await importFile('SIMULATED patrols.csv', demoPatrolsCsv(period.until), {
    kind: 'patrols',
    place: PLACE,
    time: TIMES,
  });
  if (!(await crime.analyses.standing()).running) return;
  for (const question of demoCrimeQuestions(site.id, period)) await crime.analyses.ask(question, ANALYST, 0);

  async function importFile(name: string, csv: string, mapping: ImportMappingInput): Promise<void> {
    const file = { siteId: site!.id, name, mapping: ImportMapping.parse(mapping), simulated: true };
    await crimeIncidents.imports.import(file, bytesOf(csv), IMPORTER);
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
