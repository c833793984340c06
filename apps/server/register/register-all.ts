import type { AiSystem } from '@amaan/contracts/ai-system';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { definitionDrift } from '@amaan/governance/register/definition-drift';
import type { Database } from '@amaan/store/open-database';
import type { DefinitionChange } from '@amaan/store/system-definitions';
import { registerModel, registerSystem } from '@amaan/store/systems';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RunnableModel } from '../permits/runnable-model.ts';

const ACTOR = 'system:server';

export interface Registration {
  readonly systems: readonly AiSystem[];
  readonly models: readonly RunnableModel[];
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  /** Unix time in milliseconds. */
  readonly at: number;
}

/**
 * Brings the register to what the code and the model cache have: every version of an entry is kept, and one
 * that changes under a system that people decided about opens an incident in the same transaction.
 * @returns what the ledger is to say about it; empty when nothing changed
 */
export async function registerAll(
  tx: Database,
  { systems, models, incidents, at }: Registration,
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const system of systems) {
    const change = await registerSystem(tx, system);
    if (change === null) continue;
    entries.push(defined(change, at));
    const drift = definitionDrift(system, change);
    if (drift === null) continue;
    const { key, severity, title, what, facts } = drift;
    const detectedAt = instantOf(at);
    const incident = {
      source: 'drift' as const,
      severity,
      what,
      detectedAt,
      cameraGroupId: null,
      key,
      facts,
    };
    const reported = await incidents.reportIn(tx, { system: system.id, title, incident });
    entries.push(...reported.entries);
  }
  for (const model of models) {
    if (await registerModel(tx, model)) entries.push(registered(model, at));
  }
  return entries;
}

function defined(
  { system, version, digest, before, changed, stage }: DefinitionChange,
  at: number,
): LedgerEntry {
  return ledgerEntry({
    kind: 'system.defined',
    at,
    actor: ACTOR,
    subject: `system:${system}`,
    data: { version, digest, before, changed: [...changed], stage },
  });
}

function registered({ id, digest, licence, source }: RunnableModel, at: number): LedgerEntry {
  return ledgerEntry({
    kind: 'model.registered',
    at,
    actor: ACTOR,
    subject: `model:${digest}`,
    data: { id, digest, licence, source },
  });
}
