import type { SystemView } from '@amaan/contracts/api/system-view';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

/** Fills in the organisation's part of every register entry that nobody has filled in. */
export async function seedRegister({ services }: DemoContext): Promise<void> {
  const by = demoAuthor(DEMO_PEOPLE.governanceOfficer);
  for (const system of await services.systems.list()) {
    const { entries } = await services.register.details(system.id);
    if (entries.length > 0) continue;
    await services.register.describe(
      system.id,
      { seen: 0, note: DEMO_STATEMENT, body: entryOf(system) },
      by,
      true,
    );
  }
}

function entryOf({ name, built }: SystemView) {
  return {
    owner: `${DEMO_PEOPLE.supervisor.name}, head of operations`,
    contact: 'ai-office@demo.invalid',
    legalBasis: `Made up: order of the demonstration authority on the use of ${name}.`,
    deploymentContext: built
      ? 'Made-up city with rendered scenes and a simulated district; no real place, no real person.'
      : 'Not deployed: the system is described and not built.',
    supplierNotes:
      'Models come from public packages with published digests; nobody supplies them under contract.',
    retention: 'Made up: alerts and their pictures 90 days, unless a case needs them.',
  };
}
