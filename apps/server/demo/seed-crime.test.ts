import { crimeAnalytics } from '@amaan/crime-analytics/system';
import { createTestDatabase } from '@amaan/store/test-database';
import { expect, test } from 'vitest';
import { approveSystem } from '../testing/approve-system.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import { DEMO_PEOPLE, demoPrincipal } from './demo-people.ts';
import { seedCrime } from './seed-crime.ts';
import { seedCrimePlans } from './seed-crime-plans.ts';

test('the demonstration has made-up incidents, patrols, station areas and questions, once', async () => {
  const db = await createTestDatabase();
  const server = await startTestServer(db, { demo: false });
  try {
    const { services } = server;
    await approveSystem(db, services, crimeAnalytics);
    const context = { db, services, now: Date.now };
    for (let restart = 0; restart < 2; restart++) await seedCrime(context);
    const imports = await services.crimeIncidents.imports.list('all', {});
    expect(imports.map(({ kind, simulated, rejected }) => [kind, simulated, rejected]).sort()).toEqual([
      ['incidents', true, 0],
      ['patrols', true, 0],
    ]);
    const analyst = demoPrincipal(DEMO_PEOPLE.analyst);
    const [first] = imports;
    const areas = await services.crimeIncidents.tables.boundaries(first!.siteId, analyst);
    expect(areas.boundaries).toHaveLength(9);
    // They wait for the server to run.
    const asked = await services.crime.analyses.list({ limit: 50 }, analyst);
    expect(asked).toHaveLength(13);
    for (const analysis of asked) expect(analysis).toMatchObject({ simulated: true, state: 'waiting' });
    // … and so do the plans that are made from the answers.
    await seedCrimePlans(context);
    expect(await services.crime.plans.list({}, analyst)).toEqual([]);
  } finally {
    await server[Symbol.asyncDispose]();
    await db.destroy();
  }
});
