import { instantOf } from '@amaan/contracts/instant';
import type { NewHotlist } from '@amaan/contracts/plates/hotlist';
import { DEMO_PEOPLE, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const DAY_MS = 24 * 60 * 60_000;
const KEEPER = { ...demoAuthor(DEMO_PEOPLE.supervisor), sites: 'all' as const };

type Seeded = Omit<NewHotlist, 'siteId' | 'expiresOn' | 'reviewOn'> & { readonly plates: readonly string[] };

/** Made-up lists: one to try matching with, one as a police unit would keep it. */
const LISTS: readonly Seeded[] = [
  {
    name: 'Test plates (demonstration)',
    kind: 'test',
    owner: DEMO_PEOPLE.supervisor.name,
    reason: 'Made up: plates of test vehicles, to see that matching works.',
    legalBasis: 'Made up: written consent of the owners of the test vehicles.',
    priority: 'low',
    tolerance: 1,
    plates: ['TEST123', 'LEA1034', 'DEM2468'],
  },
  {
    name: 'Stolen vehicles (demonstration)',
    kind: 'stolen',
    owner: 'Made-up Anti Vehicle Lifting Staff',
    reason: 'Made up: vehicles reported stolen in the demonstration city.',
    legalBasis: 'Made up: order of the demonstration authority on stolen vehicles.',
    priority: 'critical',
    tolerance: 1,
    plates: ['LEB5580', 'LEC1717', 'RIZ808', 'AAA12123'],
  },
];

/** Hotlists of the demonstration, through the same service as people use. */
export async function seedHotlists({ services: { hotlists }, now }: DemoContext): Promise<void> {
  const known = new Set((await hotlists.service.list('all')).map(({ name }) => name));
  const day = (days: number) => instantOf(now() + days * DAY_MS).slice(0, 10);
  for (const { plates, ...list } of LISTS) {
    if (known.has(list.name)) continue;
    const dates = { reviewOn: day(90), expiresOn: day(365) };
    const { id } = await hotlists.service.create({ ...list, ...dates, siteId: null }, KEEPER);
    for (const plate of plates) {
      const note = 'Made up for demonstration.';
      await hotlists.service.add(id, { plate, note, caseNumber: '', expiresOn: null }, KEEPER);
    }
  }
}
