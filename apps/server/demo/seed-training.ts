import { instantOf } from '@amaan/contracts/instant';
import { DEMO_PEOPLE, type DemoPerson, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Trains the demo people for their roles: each is recorded by somebody else, and marked `demo`. */
export async function seedTraining({ services, now }: DemoContext): Promise<void> {
  const { training } = services.assurance;
  const { governanceOfficer, secondOfficer } = DEMO_PEOPLE;
  const people: readonly DemoPerson[] = Object.values(DEMO_PEOPLE);
  for (const person of people) {
    const trainer = demoAuthor(person === governanceOfficer ? secondOfficer : governanceOfficer);
    for (const { course } of await training.gapsOf(person.person, person.role)) {
      const passedAt = instantOf(now() - 30 * DAY_MS);
      await training.record({ person: person.person, course, passedAt }, trainer, true);
    }
  }
}
