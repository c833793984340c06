import { DEMO_PEOPLE, demoPrincipal } from './demo-people.ts';
import type { DemoSeed } from './demo-seed.ts';

/** One open case, so that an investigator has something to state a purpose for. */
export const seedCases: DemoSeed = async ({ db, services }) => {
  const existing = await db.selectFrom('case_file').select('id').limit(1).execute();
  const accounts = new Set((await services.users.list()).map(({ id }) => id));
  // Members of a case have accounts; a seeded deployment that nobody signs in to has none.
  const { investigator: member, supervisor } = DEMO_PEOPLE;
  if (existing.length > 0 || !accounts.has(member.id) || !accounts.has(supervisor.id)) return;
  const site = await db.selectFrom('site').select('id').orderBy('created_at').executeTakeFirstOrThrow();
  const investigator = demoPrincipal(member);
  const input = { title: 'Goods taken from a stall in the bazaar', siteId: site.id };
  const file = await services.cases.create(input, investigator, true);
  await services.cases.addMember(file.id, supervisor.id, investigator);
};
