import { digestOfJson } from '@amaan/contracts/digest-of';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/**
 * The ledger's entry of a version of a rule, from which an explanation proves what the rule said.
 * @param at Unix time in milliseconds
 */
export function ruleEntry(
  kind: 'rule.added' | 'rule.changed' | 'rule.removed',
  rule: SceneRule,
  actor: string,
  at: number,
): LedgerEntry {
  return ledgerEntry({
    kind,
    at,
    actor,
    subject: `rule:${rule.id}`,
    data: { version: rule.version, ruleDigest: digestOfJson(rule) },
  });
}
