import { instantOf } from '@amaan/contracts/instant';
import { DEMO_PEOPLE, demoPrincipal } from './demo-people.ts';
import type { DemoSeed } from './demo-seed.ts';

const DAY_MS = 24 * 60 * 60_000;
const KEEPER = demoPrincipal(DEMO_PEOPLE.investigator);
const SUPERVISOR = demoPrincipal(DEMO_PEOPLE.supervisor);

const LIST = {
  name: 'Missing persons (demonstration)',
  purpose: 'Made up: to find people whom their families have reported missing.',
  criteria: 'Made up: people with an open report of their family; nobody who left of their own will.',
  owner: 'Made-up desk for missing persons',
  legalBasis: 'Made up: order of the demonstration authority on searches for missing persons.',
};

const ENTRY = {
  reference: 'Made-up person 1',
  note: 'Made up for demonstration. There is no picture, so that nobody can be found.',
  child: false,
  missing: true,
};

/**
 * A list of a missing person who does not exist, without any picture, and an authorisation that waits for a supervisor:
 * through the same services as people use, and with nobody’s face.
 */
export const seedFaces: DemoSeed = async ({ db, services, now }) => {
  const { watchlists, entries, authorisations } = services.faces;
  const accounts = new Set((await services.users.list()).map(({ id }) => id));
  // Whoever asks works on a case, which only people with accounts do.
  if (!accounts.has(KEEPER.id) || !accounts.has(SUPERVISOR.id)) return;
  if ((await watchlists.list(KEEPER)).some(({ name }) => name === LIST.name)) return;
  const site = await db.selectFrom('site').select('id').orderBy('created_at').executeTakeFirstOrThrow();
  const day = (days: number) => instantOf(now() + days * DAY_MS);
  const list = { ...LIST, expiresOn: day(60).slice(0, 10), siteId: site.id };
  const { id } = await watchlists.create(list, KEEPER);
  await entries.add(id, ENTRY, KEEPER);
  const { revision: seen } = await watchlists.get(id, SUPERVISOR);
  const statement = 'Seeded for demonstration. No real person looked through this list.';
  await watchlists.review(id, { seen, statement }, SUPERVISOR);
  const about = { title: 'A person reported missing (made up)', siteId: site.id };
  const file = await services.cases.create(about, KEEPER, true);
  await services.cases.addMember(file.id, SUPERVISOR.id, KEEPER);
  await authorisations.ask(
    {
      caseId: file.id,
      kind: 'missing-person',
      about: 'Report of a missing person 1/26 (made up)',
      legalBasis: LIST.legalBasis,
      reason: 'Made up: the family has heard nothing for three days, and recordings of the station exist.',
      scope: { kind: 'after-the-event' },
      from: instantOf(now()),
      to: day(7),
      watchlistId: id,
    },
    KEEPER,
  );
};
