import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../access/decide.ts';
import { openDeploymentKeys } from '../keys/deployment-keys.ts';
import { FaceOffice, HOUR_MS } from '../testing/face-office.ts';
import { facePicture } from '../testing/fake-face-desk.ts';
import { EnrolmentService } from './enrolment-service.ts';
import { EnrolledLists } from './templates/enrolled-lists.ts';

// What only several connections show: who comes first, and that nobody waits for somebody who waits for them.

let postgres: TestDatabase;
let office: FaceOffice;
beforeAll(async () => {
  postgres = await openTestDatabase();
  office = await FaceOffice.open({ db: postgres.db });
});
afterAll(async () => {
  await office?.[Symbol.asyncDispose]();
  await postgres?.[Symbol.asyncDispose]();
});

/** How an authorisation ended, as the ledger has it. */
async function endsOf(id: string): Promise<string[]> {
  const kinds = (await office.ledgerOf(`face-authorisation:${id}`)).map(({ kind }) => kind);
  return kinds.filter((kind) => !/asked|approved|products/.test(kind));
}

test('a list that is destroyed while people ask, approve, revoke and enrol ends each authorisation once', async () => {
  const { list, entry } = await office.readyList(1);
  const live = await Promise.all([1, 2, 3].map(() => office.approved(list.id)));
  const waiting = await Promise.all([1, 2, 3].map(() => office.ask(list.id)));
  const urgent = await office.ask(list.id, {}, true);
  const answers = await Promise.all([
    ...live.map(({ id }) =>
      office.investigator.post(`/api/face-authorisations/${id}/revocation`, { reason: 'No longer needed' }),
    ),
    ...waiting.map(({ id }) => office.decide(id, 'approved')),
    office.supervisor.post(`/api/watchlists/${list.id}/destruction`, { reason: 'Unlawful' }),
    office.decide(urgent.id, 'refused'),
    office.keeper.request('DELETE', `/api/watchlists/${list.id}/entries/${entry.id}`),
    office.investigator.post('/api/face-authorisations', office.request(list.id)),
  ]);
  for (const { statusCode, body } of answers) expect(statusCode, body).toBeLessThan(500);
  for (const { id } of [...live, ...waiting, urgent]) expect(await endsOf(id), id).toHaveLength(1);
  const open = await office.server.services.faces.authorisations.live();
  expect(open.filter(({ watchlistId }) => watchlistId === list.id)).toEqual([]);
  const left = await postgres.db
    .selectFrom('watchlist_key')
    .where('watchlist_id', '=', list.id)
    .selectAll()
    .execute();
  expect(left).toEqual([]);
});

test('of two decisions at once one counts, and time and a person never both end the same', async () => {
  const { list } = await office.readyList(2);
  const { id: contested } = await office.ask(list.id);
  const answers = await Promise.all([
    office.decide(contested, 'approved'),
    office.decide(contested, 'refused', office.keeper),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const { id: late } = await office.ask(list.id, {}, true);
  office.server.clock.aheadMs = 24 * HOUR_MS + 1000;
  const { upkeep } = office.server.services.faces;
  await Promise.all([
    upkeep.run(),
    office.investigator.post(`/api/face-authorisations/${late}/revocation`, { reason: 'A mistake' }),
    upkeep.run(),
  ]);
  office.server.clock.aheadMs = 0;
  expect(await endsOf(late)).toHaveLength(1);
});

test('one person who is enrolled under many names at the same moment is noticed each time, by several servers', async () => {
  const list = await office.makeList();
  const { db, objects, dataDir } = office.server;
  const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
  const { secrets } = await openDeploymentKeys(dataDir, deployment.id);
  const logger = pino({ level: 'silent' });
  // Another server, whose memory knows nothing of what the first one does.
  await using lists = new EnrolledLists({ db, secrets, logger });
  const changes = {
    changed: async () => {},
    shown: () => {},
    picturesRemoved: (id: string) => lists.follow(id),
  };
  const now = () => Date.now();
  const other = new EnrolmentService({ db, secrets, now, changes, objects, desk: office.desk, lists });
  const entries = [];
  for (let number = 0; number < 6; number++)
    entries.push(await office.addEntry(list, { reference: `Name ${number}` }));
  const picture = (await facePicture({ person: 9 })).toString('base64');
  const details = { source: 'Police record', lawfulness: 'Taken on arrest', takenOn: '2026-01-01', picture };
  const by = { ...KEEPER, sites: 'all' } as Principal;
  const enrolled = await Promise.all(
    entries.map((entry, at) =>
      at % 2 === 0
        ? office.enrol(entry, { person: 9 })
        : other.enrol({ watchlistId: list.id, entryId: entry.id }, details, by),
    ),
  );
  // Whoever came later was compared with all who were there before.
  expect(enrolled.map(({ findings }) => findings.length).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
});

const KEEPER = { id: 'k', name: 'K', username: 'k', role: 'supervisor', person: 'k' };
