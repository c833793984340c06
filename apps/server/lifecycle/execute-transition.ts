import type { LifecycleRequest } from '@amaan/contracts/governance/lifecycle';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { RUNNING_STAGES } from '@amaan/governance/lifecycle/transitions';
import { insertTransition } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { revokePermits } from '@amaan/store/permits';
import { insertApproval, setStage } from '@amaan/store/system-standing';
import type { RecordedChange } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** A stage that was entered, and what must be told to workers. */
export interface Entered {
  readonly system: string;
  readonly revoked: readonly Identifier[];
  readonly reason: string;
}

/**
 * Lets a system enter the stage that a fully approved request asks for. The approvals become those that
 * permits rely on; leaving the running stages ends the permits.
 */
export async function executeTransition(
  tx: Database,
  request: LifecycleRequest,
  by: RecordAuthor,
  at: number,
): Promise<RecordedChange<Entered[]>> {
  const { system, from, to, models, configurationDigest, reason, demo } = request;
  const runs = RUNNING_STAGES.includes(to);
  if (runs) {
    for (const decision of request.decisions.filter(({ decision: word }) => word === 'approved')) {
      await insertApproval(tx, system, {
        id: decision.id,
        at: decision.at,
        statement: decision.statement,
        demo: decision.demo,
        models,
        configurationDigest,
        account: decision.by.actor,
        person: decision.by.person,
        name: decision.by.name,
        role: decision.by.role,
        requestId: request.id,
      });
    }
  }
  await setStage(tx, system, to);
  const transitionId = await insertTransition(tx, {
    system,
    from,
    to,
    at: instantOf(at),
    requestId: request.id,
    by: by.name,
    reason,
    models,
    configurationDigest,
    demo,
  });
  const revocationReason = `It became ${to}.`;
  const revoked = runs
    ? []
    : await revokePermits(tx, { system, reason: revocationReason, at: instantOf(at) });
  return {
    result: [{ system, revoked, reason: revocationReason }],
    entries: [
      ledgerEntry({
        kind: 'lifecycle.stage-entered',
        at,
        actor: by.actor,
        subject: `system:${system}`,
        data: {
          transitionId,
          requestId: request.id,
          from,
          to,
          models,
          configurationDigest,
          approvalIds: runs ? request.decisions.map(({ id }) => id) : [],
          demo,
        },
      }),
      ...revoked.map((permitId) =>
        ledgerEntry({
          kind: 'permit.revoked',
          at,
          actor: by.actor,
          subject: `permit:${permitId}`,
          data: { system, transitionId },
        }),
      ),
    ],
  };
}
