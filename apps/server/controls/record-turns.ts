import { digestOfJson } from '@amaan/contracts/digest-of';
import { type ControlView, controlKey } from '@amaan/contracts/governance/control';
import { latestControlTurns } from '@amaan/store/control-turns';
import type { Database } from '@amaan/store/open-database';
import { sql } from 'kysely';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** How the ledger names a control. */
export function controlSubject(control: Parameters<typeof controlKey>[0]): string {
  return `control:${controlKey(control)}`;
}

/**
 * Writes into the ledger which controls turned red, or are no longer red, since the ledger last said so.
 * The ledger is the memory: several servers and restarts write each turn once.
 * @param now Unix time in milliseconds
 */
export async function recordTurns(
  db: Database,
  controls: readonly ControlView[],
  now: number,
): Promise<void> {
  const subjects = controls.map(controlSubject);
  if ((await turned(db, controls, subjects)).length === 0) return;
  await changeInLedger(db, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('control turns'))`.execute(tx);
    const entries = (await turned(tx, controls, subjects)).map(({ control, from }) =>
      ledgerEntry({
        kind: 'control.turned',
        at: now,
        actor: 'system:server',
        subject: controlSubject(control),
        data: {
          from,
          to: control.status,
          evidence: control.evidence,
          figuresDigest: control.live && digestOfJson(control.live.figures),
        },
      }),
    );
    return { result: undefined, entries };
  });
}

async function turned(db: Database, controls: readonly ControlView[], subjects: readonly string[]) {
  const latest = await latestControlTurns(db, subjects);
  return controls.flatMap((control) => {
    const from = latest.get(controlSubject(control))?.to ?? null;
    const wasRed = from === 'contradicts';
    const isRed = control.status === 'contradicts';
    return wasRed === isRed ? [] : [{ control, from }];
  });
}
