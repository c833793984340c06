import type { CivicKind } from '@amaan/contracts/civic/civic-ticket';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { insertCivicStep } from '@amaan/store/civic/civic-history';
import { getCivicSettings } from '@amaan/store/civic/civic-settings';
import {
  listSuggestingAlerts,
  listSuggestionsWithoutPicture,
  type SuggestingAlert,
} from '@amaan/store/civic/civic-suggestions';
import { insertCivicTicket } from '@amaan/store/civic/civic-tickets';
import { listEvidenceItems } from '@amaan/store/evidence-items';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { DAY_MS } from '../daily-job.ts';
import { HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { Redaction } from '../redaction/create-redaction.ts';
import { CIVIC_RULES, civicEntry } from './civic-entry.ts';
import type { CivicPictures } from './civic-pictures.ts';
import { newTicket } from './civic-ticket-service.ts';

export interface CivicSuggestionsOptions {
  readonly db: Database;
  readonly pictures: Pick<CivicPictures, 'adopt'>;
  readonly redaction: Pick<Redaction, 'versions'>;
  readonly now: () => number;
  readonly onChanged: () => void;
  readonly logger: Logger;
}

const ACTOR = `system:${CIVIC_RULES.id}`;

/**
 * Makes suggestions of alerts whose rule says so. A person still sees the alert, and nothing happens with the ticket
 * until one has confirmed it. What an outage left out is made up for within a day.
 */
export class CivicSuggestions {
  readonly #options: CivicSuggestionsOptions;

  constructor(options: CivicSuggestionsOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { db, now, onChanged } = this.#options;
    const { settings } = await getCivicSettings(db);
    const since = instantOf(now() - DAY_MS);
    const kinds = new Map(settings.rules.map(({ sceneRuleId, kind }) => [sceneRuleId, kind]));
    for (const alert of await listSuggestingAlerts(db, [...kinds.keys()], since))
      if (await this.#suggest(alert, kinds.get(alert.ruleId)!)) onChanged();
    for (const ticket of await listSuggestionsWithoutPicture(db, since)) await this.#picture(ticket);
  }

  async #suggest(alert: SuggestingAlert, kind: CivicKind): Promise<boolean> {
    const at = this.#options.now();
    const ticket = newTicket({
      ...{ siteId: alert.siteId, kind, state: 'suggested', cameraId: alert.cameraId, note: '' },
      ...{ ruleId: alert.ruleId, alertId: alert.alertId, simulated: alert.simulated },
      position: [alert.longitude, alert.latitude],
      place: `${alert.cameraName}: ${alert.ruleName}`.slice(0, 200),
      ...{ openedAt: instantOf(at), openedBy: CIVIC_RULES.id, openedByName: CIVIC_RULES.name },
    });
    return changeInLedger(this.#options.db, async (tx) => {
      const result = await insertCivicTicket(tx, ticket);
      if (!result) return { result, entries: [] };
      await insertCivicStep(tx, ticket.id, {
        ...{ id: newIdentifier(), step: 'suggest', from: null, to: 'suggested', note: '' },
        ...{ department: null, dueAt: null, at: ticket.openedAt },
        ...{ by: CIVIC_RULES.id, byName: CIVIC_RULES.name },
      });
      const data = { siteId: alert.siteId, kind, alertId: alert.alertId, ruleId: alert.ruleId };
      return { result, entries: [civicEntry('suggested', ticket.id, { at, actor: ACTOR, data })] };
    });
  }

  /** Keeps the masked picture of the alert; where it cannot be masked now, that is tried again the next time. */
  async #picture({
    ticketId,
    observationId,
    cameraId,
  }: {
    readonly ticketId: string;
    readonly observationId: string;
    readonly cameraId: string;
  }): Promise<void> {
    const { db, pictures, redaction, logger } = this.#options;
    const items = await listEvidenceItems(db, observationId);
    const item =
      items.find(({ kind }) => kind === 'picture') ?? items.find(({ kind }) => kind === 'model-frame');
    if (item === undefined) return;
    try {
      const { digest, mediaType, capturedAt } = item;
      const made = await redaction.versions.of({ digest, mediaType, observationId, cameraId });
      await pictures.adopt(
        ticketId,
        { digest: made.maskedDigest, bytes: made.bytes },
        { takenAt: capturedAt, addedBy: CIVIC_RULES.name, actor: ACTOR },
      );
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      logger.debug({ err: error }, 'the picture of a suggested ticket is not masked yet; tried again');
    }
  }
}
