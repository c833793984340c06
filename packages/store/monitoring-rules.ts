import type { Identifier } from '@amaan/contracts/identifier';
import type { MonitoringRule, RuleState } from '@amaan/contracts/monitoring';
import { AmaanError } from '@amaan/contracts/problem';
import { sql } from 'kysely';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

/** `MONITORING_RULE_CHANGED`: somebody else made the same version first. Nothing was changed. */
export class MonitoringRuleError extends AmaanError {}

/** A rule's state with what it remembers between evaluations. */
export interface StoredRuleState extends RuleState {
  readonly streak: number;
}

/** The rules in force, disabled ones among them, by name. */
export async function listMonitoringRules(db: Database): Promise<MonitoringRule[]> {
  const rows = await db
    .selectFrom('monitoring_rule')
    .distinctOn('rule_id')
    .selectAll()
    .orderBy('rule_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(ruleOf).sort((a, b) => a.name.localeCompare(b.name));
}

/** Every version of one rule, newest first. */
export async function listMonitoringRuleVersions(db: Database, id: Identifier): Promise<MonitoringRule[]> {
  const rows = await db
    .selectFrom('monitoring_rule')
    .selectAll()
    .where('rule_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(ruleOf);
}

/** Writes a version of a rule. @throws MonitoringRuleError `MONITORING_RULE_CHANGED` */
export async function insertMonitoringRule(tx: Database, rule: MonitoringRule): Promise<void> {
  const { id, version, changedAt, changedBy, reason, ...body } = rule;
  const inserted = await tx
    .insertInto('monitoring_rule')
    .values({
      rule_id: id,
      version,
      body: JSON.stringify(body),
      changed_at: changedAt,
      changed_by: changedBy,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (inserted === undefined)
    throw new MonitoringRuleError(
      'MONITORING_RULE_CHANGED',
      'Somebody else changed this rule meanwhile; nothing was changed. Look at it again.',
    );
}

/** How every rule stands for every pair. */
export async function listRuleStates(db: Database): Promise<StoredRuleState[]> {
  return db
    .selectFrom('monitoring_state')
    .select(['rule_id as ruleId', 'system', 'group_id as groupId', 'simulated', 'state', 'streak', 'since'])
    .select('figure')
    .execute();
}

/** Writes how rules stand now. */
export async function putRuleStates(tx: Database, states: readonly StoredRuleState[]): Promise<void> {
  if (states.length === 0) return;
  await sql`
    INSERT INTO monitoring_state (rule_id, system, group_id, simulated, state, streak, since, figure)
    SELECT * FROM ${jsonRows(
      states,
      `"ruleId" uuid, system text, "groupId" uuid, simulated boolean, state text, streak integer,
       since timestamptz, figure jsonb`,
    )}
    ON CONFLICT (rule_id, system, group_id, simulated) DO UPDATE SET state = excluded.state,
      streak = excluded.streak, since = excluded.since, figure = excluded.figure`.execute(tx);
}

function ruleOf(row: {
  rule_id: string;
  version: number;
  body: Omit<MonitoringRule, 'id' | 'version' | 'changedAt' | 'changedBy' | 'reason'>;
  changed_at: string;
  changed_by: string;
  reason: string;
}): MonitoringRule {
  return {
    ...row.body,
    id: row.rule_id,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    reason: row.reason,
  };
}
