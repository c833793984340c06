import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import { ImportMapping, type ImportMappingInput } from '@amaan/contracts/crime/import-mapping';
import type { Identifier } from '@amaan/contracts/identifier';
import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';
import { simulatedIncidentsCsv } from '@amaan/crime-analytics/simulation/simulated-incidents-csv';
import { crimeAnalytics } from '@amaan/crime-analytics/system';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { expect, vi } from 'vitest';
import { approveSystem } from '../../testing/approve-system.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import type { TestClient } from '../../testing/test-client.ts';

const ROLES = ['analyst', 'supervisor', 'operator', 'governance-officer', 'administrator'] as const;

/** How the file of the simulation is read. */
export const SIMULATED_MAPPING: ImportMappingInput = {
  place: { x: 'longitude', y: 'latitude' },
  time: { from: ['from'], until: ['until'], timeZone: 'Asia/Karachi' },
  offence: { column: 'offence' },
  externalId: 'id',
};

/** A server whose crime analytics may run, with people who work with it. */
export class CrimeOffice implements AsyncDisposable {
  readonly postgres: TestDatabase;
  readonly server: TestServer;
  readonly siteId: Identifier;
  readonly people: Readonly<Record<(typeof ROLES)[number], TestClient>>;

  private constructor(parts: Pick<CrimeOffice, 'postgres' | 'server' | 'siteId' | 'people'>) {
    this.postgres = parts.postgres;
    this.server = parts.server;
    this.siteId = parts.siteId;
    this.people = parts.people;
  }

  static async open(): Promise<CrimeOffice> {
    const postgres = await openTestDatabase();
    const server = await startTestServer(postgres.db, { demo: false });
    await approveSystem(postgres.db, server.services, crimeAnalytics);
    const signedIn = await Promise.all(ROLES.map(async (role) => [role, await signInAs(server, role)]));
    const people: CrimeOffice['people'] = Object.fromEntries(signedIn);
    const siteId = (await people.operator.get('/api/sites')).json()[0].id;
    await server.services.crimeIncidents.start();
    server.services.crime.start();
    return new CrimeOffice({ postgres, server, siteId, people });
  }

  /** Imports a file, as a person with the role would. */
  async imported(csv: string, mapping: ImportMappingInput, simulated: boolean): Promise<Identifier> {
    const file = { siteId: this.siteId, name: 'test.csv', mapping: ImportMapping.parse(mapping), simulated };
    const by = { actor: 'user:test', name: 'Test', sites: 'all' } as const;
    const { id } = await this.server.services.crimeIncidents.imports.import(file, chunks(csv), by);
    return id;
  }

  /** Imports made-up incidents of two years. */
  simulated(count: number, seed = 7): Promise<Identifier> {
    return this.imported(simulatedIncidentsCsv(simulateIncidents({ seed, count })), SIMULATED_MAPPING, true);
  }

  /** Asks and waits for the answer. */
  async answered(question: object): Promise<AnalysisDetails> {
    const asked = await this.people.analyst.post('/api/crime/analyses', question);
    expect([200, 202], asked.body).toContain(asked.statusCode);
    const path = `/api/crime/analyses/${asked.json().id}`;
    return vi.waitFor(
      async () => {
        const analysis = (await this.people.analyst.get(path)).json();
        expect(analysis.endedAt).not.toBeNull();
        return analysis;
      },
      { timeout: 30_000, interval: 200 },
    );
  }

  async ledgerOf(subject: string): Promise<string[]> {
    const rows = await this.postgres.db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
    return rows
      .map(({ entry }) => JSON.parse(String(entry)) as { kind: string; subject: string })
      .filter((entry) => entry.subject === subject)
      .map(({ kind }) => kind);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    await this.postgres[Symbol.asyncDispose]();
  }
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
