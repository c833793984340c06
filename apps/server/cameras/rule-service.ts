import type { Identifier } from '@amaan/contracts/identifier';
import type { SceneRule, SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { Database } from '@amaan/store/open-database';
import { changeSceneRule, insertSceneRule, listSceneRules, retireSceneRule } from '@amaan/store/scene-rules';
import type { Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { requireCamera } from './require-camera.ts';
import { ruleEntry } from './rule-entry.ts';

export interface RuleServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  /** Called after every committed change, so that workers follow. */
  readonly onChanged: () => Promise<void>;
}

/** The lines and zones that people draw on cameras. Every change is recorded in the ledger with it. */
export class RuleService {
  readonly #options: RuleServiceOptions;

  constructor(options: RuleServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  create(cameraId: Identifier, input: SceneRuleInput, by: Principal): Promise<SceneRule> {
    return this.#change('rule.added', by, async (tx) => {
      await requireCamera(tx, cameraId, by);
      return insertSceneRule(tx, { cameraId, input, by: by.id });
    });
  }

  /**
   * Makes the next version of a rule.
   * @param seen the version that the person saw, or undefined for the one in force
   * @throws NotFoundError `CAMERA_NOT_FOUND`, `RULE_NOT_FOUND`; HttpError 409 `RULE_CHANGED`
   */
  change(
    cameraId: Identifier,
    ruleId: Identifier,
    seen: number | undefined,
    input: SceneRuleInput,
    by: Principal,
  ): Promise<SceneRule> {
    return this.#change('rule.changed', by, async (tx) => {
      await requireCamera(tx, cameraId, by);
      const current = await ruleInForce(tx, cameraId, ruleId);
      return changeSceneRule(tx, { id: ruleId, version: seen ?? current.version, input, by: by.id });
    });
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND`, `RULE_NOT_FOUND`; HttpError 409 `RULE_CHANGED` */
  async remove(
    cameraId: Identifier,
    ruleId: Identifier,
    seen: number | undefined,
    by: Principal,
  ): Promise<void> {
    await this.#change('rule.removed', by, async (tx) => {
      await requireCamera(tx, cameraId, by);
      const current = await ruleInForce(tx, cameraId, ruleId);
      await retireSceneRule(tx, { id: ruleId, version: seen ?? current.version });
      return current;
    });
  }

  async #change(
    kind: Parameters<typeof ruleEntry>[0],
    by: Principal,
    change: (tx: Database) => Promise<SceneRule>,
  ): Promise<SceneRule> {
    const { db, now, onChanged } = this.#options;
    const rule = await changeInLedger(db, async (tx) => {
      const changed = await change(tx);
      return { result: changed, entries: [ruleEntry(kind, changed, `user:${by.id}`, now())] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { RULE_NOT_FOUND: 404, RULE_CHANGED: 409 });
    });
    await onChanged();
    return rule;
  }
}

async function ruleInForce(tx: Database, cameraId: Identifier, ruleId: Identifier): Promise<SceneRule> {
  const rule = (await listSceneRules(tx, cameraId)).find(({ id }) => id === ruleId);
  if (rule === undefined) throw new NotFoundError('rule');
  return rule;
}
