import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { AlertStep, AlertStepInput } from '@amaan/contracts/performance';
import { insertAlertStep, listAlertSteps } from '@amaan/store/alert-steps';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';
import { asHttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { AlertService } from './alert-service.ts';

export interface AlertStepServiceOptions {
  readonly db: Database;
  /** Which alerts somebody may see. */
  readonly alerts: Pick<AlertService, 'get'>;
  readonly now: () => number;
  readonly publish: (update: LiveUpdate) => void;
}

/** What operators do about alerts: take them up, send a unit, close them. It stands beside confirm and reject. */
export class AlertStepService {
  readonly #options: AlertStepServiceOptions;

  constructor(options: AlertStepServiceOptions) {
    this.#options = options;
  }

  /** What was done about an alert, in order. @throws NotFoundError `ALERT_NOT_FOUND` */
  async list(alertId: Identifier, by: Principal): Promise<AlertStep[]> {
    await this.#options.alerts.get(alertId, by);
    return listAlertSteps(this.#options.db, alertId);
  }

  /**
   * Records a step with its ledger entry.
   * @throws HttpError 404 `ALERT_NOT_FOUND`, 409 `ALERT_STEP_DONE`, 409 `ALERT_CLOSED`
   */
  async add(alertId: Identifier, input: AlertStepInput, by: Principal): Promise<AlertStep[]> {
    const { db, alerts, now, publish } = this.#options;
    const at = now();
    await alerts.get(alertId, by);
    await changeInLedger(db, async (tx) => {
      const step = await insertAlertStep(tx, {
        alertId,
        input,
        by: by.id,
        byName: by.name,
        at: instantOf(at),
      });
      const entry = ledgerEntry({
        kind: `alert.${step.step}`,
        at,
        actor: `user:${by.id}`,
        subject: `alert:${alertId}`,
        // Unit and note may name people: the ledger holds the digest of the step with them.
        data: { stepId: step.id, stepDigest: digestOfJson(step) },
      });
      return { result: undefined, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { ALERT_NOT_FOUND: 404, ALERT_STEP_DONE: 409, ALERT_CLOSED: 409 });
    });
    publish({ type: 'alert-changed', alert: await alerts.get(alertId, by) });
    return listAlertSteps(db, alertId);
  }
}
