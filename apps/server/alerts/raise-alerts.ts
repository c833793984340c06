import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { insertAlerts, type NewAlert } from '@amaan/store/alerts';
import type { Database } from '@amaan/store/open-database';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** An alert that is to be raised, with what the ledger needs beside it. */
export type AlertToRaise = NewAlert & {
  /** Of the hotlist's entry, where one is the cause. */
  readonly entryDigest?: Digest;
};

export interface RaisedAlerts {
  /** The alerts raised now, and the observations that raised them. */
  readonly raised: readonly { readonly alertId: Identifier; readonly observationId: Identifier }[];
  /** To be appended to the ledger in the same transaction. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * Raises alerts of any cause in the caller's transaction. An observation raises one at most of each kind of cause, so
 * that a person decides each question by itself: of several of a kind the first, and what it raised before is left as
 * it is.
 *
 * @example
 * const { entries } = await raiseAlerts(tx, [{ observation, raisedAt, cause, name, priority }], now);
 * await appendToLedger(tx, entries);
 */
export async function raiseAlerts(
  tx: Database,
  alerts: readonly AlertToRaise[],
  now: number,
): Promise<RaisedAlerts> {
  const raised: { alertId: Identifier; observationId: Identifier }[] = [];
  const entries: LedgerEntry[] = [];
  for (const ofKind of Map.groupBy(alerts, kindOf).values()) {
    const first = new Map(ofKind.toReversed().map((alert) => [alert.observation.id, alert]));
    for (const [observationId, alertId] of await insertAlerts(tx, [...first.values()])) {
      raised.push({ alertId, observationId });
      entries.push(raisedEntry(alertId, first.get(observationId)!, now));
    }
  }
  return { raised, entries };
}

function kindOf(alert: AlertToRaise): string {
  return 'rule' in alert ? 'rule' : alert.cause.kind;
}

function raisedEntry(alertId: Identifier, alert: AlertToRaise, now: number): LedgerEntry {
  const { observation } = alert;
  return ledgerEntry({
    kind: 'alert.raised',
    at: now,
    actor: 'system:server',
    subject: `alert:${alertId}`,
    data: {
      observationId: observation.id,
      observationDigest: digestOfJson(observation),
      frameDigest: observation.frameDigest,
      capturedAt: observation.capturedAt,
      modelDigest: observation.modelDigest,
      configurationDigest: observation.configurationDigest,
      permitId: observation.permitId,
      ...causeOf(alert),
      simulated: observation.simulated,
    },
  });
}

/** What raised it. Plates are not in the ledger, their digests are. */
function causeOf(alert: AlertToRaise): LedgerEntry['data'] {
  if ('rule' in alert) return { rule: { id: alert.rule.id, version: alert.rule.version } };
  const { cause, entryDigest } = alert;
  const digest = digestOfJson(cause);
  if (cause.kind === 'clone') return { cause: { kind: 'clone', digest } };
  if (cause.kind === 'traffic-incident') return { cause: { kind: cause.kind, digest, view: cause.view } };
  const { hotlistId, hotlistVersion } = cause.hit;
  return {
    cause: {
      kind: 'hotlist',
      digest,
      hotlistId,
      hotlistVersion,
      ...(entryDigest !== undefined && { entryDigest }),
    },
  };
}
