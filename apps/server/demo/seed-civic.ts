import type { CivicSettings } from '@amaan/contracts/civic/civic-settings';
import type { CivicStepInput, CivicTicketInput } from '@amaan/contracts/civic/civic-ticket';
import { listSites } from '@amaan/store/sites';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const WORKER = demoPrincipal(DEMO_PEOPLE.supervisor);

const SETTINGS: CivicSettings = {
  departments: [
    {
      id: 'waste',
      name: { en: 'Waste management (made up)', ur: 'صفائی (فرضی)' },
      hours: { 'waste-heap': 24 },
    },
    {
      id: 'water',
      name: { en: 'Water and drains (made up)', ur: 'پانی اور نکاسی (فرضی)' },
      hours: { 'standing-water': 12 },
    },
    {
      id: 'lights',
      name: { en: 'Street lights (made up)', ur: 'سڑک کی بتیاں (فرضی)' },
      hours: { 'dead-street-light': 72 },
    },
  ],
  rules: [],
};

type Seeded = Omit<CivicTicketInput, 'siteId' | 'note'> & {
  readonly steps: readonly (
    | { readonly step: 'send'; readonly department: string }
    | { readonly step: 'report-done' }
    | { readonly step: 'close' }
  )[];
};

/** Made-up tickets, each at another point of its way. */
const TICKETS: readonly Seeded[] = [
  { kind: 'waste-heap', position: [74.3271, 31.5631], place: 'Behind the made-up market, gate 3', steps: [] },
  {
    kind: 'standing-water',
    position: [74.3402, 31.5486],
    place: 'Under the made-up railway bridge',
    steps: [{ step: 'send', department: 'water' }],
  },
  {
    kind: 'dead-street-light',
    position: [74.3517, 31.5552],
    place: 'Made-up canal road, pole 114',
    steps: [{ step: 'send', department: 'lights' }, { step: 'report-done' }],
  },
  {
    kind: 'waste-heap',
    position: [74.3348, 31.5707],
    place: 'Made-up school, north wall',
    steps: [{ step: 'send', department: 'waste' }, { step: 'report-done' }, { step: 'close' }],
  },
];

/** Departments and tickets of the demonstration, through the same services as people use. */
export async function seedCivic({ db, services: { civic } }: DemoContext): Promise<void> {
  const { version } = await civic.settings.read();
  if (version > 0) return;
  const [site] = await listSites(db);
  if (site === undefined) return;
  await civic.settings.change({ seen: 0, settings: SETTINGS, reason: DEMO_STATEMENT }, WORKER);
  for (const { steps, ...ticket } of TICKETS) {
    let view = await civic.tickets.report({ ...ticket, siteId: site.id, note: DEMO_STATEMENT }, WORKER, true);
    for (const step of steps) {
      const input = { ...step, seen: view.state, note: DEMO_STATEMENT } satisfies CivicStepInput;
      view = await civic.tickets.step(view.id, input, WORKER);
    }
  }
}
