import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { JunctionDefinition, type JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import { ensureDefaultSite } from '@amaan/store/sites';
import { z } from 'zod';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const ENGINEER = demoPrincipal(DEMO_PEOPLE.supervisor);
const ASKER = demoPrincipal(DEMO_PEOPLE.trafficReviewer);
const NETWORK = 'Demo corridor (SIMULATED)';
/** Days that the demonstration lets its one junction be controlled for. */
const DAYS = 30;

const DemoJunctions = z.array(z.object({ id: z.string(), definition: JunctionDefinition }));

/** What a junction of the demonstration does, by its name in the network. */
const WAYS = {
  mall: { mode: 'control', controller: 'look-ahead', arrivalsPerHour: 320 },
  canal: { mode: 'advise', controller: 'actuated', arrivalsPerHour: 240 },
} as const;

/**
 * Two simulated junctions on a made-up corridor, each with a simulated controller that is spoken to over NTCIP: one is
 * controlled under an approval of two made-up people, one is advised on.
 */
export async function seedSignals({ db, services }: DemoContext): Promise<void> {
  const { junctions, networks, modes } = services.signals;
  if ((await junctions.list(ENGINEER)).length > 0) return;
  const { id: siteId } = await ensureDefaultSite(db, 'Control room');
  const read = DemoJunctions.parse(
    JSON.parse(await readFile(join(import.meta.dirname, 'demo-junctions.json'), 'utf8')),
  );
  const listed = read.map(({ id, definition }) => ({ id, lanes: definition.lanes.length, problem: null }));
  const network = await networks.keep({ siteId, name: NETWORK }, await networkFile(), listed, ENGINEER);
  const made = new Map<string, JunctionDetails>();
  for (const { id, definition } of read) {
    const input = { siteId, definition, networkId: network.id, note: DEMO_STATEMENT };
    const junction = await junctions.create(input, ENGINEER, { networkId: network.id, junction: id });
    const way = WAYS[id as keyof typeof WAYS];
    await junctions.configure(junction.id, { controller: way.controller }, ENGINEER);
    const output = { kind: 'simulated' as const, ntcip: true, arrivalsPerHour: way.arrivalsPerHour };
    await junctions.connect(junction.id, output, ENGINEER);
    await modes.set(junction.id, { mode: 'advise', reason: DEMO_STATEMENT }, ENGINEER);
    made.set(id, junction);
  }
  for (const [id, { mode, controller }] of Object.entries(WAYS))
    if (mode === 'control') await letControl(made.get(id)!, controller, services);
}

/** Two people allow it, and it is controlled; where its AI system may not run, it stays advised on. */
async function letControl(
  { id }: JunctionDetails,
  controller: (typeof WAYS)['mall']['controller'],
  { signals: { approvals, modes } }: DemoContext['services'],
): Promise<void> {
  const asked = await approvals.ask(
    { junctions: [id], controller, reason: DEMO_STATEMENT, days: DAYS },
    ASKER,
  );
  await approvals.decide(asked.id, { decision: 'approved', note: DEMO_STATEMENT }, ENGINEER);
  try {
    await modes.set(id, { mode: 'control', reason: DEMO_STATEMENT }, ENGINEER);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SYSTEM_NOT_READY')) throw error;
  }
}

/** The made-up corridor lies with its AI system. */
function networkFile(): Promise<Uint8Array> {
  const system = createRequire(import.meta.url).resolve('@amaan/traffic-management/system');
  return readFile(join(dirname(system), 'demo', 'corridor.net.xml'));
}
