import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import type { SimulatedCamera, SimulatedCameraInput } from '@amaan/contracts/simulation-messages';
import { ensureDefaultGroup } from './camera-groups.ts';
import { listCameras } from './cameras.ts';
import { displayUrl } from './display-url.ts';
import type { Database } from './open-database.ts';
import type { SecretBox } from './secret-box.ts';

/** PostgreSQL takes 65,535 parameters a statement at most. */
const ROWS_PER_STATEMENT = 2_000;
/** As whom the simulator adds cameras and rules. */
export const SIMULATOR = 'system:simulator';

/**
 * Registers the cameras of a simulated district; those whose names are there already stay as they are, with
 * the rules that people have changed meanwhile. Call it in a transaction.
 *
 * @returns the cameras in the order of `inputs`, how many of them are new, and the rules of those
 */
export async function ensureSimulatedCameras(
  db: Database,
  inputs: readonly SimulatedCameraInput[],
  siteId: Identifier,
  secrets: SecretBox,
): Promise<{ cameras: SimulatedCamera[]; added: number; rulesAdded: SceneRule[] }> {
  const known = new Map((await listCameras(db, { simulated: true })).map((camera) => [camera.name, camera]));
  const fresh = inputs
    .filter(({ name }) => !known.has(name))
    .map((input) => ({ id: newIdentifier(), input }));
  const rulesAdded: SceneRule[] = [];
  for (let from = 0; from < fresh.length; from += ROWS_PER_STATEMENT) {
    rulesAdded.push(...(await insert(db, fresh.slice(from, from + ROWS_PER_STATEMENT), siteId, secrets)));
  }
  const all =
    fresh.length === 0
      ? known
      : new Map((await listCameras(db, { simulated: true })).map((camera) => [camera.name, camera]));
  const cameras = inputs.map(({ name }) => {
    const camera = all.get(name)!;
    return { id: camera.id, siteId: camera.siteId, name: camera.name, rules: camera.rules };
  });
  return { cameras, added: fresh.length, rulesAdded };
}

async function insert(
  db: Database,
  cameras: readonly { readonly id: Identifier; readonly input: SimulatedCameraInput }[],
  siteId: Identifier,
  secrets: SecretBox,
): Promise<SceneRule[]> {
  const now = new Date().toISOString();
  const groupId = await ensureDefaultGroup(db, siteId);
  const url = 'simulated:';
  await db
    .insertInto('camera')
    .values(
      cameras.map(({ id, input }) => ({
        id,
        site_id: siteId,
        group_id: groupId,
        name: input.name,
        url_sealed: secrets.seal(url, `camera:${id}`),
        display_url: displayUrl(url),
        longitude: input.position[0],
        latitude: input.position[1],
        analysis_rate: 5,
        reads_plates: false,
        simulated: true,
        created_at: now,
        deleted_at: null,
      })),
    )
    .execute();
  const rules = cameras.flatMap(({ id, input }) =>
    input.rules.map((rule) => ({ cameraId: id, input: rule, ruleId: newIdentifier() })),
  );
  const rows = rules.map(({ cameraId, input, ruleId }) => ({
    rule_id: ruleId,
    version: 1,
    camera_id: cameraId,
    body: JSON.stringify(input),
    created_at: now,
    created_by: SIMULATOR,
    retired_at: null,
  }));
  if (rows.length > 0) await db.insertInto('scene_rule').values(rows).execute();
  return rules.map(({ input, ruleId }) => ({ ...input, id: ruleId, version: 1 }));
}
