import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import type { SceneRule, SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { Database } from './open-database.ts';

/** `RULE_NOT_FOUND`, or `RULE_CHANGED` when somebody else changed or removed the rule meanwhile. */
export class SceneRuleError extends AmaanError {}

/** One version of one rule. */
export interface SceneRuleReference {
  readonly id: Identifier;
  readonly version: number;
}

interface RuleRow {
  readonly rule_id: string;
  readonly version: number;
  readonly body: SceneRuleInput;
}

/** The rules in force of a camera, oldest first. */
export async function listSceneRules(db: Database, cameraId: Identifier): Promise<SceneRule[]> {
  const rows = await db
    .selectFrom('scene_rule')
    .select(['rule_id', 'version', 'body'])
    .where('camera_id', '=', cameraId)
    .where('retired_at', 'is', null)
    .orderBy('rule_id')
    .execute();
  return rows.map(sceneRuleOf);
}

/** One version of one rule as the key of a map. */
export function sceneRuleKey({ id, version }: SceneRuleReference): string {
  return `${id}:${version}`;
}

/** Adds a rule to a camera as its version 1. */
export async function insertSceneRule(
  db: Database,
  rule: { readonly cameraId: Identifier; readonly input: SceneRuleInput; readonly by: string },
): Promise<SceneRule> {
  return insertVersion(db, { id: newIdentifier(), version: 1 }, rule);
}

/**
 * Retires the version in force and puts the next one in its place; both are kept. Call it in a transaction.
 * @param change `version` is the version that the person saw, so that nobody overwrites what they did not see
 * @throws SceneRuleError `RULE_NOT_FOUND`, `RULE_CHANGED`
 */
export async function changeSceneRule(
  db: Database,
  change: SceneRuleReference & { readonly input: SceneRuleInput; readonly by: string },
): Promise<SceneRule> {
  const { cameraId } = await retireSceneRule(db, change);
  return insertVersion(
    db,
    { id: change.id, version: change.version + 1 },
    { cameraId, input: change.input, by: change.by },
  );
}

/**
 * Takes a rule out of force. What it reported keeps naming it.
 * @throws SceneRuleError `RULE_NOT_FOUND`, `RULE_CHANGED`
 */
export async function retireSceneRule(
  db: Database,
  { id, version }: SceneRuleReference,
): Promise<{ cameraId: Identifier }> {
  const retired = await db
    .updateTable('scene_rule')
    .set({ retired_at: new Date().toISOString() })
    .where('rule_id', '=', id)
    .where('version', '=', version)
    .where('retired_at', 'is', null)
    .returning('camera_id')
    .executeTakeFirst();
  if (retired !== undefined) return { cameraId: retired.camera_id };
  const known = await db
    .selectFrom('scene_rule')
    .select('version')
    .where('rule_id', '=', id)
    .executeTakeFirst();
  throw known === undefined
    ? new SceneRuleError('RULE_NOT_FOUND', 'There is no such rule; nothing was changed.')
    : new SceneRuleError(
        'RULE_CHANGED',
        'The rule was changed or removed by somebody else meanwhile; nothing was changed. Look at it again.',
      );
}

async function insertVersion(
  db: Database,
  { id, version }: SceneRuleReference,
  rule: { readonly cameraId: Identifier; readonly input: SceneRuleInput; readonly by: string },
): Promise<SceneRule> {
  await db
    .insertInto('scene_rule')
    .values({
      rule_id: id,
      version,
      camera_id: rule.cameraId,
      body: JSON.stringify(rule.input),
      created_at: new Date().toISOString(),
      created_by: rule.by,
      retired_at: null,
    })
    .execute();
  return { ...rule.input, id, version };
}

function sceneRuleOf(row: RuleRow): SceneRule {
  return { ...row.body, id: row.rule_id, version: row.version };
}
