import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { AlertStep, AlertStepInput } from '@amaan/contracts/performance';
import { AmaanError } from '@amaan/contracts/problem';
import type { Database } from './open-database.ts';

/** `ALERT_NOT_FOUND`, `ALERT_STEP_DONE` or `ALERT_CLOSED`. Nothing was recorded. */
export class AlertStepError extends AmaanError {}

export interface NewAlertStep {
  readonly alertId: Identifier;
  readonly input: AlertStepInput;
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
}

/** What was done about an alert, in order. */
export async function listAlertSteps(db: Database, alertId: Identifier): Promise<AlertStep[]> {
  return db
    .selectFrom('alert_step')
    .select(['id', 'step', 'unit', 'note', 'by_name as byName', 'at'])
    .where('alert_id', '=', alertId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/**
 * Records a step. An alert is acknowledged once and closed once, several units may be sent, and after closing
 * nothing more. Call it in a transaction, together with the ledger entry.
 * @throws AlertStepError `ALERT_NOT_FOUND`, `ALERT_STEP_DONE`, `ALERT_CLOSED`
 */
export async function insertAlertStep(
  tx: Database,
  { alertId, input, by, byName, at }: NewAlertStep,
): Promise<AlertStep> {
  // Held until the transaction ends, so that nobody closes it meanwhile.
  const alert = await tx
    .selectFrom('alert')
    .select('id')
    .where('id', '=', alertId)
    .forUpdate()
    .executeTakeFirst();
  if (alert === undefined)
    throw new AlertStepError('ALERT_NOT_FOUND', 'There is no such alert; nothing was recorded.');
  const done = await listAlertSteps(tx, alertId);
  const closed = done.find(({ step }) => step === 'closed');
  if (closed !== undefined)
    throw new AlertStepError(
      'ALERT_CLOSED',
      `The alert was closed by ${closed.byName}; nothing more was recorded.`,
    );
  const same = done.find(({ step }) => step === input.step);
  if (same !== undefined && input.step !== 'dispatched')
    throw new AlertStepError(
      'ALERT_STEP_DONE',
      `The alert was already ${same.step} by ${same.byName}; nothing was recorded again.`,
    );
  const step: AlertStep = {
    id: newIdentifier(),
    step: input.step,
    unit: input.step === 'dispatched' ? input.unit : null,
    note: input.step === 'closed' ? input.note : '',
    byName,
    at,
  };
  await tx
    .insertInto('alert_step')
    .values({
      id: step.id,
      alert_id: alertId,
      step: step.step,
      unit: step.unit,
      note: step.note,
      by_user: by,
      by_name: byName,
      at,
    })
    .execute();
  return step;
}
