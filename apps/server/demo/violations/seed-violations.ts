import type { Identifier } from '@amaan/contracts/identifier';
import type { SuspicionDesk } from './suspect-violation.ts';
import { type SuspicionOrder, suspectViolation } from './suspect-violation.ts';

const MINUTE_MS = 60_000;

/**
 * What a queue of the demonstration shows: plain cases, and one of each usual hold.
 * @see DEMO_VEHICLES
 */
const ORDERS: readonly Omit<SuspicionOrder, 'cameraId' | 'siteId'>[] = [
  { plate: 'LEA1347' },
  { plate: 'MNK4471', vehicle: { colour: 'black' } },
  { plate: 'LHR7413', objectClass: 'motorcycle' },
  { plate: 'AJK1743', kind: 'speed' },
  { plate: 'LXN3741', kind: 'no-parking' },
  { plate: 'LED2001' },
  { plate: 'LEC3302' },
  { plate: 'RIA1122' },
  { plate: 'LEF7788' },
  { plate: 'LEA1347', at: 0 },
];

/**
 * Puts made-up suspicions on a camera, through the intake: `await seedViolations(desk, camera)`, then
 * `violations.intake.run()` (a running server does so within seconds). Everything in them is marked simulated.
 * @param pictures `drawn` for people, `bytes` for tests that look at none
 */
export async function seedViolations(
  desk: SuspicionDesk,
  camera: { readonly id: Identifier; readonly siteId: Identifier },
  pictures: 'drawn' | 'bytes' = 'drawn',
): Promise<void> {
  const start = desk.now() - 2 * ORDERS.length * MINUTE_MS;
  for (const [index, order] of ORDERS.entries())
    await suspectViolation(desk, {
      ...order,
      // The last one is the first vehicle once more, some seconds later: it is merged.
      at: start + (order.at === 0 ? 20_000 : index * 2 * MINUTE_MS),
      ...{ cameraId: camera.id, siteId: camera.siteId, track: index + 1, pictures },
    });
}
