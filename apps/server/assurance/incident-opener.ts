import type { SiteScope } from '@amaan/contracts/api/me';
import { Incident } from '@amaan/contracts/governance/incident';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { getRecord } from '@amaan/store/records';
import { coversSite } from '../access/decide.ts';
import { NotFoundError } from '../http/http-errors.ts';
import type { FlowService } from './flow-service.ts';

/** What a person says of an incident that begins with something else. */
export interface IncidentWords {
  readonly title: string;
  readonly owner: string | null;
  readonly severity: Incident['severity'];
  readonly what: string;
}

/** Opens incidents from what is there already, so that the way back is never lost. */
export class IncidentOpener {
  readonly #db: Database;
  readonly #flows: FlowService;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly flows: FlowService; readonly now: () => number }) {
    this.#db = options.db;
    this.#flows = options.flows;
    this.#now = options.now;
  }

  /** @throws NotFoundError `CONCERN_NOT_FOUND` */
  async fromConcern(id: Identifier, words: IncidentWords, by: RecordAuthor): Promise<GovernanceRecord> {
    const concern = await getRecord(this.#db, id);
    if (concern?.kind !== 'concern') throw new NotFoundError('concern');
    return this.#open(words, by, { source: 'concern', system: concern.system, records: [id] });
  }

  /** @throws NotFoundError `ALERT_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async fromAlert(
    id: Identifier,
    words: IncidentWords,
    by: RecordAuthor,
    sites: SiteScope,
  ): Promise<GovernanceRecord> {
    const alert = await this.#db
      .selectFrom('alert')
      .innerJoin('camera', 'camera.id', 'alert.camera_id')
      .innerJoin('observation', (join) =>
        join
          .onRef('observation.captured_at', '=', 'alert.captured_at')
          .onRef('observation.id', '=', 'alert.observation_id'),
      )
      .select(['alert.site_id as siteId', 'camera.group_id as groupId', 'observation.system'])
      .where('alert.id', '=', id)
      .executeTakeFirst();
    if (alert === undefined || !coversSite(sites, alert.siteId)) throw new NotFoundError('alert');
    return this.#open(words, by, {
      source: 'alert',
      system: alert.system,
      cameraGroupId: alert.groupId,
      facts: { alertId: id },
    });
  }

  #open(
    { title, owner, severity, what }: IncidentWords,
    by: RecordAuthor,
    origin: Pick<Incident, 'source'> & { readonly system: string | null } & Partial<Incident>,
  ): Promise<GovernanceRecord> {
    const { system, ...rest } = origin;
    const body = Incident.parse({
      ...{ severity, what, cameraGroupId: null, key: null, facts: {} },
      detectedAt: instantOf(this.#now()),
      ...rest,
    });
    return this.#flows.open('incident', { system, title, owner, reviewAt: null, note: '' }, body, by);
  }
}
