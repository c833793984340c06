import type { AiSystem } from '@amaan/contracts/ai-system';
import { instantOf } from '@amaan/contracts/instant';
import { presentCombination } from '@amaan/governance/combination';
import { RUNNING_STAGES } from '@amaan/governance/lifecycle/transitions';
import { combinationChanges } from '@amaan/governance/register/find-drift';
import type { ModelReference } from '@amaan/governance/system-standing';
import { closeRequest, insertTransition, latestTransition, listRequests } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { revokePermits } from '@amaan/store/permits';
import { lockSystem } from '@amaan/store/suspensions';
import { setStage } from '@amaan/store/system-standing';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Entered } from '../lifecycle/execute-transition.ts';

const ACTOR = 'system:server';

/**
 * Sends a running system back to `validated` when its models or its configuration are no longer those that
 * were approved: its permits are revoked, and requests about what it was are closed.
 *
 * @returns what must be told to workers, or null when nothing changed
 */
export function sendBackIfChanged(
  db: Database,
  system: AiSystem,
  modelsAtHand: readonly ModelReference[],
  at: number,
): Promise<Entered | null> {
  return changeInLedger<Entered | null>(db, async (tx) => {
    await lockSystem(tx, system.id);
    const { stage } = await tx
      .selectFrom('ai_system')
      .select('stage')
      .where('id', '=', system.id)
      .executeTakeFirstOrThrow();
    if (!RUNNING_STAGES.includes(stage)) return { result: null, entries: [] };
    const present = presentCombination(system, modelsAtHand);
    const changes = combinationChanges(await latestTransition(tx, system.id), present);
    if (changes.length === 0) return { result: null, entries: [] };

    const reason = changes.map(({ sentence }) => sentence).join(' ');
    const now = instantOf(at);
    await setStage(tx, system.id, 'validated');
    const transitionId = await insertTransition(tx, {
      system: system.id,
      from: stage,
      to: 'validated',
      at: now,
      requestId: null,
      by: 'Amaan',
      reason,
      ...present,
      models: [...present.models],
      demo: false,
    });
    for (const { id, state } of await listRequests(tx, system.id))
      if (state === 'open') await closeRequest(tx, id, 'outdated', now);
    const revoked = await revokePermits(tx, { system: system.id, reason, at: now });
    return {
      result: { system: system.id, revoked, reason },
      entries: [
        ledgerEntry({
          kind: 'lifecycle.sent-back',
          at,
          actor: ACTOR,
          subject: `system:${system.id}`,
          data: {
            transitionId,
            from: stage,
            to: 'validated',
            models: [...present.models],
            configurationDigest: present.configurationDigest,
            changes: changes.map(({ kind, digest }) => ({ kind, digest })),
          },
        }),
        ...revoked.map((permitId) =>
          ledgerEntry({
            kind: 'permit.revoked',
            at,
            actor: ACTOR,
            subject: `permit:${permitId}`,
            data: { system: system.id, transitionId },
          }),
        ),
      ],
    };
  });
}
