import type { Alert, ReviewInput } from '@amaan/contracts/alert';
import type { AlertPage, AlertQuery } from '@amaan/contracts/api/alert-queue';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { AlertFilter } from '@amaan/store/alert-filter';
import { countAlerts, getAlert, listAlerts } from '@amaan/store/alerts';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { insertReview } from '@amaan/store/reviews';
import { citizenDataSites, coversSite, type Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface AlertServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly publish: (update: LiveUpdate) => void;
}

/** The alerts that people see and decide on. */
export class AlertService {
  readonly #options: AlertServiceOptions;

  constructor(options: AlertServiceOptions) {
    this.#options = options;
  }

  /** A page of the queue of somebody's sites, newest first. @throws HttpError 400 `CURSOR_INVALID` */
  async page(query: AlertQuery, by: Principal): Promise<AlertPage> {
    const { db } = this.#options;
    const { state, cursor, limit } = query;
    const filter = { ...filterOf(query), sites: citizenDataSites(by) };
    const page = await listAlerts(db, {
      ...filter,
      limit,
      ...(state !== undefined && { states: [state] }),
      ...(cursor !== undefined && { after: cursor }),
    }).catch((error: unknown) => {
      throw asHttpError(error, { CURSOR_INVALID: 400 });
    });
    return { ...page, counts: await countAlerts(db, filter) };
  }

  /** @throws NotFoundError `ALERT_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async get(id: Identifier, by: Principal): Promise<Alert> {
    const alert = await getAlert(this.#options.db, id);
    if (alert === null || !coversSite(citizenDataSites(by), alert.siteId)) throw new NotFoundError('alert');
    return alert;
  }

  /**
   * An alert as somebody opens it: when they read for a stated purpose, the ledger says so.
   * @throws NotFoundError `ALERT_NOT_FOUND`
   */
  async open(id: Identifier, by: Principal): Promise<Alert> {
    const alert = await this.get(id, by);
    const { purpose } = by;
    if (purpose === undefined) return alert;
    const entry = ledgerEntry({
      kind: 'alert.read',
      at: this.#options.now(),
      actor: `user:${by.id}`,
      subject: `alert:${id}`,
      data: { purposeId: purpose.id, caseId: purpose.caseId },
    });
    return changeInLedger(this.#options.db, async () => ({ result: alert, entries: [entry] }));
  }

  /**
   * Records a person's decision, and its ledger entry with it.
   * @throws NotFoundError `ALERT_NOT_FOUND`; HttpError 409 `ALERT_ALREADY_REVIEWED`
   */
  async review(alertId: Identifier, input: ReviewInput, by: Principal): Promise<Alert> {
    const { db, now, publish } = this.#options;
    const at = now();
    await this.get(alertId, by);
    await db
      .transaction()
      .execute(async (tx) => {
        const review = await insertReview(tx, {
          alertId,
          input,
          by: by.id,
          byName: by.name,
          at: instantOf(at),
        });
        const entry = ledgerEntry({
          kind: 'alert.reviewed',
          at,
          actor: `user:${by.id}`,
          subject: `alert:${alertId}`,
          // The note may name people: the ledger holds its digest within the review's.
          data: { reviewId: review.id, decision: input.decision, reviewDigest: digestOfJson(review) },
        });
        await appendToLedger(tx, [entry]);
      })
      .catch((error: unknown) => {
        throw asHttpError(error, { ALERT_NOT_FOUND: 404, ALERT_ALREADY_REVIEWED: 409 });
      });
    const alert = await this.get(alertId, by);
    publish({ type: 'alert-changed', alert });
    return alert;
  }
}

function filterOf({
  cameraId,
  priority,
  simulated,
  from,
  to,
}: AlertQuery): Omit<AlertFilter, 'states' | 'sites'> {
  return {
    ...(cameraId !== undefined && { cameraId }),
    ...(priority !== undefined && { priorities: [priority] }),
    ...(simulated !== undefined && { simulated }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
