import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { MonitoringMetric, MonitoringRule, MonitoringRun } from '@amaan/contracts/monitoring';
import { evaluateRules, type Judgement } from '@amaan/governance-monitoring/evaluate-rules';
import { insertMonitoringRun, latestRecordedRun } from '@amaan/store/monitoring';
import { listGroupNames } from '@amaan/store/monitoring-places';
import { countCamerasOfGroups } from '@amaan/store/monitoring-presence';
import { listRuleStates, putRuleStates } from '@amaan/store/monitoring-rules';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { PendingSuspension, SuspensionService } from '../permits/suspension-service.ts';
import type { InputCollector } from './collect-inputs.ts';
import { foldDeltas } from './fold-deltas.ts';
import type { MonitoringReferences } from './monitoring-references.ts';
import type { MonitoringRules } from './monitoring-rules.ts';
import { hourOf, readSituations } from './read-situations.ts';
import { applyTurn } from './rule-consequences.ts';

/** How often all rules are evaluated. */
export const EVALUATION_MS = 60_000;

/** Metrics that speak of reviewed alerts. */
const REVIEW_METRICS: ReadonlySet<MonitoringMetric> = new Set<MonitoringMetric>([
  'override-rate',
  'review-time-median',
  'calibration-error',
  'error-rate',
  'error-gap',
]);

export interface MonitoringServiceOptions {
  readonly db: Database;
  readonly inputs: InputCollector;
  readonly rules: MonitoringRules;
  readonly references: MonitoringReferences;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly suspensions: Pick<SuspensionService, 'suspendIn' | 'announce'>;
  /** Where day and night are told apart. */
  readonly timeZone: () => Promise<string>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Watches the AI systems: every minute it brings the hours up to date, judges the rules and does what follows
 * from them. Each evaluation leaves a row, and the ledger one entry an hour. Nothing but the end of the server
 * stops it; that it stood still is found by `MonitoringWatch`, which knows only the rows.
 */
export class MonitoringService implements AsyncDisposable {
  readonly #options: MonitoringServiceOptions;
  #running: Promise<MonitoringRun> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MonitoringServiceOptions) {
    this.#options = options;
  }

  /** Evaluates now and from then on. */
  start(): void {
    this.#tryToEvaluate();
    this.#timer = setInterval(() => this.#tryToEvaluate(), EVALUATION_MS);
    this.#timer.unref();
  }

  /** Evaluates all rules; who asks while that runs gets the same result. */
  evaluate(): Promise<MonitoringRun> {
    this.#running ??= this.#evaluate().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    // Its error was logged where it was asked for.
    await this.#running?.catch(() => undefined);
  }

  #tryToEvaluate(): void {
    this.evaluate().catch((error: unknown) => {
      this.#options.logger.error({ err: error }, 'monitoring could not evaluate; tried again in a minute');
    });
  }

  async #evaluate(): Promise<MonitoringRun> {
    const { db, inputs, rules, references, now } = this.#options;
    const startedAt = now();
    await inputs.write(startedAt);
    await foldDeltas(db);
    await rules.ensureDefaults();
    await references.pinFirstWeeks();
    const inForce = await rules.list();
    const judgements = await this.#judge(inForce, startedAt);
    const { run, suspensions } = await this.#record(inForce, judgements, startedAt);
    for (const suspension of suspensions) await this.#options.suspensions.announce(suspension);
    return run;
  }

  async #judge(rules: readonly MonitoringRule[], now: number): Promise<Judgement[]> {
    const { db } = this.#options;
    const enabled = rules.filter((rule) => rule.enabled);
    const situations = await readSituations(db, {
      windows: enabled.map(({ windowHours }) => windowHours),
      reviewWindows: enabled
        .filter(({ metric }) => REVIEW_METRICS.has(metric))
        .map(({ windowHours }) => windowHours),
      timeZone: await this.#options.timeZone(),
      now,
    });
    const presence = await countCamerasOfGroups(db);
    const standings = await listRuleStates(db);
    const cache = new Map<string, ReturnType<typeof situations.of>>();
    return evaluateRules({
      rules,
      // A group without cameras is silent for a good reason.
      pairs: situations.pairs.filter(
        ({ groupId, simulated }) => (presence.get(groupId)?.[simulated ? 'simulated' : 'real'] ?? 0) > 0,
      ),
      situationOf: (pair, hours) => {
        const key = `${pair.system} ${pair.groupId} ${pair.simulated} ${hours}`;
        const known = cache.get(key) ?? situations.of(pair, hours);
        cache.set(key, known);
        return known;
      },
      standings,
      now: instantOf(now),
    });
  }

  /** One transaction: the states, what follows from those that turned, the run, and the ledger's entries of all. */
  async #record(
    rules: readonly MonitoringRule[],
    judgements: readonly Judgement[],
    startedAt: number,
  ): Promise<{ run: MonitoringRun; suspensions: PendingSuspension[] }> {
    const { db, incidents, suspensions, now } = this.#options;
    const presence = await countCamerasOfGroups(db);
    const names = await listGroupNames(db);
    return changeInLedger(db, async (tx) => {
      const entries = [];
      const pending: PendingSuspension[] = [];
      for (const judgement of judgements) {
        if (judgement.turn === null) continue;
        const { groupId, simulated } = judgement.state;
        const turned = await applyTurn(tx, judgement, {
          incidents,
          suspensions,
          groupName: names.get(groupId)?.groupName ?? groupId,
          maySuspend: !simulated || presence.get(groupId)?.real === 0,
          now: now(),
        });
        entries.push(...turned.entries);
        if (turned.suspension !== null) pending.push(turned.suspension);
      }
      const states = judgements.map(({ state }) => state);
      await putRuleStates(tx, states);
      const results = states.map(({ streak: _, ...state }) => state);
      const count = (state: string) => states.filter((one) => one.state === state).length;
      const run: MonitoringRun = {
        id: newIdentifier(),
        startedAt: instantOf(startedAt),
        finishedAt: instantOf(now()),
        rules: rules.filter(({ enabled }) => enabled).length,
        checks: states.length,
        firing: count('firing'),
        notEnoughData: count('not-enough-data'),
        digest: digestOfJson(results),
      };
      const last = await latestRecordedRun(tx);
      const isNewHour = last === null || hourOf(Date.parse(last)) < hourOf(startedAt);
      await insertMonitoringRun(tx, { ...run, results: isNewHour ? JSON.stringify(results) : null });
      if (isNewHour) entries.push(this.#evaluated(run));
      return { result: { run, suspensions: pending }, entries };
    });
  }

  #evaluated({ id, rules, checks, firing, notEnoughData, digest }: MonitoringRun) {
    return ledgerEntry({
      kind: 'monitoring.evaluated',
      at: this.#options.now(),
      actor: 'system:monitoring',
      subject: `monitoring-run:${id}`,
      data: { rules, checks, firing, notEnoughData, digest },
    });
  }
}
