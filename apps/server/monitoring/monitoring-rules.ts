import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { MonitoringRule, MonitoringRuleChange } from '@amaan/contracts/monitoring';
import { DEFAULT_RULES } from '@amaan/governance-monitoring/default-rules';
import { ruleWeakenings, unwatchedSystems } from '@amaan/governance-monitoring/rule-weakenings';
import {
  insertMonitoringRule,
  listMonitoringRules,
  listMonitoringRuleVersions,
} from '@amaan/store/monitoring-rules';
import type { Database } from '@amaan/store/open-database';
import { listSystems } from '@amaan/store/systems';
import type { Principal } from '../access/decide.ts';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { weakenedRuleIncident } from './weakened-rule-incident.ts';

/** The rules by which the platform watches itself: versions that are added and never taken away. */
export class MonitoringRules {
  readonly #db: Database;
  readonly #incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly #now: () => number;

  constructor(options: {
    readonly db: Database;
    readonly incidents: Pick<IncidentReporter, 'reportIn'>;
    readonly now: () => number;
  }) {
    this.#db = options.db;
    this.#incidents = options.incidents;
    this.#now = options.now;
  }

  /** Rules in force, disabled ones among them. */
  list(): Promise<MonitoringRule[]> {
    return listMonitoringRules(this.#db);
  }

  /** Every version of one rule, newest first. @throws NotFoundError `MONITORING_RULE_NOT_FOUND` */
  async versions(id: Identifier): Promise<MonitoringRule[]> {
    const versions = await listMonitoringRuleVersions(this.#db, id);
    if (versions.length === 0) throw new NotFoundError('monitoring rule');
    return versions;
  }

  /** Gives a new deployment the rules that it begins with. */
  async ensureDefaults(): Promise<void> {
    if ((await this.list()).length > 0) return;
    await changeInLedger(this.#db, async (tx) => {
      if ((await listMonitoringRules(tx)).length > 0) return { result: undefined, entries: [] };
      const rules = DEFAULT_RULES.map((rule) => ({
        ...rule,
        id: newIdentifier(),
        version: 1,
        changedAt: instantOf(this.#now()),
        changedBy: 'Amaan',
        reason: 'What every deployment begins with.',
      }));
      for (const rule of rules) await insertMonitoringRule(tx, rule);
      return { result: undefined, entries: rules.map((rule) => this.#entry(rule, 'system:server')) };
    });
  }

  /** Adds a rule. */
  add(change: MonitoringRuleChange, by: Principal): Promise<MonitoringRule> {
    return this.#write({ ...change.rule, id: newIdentifier(), version: 1 }, change.reason, by, null);
  }

  /**
   * Changes a rule, or disables it, by adding a version. One that then watches less is an incident, which
   * somebody else has to judge.
   * @param seen the version that the author saw
   * @throws NotFoundError `MONITORING_RULE_NOT_FOUND`; HttpError 409 `MONITORING_RULE_CHANGED`
   */
  async change(
    id: Identifier,
    seen: number,
    change: MonitoringRuleChange,
    by: Principal,
  ): Promise<MonitoringRule> {
    const [latest] = await this.versions(id);
    if (latest?.version !== seen)
      throw new HttpError(
        409,
        'MONITORING_RULE_CHANGED',
        'Somebody else changed this rule meanwhile; nothing was changed. Look at it again.',
      );
    return this.#write({ ...change.rule, id, version: seen + 1 }, change.reason, by, latest);
  }

  #write(
    rule: Omit<MonitoringRule, 'changedAt' | 'changedBy' | 'reason'>,
    reason: string,
    by: Principal,
    before: MonitoringRule | null,
  ): Promise<MonitoringRule> {
    const written = { ...rule, changedAt: instantOf(this.#now()), changedBy: by.name, reason };
    return changeInLedger(this.#db, async (tx) => {
      await insertMonitoringRule(tx, written);
      const weaker = before === null ? [] : await this.#reportWeaker(tx, before, written, by.person);
      return { result: written, entries: [this.#entry(written, `user:${by.id}`), ...weaker] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { MONITORING_RULE_CHANGED: 409 });
    });
  }

  async #reportWeaker(
    tx: Database,
    before: MonitoringRule,
    after: MonitoringRule,
    person: string,
  ): Promise<LedgerEntry[]> {
    const weakenings = ruleWeakenings(before, after);
    if (weakenings.length === 0) return [];
    const rules = await listMonitoringRules(tx);
    const systems = (await listSystems(tx)).map(({ definition }) => definition.id);
    const earlier = rules.map((rule) => (rule.id === before.id ? before : rule));
    const alreadyUnwatched = unwatchedSystems(earlier, systems);
    const unwatched = unwatchedSystems(rules, systems).filter((id) => !alreadyUnwatched.includes(id));
    const incident = weakenedRuleIncident({ before, after, weakenings, unwatched, person });
    return (await this.#incidents.reportIn(tx, incident)).entries;
  }

  #entry(rule: MonitoringRule, actor: string): LedgerEntry {
    return ledgerEntry({
      kind: rule.enabled ? 'monitoring.rule-changed' : 'monitoring.rule-disabled',
      at: this.#now(),
      actor,
      subject: `monitoring-rule:${rule.id}`,
      data: {
        version: rule.version,
        metric: rule.metric,
        system: rule.system,
        threshold: rule.threshold,
        consequence: rule.consequence,
        enabled: rule.enabled,
        digest: digestOfJson(rule),
      },
    });
  }
}
