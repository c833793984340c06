import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Figure } from '@amaan/contracts/monitoring';
import type { Judgement } from '@amaan/governance-monitoring/evaluate-rules';
import type { Database } from '@amaan/store/open-database';
import { findSuspensionInForce } from '@amaan/store/suspensions';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { PendingSuspension, SuspensionService } from '../permits/suspension-service.ts';

/** The watch as the author of what it does. */
const MONITORING = {
  actor: 'system:monitoring',
  name: 'Amaan monitoring',
  person: 'system:monitoring',
  role: 'system',
};

export interface ConsequenceContext {
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly suspensions: Pick<SuspensionService, 'suspendIn'>;
  /** The name that people know a camera group by. */
  readonly groupName: string;
  /** Whether what was judged may stop the group: what a simulator reports stops no real camera. */
  readonly maySuspend: boolean;
  readonly now: number;
}

/**
 * What follows when a rule begins or ceases to fire, in the caller's transaction: the ledger entry, the incident
 * and the suspension. That the rule ceased ends neither of them: people do.
 */
export async function applyTurn(
  tx: Database,
  judgement: Judgement,
  context: ConsequenceContext,
): Promise<{ entries: LedgerEntry[]; suspension: PendingSuspension | null }> {
  const { rule, state, turn } = judgement;
  const { system, groupId, simulated, figure } = state;
  const entries = [
    ledgerEntry({
      kind: turn === 'fired' ? 'monitoring.rule-fired' : 'monitoring.rule-cleared',
      at: context.now,
      actor: MONITORING.actor,
      subject: `monitoring-rule:${rule.id}`,
      data: {
        version: rule.version,
        system,
        cameraGroupId: groupId,
        simulated,
        metric: rule.metric,
        figure: factsOf(figure),
      },
    }),
  ];
  if (turn !== 'fired' || rule.consequence === 'note') return { entries, suspension: null };
  const incident = await context.incidents.reportIn(tx, {
    system,
    title: `${rule.name}: ${system}, ${context.groupName}`,
    incident: {
      source: 'monitoring',
      severity: rule.severity,
      what: sentenceOf(judgement, context.groupName),
      detectedAt: state.since,
      cameraGroupId: groupId,
      key: `monitoring ${rule.id} ${system} ${groupId} ${simulated ? 'simulated' : 'real'}`,
      facts: {
        metric: rule.metric,
        figure: factsOf(figure),
        threshold: rule.threshold,
        minimumCount: rule.minimumCount,
        windowHours: rule.windowHours,
        rule: { id: rule.id, version: rule.version },
        simulated,
      },
    },
  });
  entries.push(...incident.entries);
  const suspend = rule.consequence === 'suspend' && context.maySuspend;
  if (!suspend || (await isSuspended(tx, system, groupId))) return { entries, suspension: null };
  const suspended = await context.suspensions.suspendIn(tx, {
    system,
    cameraGroupId: groupId,
    reason: `Monitoring: ${sentenceOf(judgement, context.groupName)} See ${incident.result.number}.`,
    source: 'monitoring',
    by: MONITORING,
    incidentId: incident.result.id,
  });
  return { entries: [...entries, ...suspended.entries], suspension: suspended.result };
}

async function isSuspended(tx: Database, system: string, groupId: string): Promise<boolean> {
  return (
    (await findSuspensionInForce(tx, system, null)) !== null ||
    (await findSuspensionInForce(tx, system, groupId)) !== null
  );
}

function sentenceOf({ rule, state }: Judgement, groupName: string): string {
  const hours = `in the last ${rule.windowHours} ${rule.windowHours === 1 ? 'hour' : 'hours'}`;
  const simulated = state.simulated ? ' (SIMULATED cameras)' : '';
  return `${rule.name}. ${state.system} on ${groupName}${simulated}: ${rule.metric} was ${figureText(state.figure)} ${hours}; the limit is ${rule.threshold}.`;
}

/** A figure as the ledger and records hold it: whole JSON, without what is not there. */
function factsOf(figure: Figure): Record<string, string | number | null> {
  return figure.state === 'known' ? { ...figure, about: figure.about ?? null } : figure;
}

function figureText(figure: Figure): string {
  if (figure.state !== 'known') return 'not known';
  const { value, low, high, count, about } = figure;
  const part = about === undefined ? '' : ` for “${about}”`;
  return `${value}${part} (95 % interval ${low} to ${high}, from ${count})`;
}
