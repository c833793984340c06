import { randomBytes } from 'node:crypto';
import type { SimulatedCameraInput } from '@amaan/contracts/simulation-messages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertCamera, listAssignedCameras, listCameras } from './cameras.ts';
import type { Database } from './open-database.ts';
import { changeSceneRule } from './scene-rules.ts';
import { SECRET_KEY_BYTES, SecretBox } from './secret-box.ts';
import { ensureSimulatedCameras } from './simulated-cameras.ts';
import { ensureSite } from './sites.ts';
import { createTestDatabase } from './test-database.ts';

const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
const cameras: SimulatedCameraInput[] = Array.from({ length: 5 }, (_, index) => ({
  name: `Simulated ${index}`,
  position: [74.3 + index / 100, 31.5],
  rules: [
    {
      kind: 'zone',
      name: 'Zone',
      classes: [],
      alert: true,
      priority: 'low',
      zone: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    },
    {
      kind: 'line',
      name: 'Line',
      classes: [],
      alert: false,
      priority: 'low',
      line: [
        [0, 0],
        [1, 1],
      ],
      directions: 'both',
    },
  ],
}));

let db: Database;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.destroy());

test('registers simulated cameras with their rules once, in the order asked, and gives them to no worker', async () => {
  const site = await ensureSite(db, 'Test');
  const first = await ensureSimulatedCameras(db, cameras.slice(0, 3), site.id, secrets);
  expect(first.added).toBe(3);
  expect(first.cameras.map(({ name }) => name)).toEqual(['Simulated 0', 'Simulated 1', 'Simulated 2']);
  expect(first.cameras[0]!.rules.map(({ name }) => name).toSorted()).toEqual(['Line', 'Zone']);

  const rule = first.cameras[1]!.rules.find(({ kind }) => kind === 'zone')!;
  const { id, version, ...input } = rule;
  await db
    .transaction()
    .execute((tx) =>
      changeSceneRule(tx, { id, version, input: { ...input, name: 'Changed' }, by: 'user:x' }),
    );

  const second = await ensureSimulatedCameras(db, cameras.toReversed(), site.id, secrets);
  expect(second.added).toBe(2);
  expect(second.cameras.map(({ name }) => name)).toEqual(cameras.map(({ name }) => name).toReversed());
  const again = second.cameras.find(({ name }) => name === 'Simulated 1')!;
  expect(again.id).toBe(first.cameras[1]!.id);
  expect(again.rules.map(({ name }) => name).toSorted()).toEqual(['Changed', 'Line']);

  const listed = await listCameras(db, { simulated: true });
  expect(listed).toHaveLength(5);
  expect(listed.every(({ simulated, displayUrl }) => simulated && displayUrl === 'simulated:')).toBe(true);
  expect(await listAssignedCameras(db, secrets)).toEqual([]);
});

test('a real camera of the same name is not taken for a simulated one', async () => {
  const site = await ensureSite(db, 'Test');
  const [position, rules] = [cameras[0]!.position, cameras[0]!.rules];
  const real = await insertCamera(
    db,
    { siteId: site.id, name: 'Gate', url: 'a.mp4', analysisRate: 5 },
    secrets,
  );
  const {
    cameras: [played],
  } = await ensureSimulatedCameras(db, [{ name: 'Gate', position, rules }], site.id, secrets);
  expect(played!.id).not.toBe(real);
});
