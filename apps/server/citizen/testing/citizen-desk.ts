import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { CHALLAN_TOKEN_HEADER } from '@amaan/contracts/violations/citizen';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import type { StoredChallan } from '@amaan/store/violations/challans';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type LightMyRequestResponse } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import type { Principal } from '../../access/decide.ts';
import type { App } from '../../http/app.ts';
import { answerProblems } from '../../http/problem-details.ts';
import { citizenRoutes } from '../../routes/citizen-routes.ts';
import { contestRoutes } from '../../routes/contest-routes.ts';
import { somebody } from '../../testing/access-table.ts';
import { issueTestChallan, type TestIssue } from '../../testing/issued-challan.ts';
import { ChallanService } from '../../violations/issue/challan-service.ts';
import { createRedress, type Redress } from '../../violations/redress/create-redress.ts';
import { createCitizen } from '../create-citizen.ts';

/** Portal and officers' routes on a database, with a clock of their own and made-up evidence. */
export interface CitizenDesk extends AsyncDisposable {
  readonly db: Database;
  readonly app: App;
  readonly objects: DiskObjectStore;
  readonly challans: ChallanService;
  readonly redress: Redress;
  readonly clock: { now: number };
  /** What kinds of statements the portal has sent to the database, in their order. */
  readonly statements: readonly string[];
  readonly siteId: Identifier;
  /** Who makes the next requests; null: somebody without an account. */
  signIn(by: Principal | null): void;
  issue(of?: Partial<TestIssue>): Promise<StoredChallan>;
  /** Looks a challan up from an address, which a rate limit counts by. */
  lookUp(body: object, address?: string): Promise<LightMyRequestResponse>;
  /** The token of a challan. */
  tokenOf(challan: StoredChallan): Promise<Record<typeof CHALLAN_TOKEN_HEADER, string>>;
  ledgerOf(challan: StoredChallan): Promise<LedgerEntry[]>;
}

/** What the made-up evidence of a case is. */
export const EVIDENCE = { entry: 'masked entry', exit: 'masked exit', plate: 'bare plate', clip: 'a clip' };

export async function openCitizenDesk(): Promise<CitizenDesk> {
  await using stack = new AsyncDisposableStack();
  const db = await createTestDatabase();
  stack.defer(() => db.destroy());
  const folder = await mkdtemp(join(tmpdir(), 'amaan-citizen-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const objects = await DiskObjectStore.open(folder);
  const clock = { now: Date.parse('2026-11-02T09:00:00.000Z') };
  const now = () => clock.now;
  const logger = pino({ level: 'silent' });
  const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
  const challans = new ChallanService({ db, province: 'punjab', now, onChanged: () => {} });
  const statements: string[] = [];
  const watched = db.withPlugin({
    transformQuery({ node }) {
      statements.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const citizen = createCitizen({
    ...{ objects, secrets, challans, now, secret: 'a secret of a test', onChanged: () => {} },
    db: watched,
    evidence: {
      list: async () =>
        (Object.keys(EVIDENCE) as (keyof typeof EVIDENCE)[]).map((key) => ({
          ...{ key, digest: '00'.repeat(32), mediaType: 'image/jpeg', bytes: 1, ready: true },
          ...{
            capturedAt: instantOf(clock.now),
            view: key === 'plate' ? ('bare' as const) : ('masked' as const),
          },
        })),
      open: async ({ id }, key) => {
        const bytes = Buffer.from(`${EVIDENCE[key]} of ${id}`);
        return { mediaType: 'image/jpeg', bytes: bytes.length, content: Readable.from([bytes]) };
      },
    },
    paying: async () => null,
    takenBack: async () => null,
  });
  const redress = stack.use(
    createRedress({ db, challans, uploads: citizen.uploads, onChanged: () => {}, now, logger }),
  );
  const app = Fastify({ bodyLimit: 64 * 1024 }) as unknown as App;
  stack.defer(() => app.close());
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  let signedIn: Principal | null = null;
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = signedIn;
  });
  await app.register(rateLimit, { global: false });
  citizenRoutes(app, citizen);
  contestRoutes(app, redress);
  await app.ready();
  const site = await ensureSite(db, 'Lahore');
  const owned = stack.move();
  const lookUp: CitizenDesk['lookUp'] = (payload, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'POST', url: '/api/public/challans/lookup', payload, remoteAddress });
  return {
    ...{ db, app, objects, challans, redress, clock, statements, siteId: site.id, lookUp },
    signIn: (by) => {
      signedIn = by;
    },
    issue: (of) => issueTestChallan(db, challans, { siteId: site.id, at: clock.now - 60_000, ...of }),
    async tokenOf({ plate, number }) {
      // Each from an address of its own: only some tests are about limits.
      const answer = await lookUp({ plate, number }, `10.${randomBytes(3).join('.')}`);
      return { [CHALLAN_TOKEN_HEADER]: answer.json().token };
    },
    async ledgerOf({ id }) {
      const rows = await db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
      return rows.map(({ entry }) => JSON.parse(entry)).filter(({ subject }) => subject === `challan:${id}`);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A traffic reviewer by the name of the human behind the account. */
export function reviewer(person: string, change: Partial<Principal> = {}): Principal {
  return somebody('traffic-reviewer', { id: `the-${person}`, name: `Officer ${person}`, person, ...change });
}
