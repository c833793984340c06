import { newIdentifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../test-database.ts';
import { up } from './0040-forecast-cells.ts';

test('forecasts and plans of before are worded as those of now', async () => {
  const db = await createTestDatabase();
  try {
    const [site, analysis, plan] = [newIdentifier(), newIdentifier(), newIdentifier()];
    const now = '2026-11-01T00:00:00.000Z';
    const question = { kind: 'forecast', settings: { cellMetres: 250, horizonDays: 14 } };
    const lattice = {
      crs: 'EPSG:32643',
      cellMetres: 250,
      originX: 430_000,
      originY: 3_480_250,
      columns: 100,
    };
    await sql`INSERT INTO site (id, name, created_at) VALUES (${site}, 'Old town', ${now})`.execute(db);
    await sql`INSERT INTO crime_analysis
      (id, site_id, kind, question, state, asked_at, asked_by, asked_by_name, digest, data_digest, software_version, simulated)
      VALUES (${analysis}, ${site}, 'forecast', ${JSON.stringify(question)}, 'waiting', ${now}, 'a', 'A',
        ${Buffer.alloc(32)}, ${Buffer.alloc(32)}, '1', true)`.execute(db);
    await sql`INSERT INTO crime_plan
      (id, site_id, forecast_id, state, from_at, until_at, input, body, cells, simulated, planned_at, planned_by,
        planned_by_name, planned_person)
      VALUES (${plan}, ${site}, ${analysis}, 'proposed', ${now}, '2026-11-15T00:00:00.000Z', '{}', '{}',
        ${JSON.stringify({ lattice, visited: [203, 7], leftOut: [5], periodsInRow: [2, 1] })}, true, ${now}, 'a', 'A', 'a')`.execute(
      db,
    );
    await up(db as never);
    const stored = await db.selectFrom('crime_analysis').select('question').executeTakeFirstOrThrow();
    expect(stored.question).toEqual({
      kind: 'forecast',
      settings: { cells: { shape: 'square', metres: 250 }, horizonDays: 14 },
    });
    const { cells } = await db.selectFrom('crime_plan').select('cells').executeTakeFirstOrThrow();
    expect(cells).toEqual({
      visited: ['EPSG:32643:250:1723:13923', 'EPSG:32643:250:1727:13921'],
      leftOut: [5],
      periodsInRow: [2, 1],
    });
  } finally {
    await db.destroy();
  }
});
