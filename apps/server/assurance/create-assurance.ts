import { Audit } from '@amaan/contracts/governance/audit';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { isSamePerson } from '@amaan/governance/four-eyes';
import type { Database } from '@amaan/store/open-database';
import { listPendingActions } from '@amaan/store/record-relations';
import type { SecretBox } from '@amaan/store/secret-box';
import { touchAssessments } from '../assessments/touch-assessments.ts';
import { CHANGED_BY } from '../monitoring/weakened-rule-incident.ts';
import type { RecordService } from '../records/record-service.ts';
import { AuditService } from './audit-service.ts';
import { ConcernService } from './concern-service.ts';
import { FlowService } from './flow-service.ts';
import { IncidentOpener } from './incident-opener.ts';
import { ManagementReviewService, type ReviewSources } from './management-review-service.ts';
import { TrainingService } from './training-service.ts';

export interface AssuranceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly secrets: SecretBox;
  readonly now: () => number;
  /** What a management review knows of the parts beside this room. */
  readonly reviewSources?: ReviewSources;
}

/** What keeps the management system honest: incidents, corrective actions, concerns, audits, reviews, training. */
export interface Assurance {
  readonly flows: FlowService;
  readonly audits: AuditService;
  readonly incidentOpener: IncidentOpener;
  readonly concerns: ConcernService;
  readonly reviews: ManagementReviewService;
  readonly training: TrainingService;
}

/** Joins the services of this room. */
export function createAssurance(options: AssuranceOptions): Assurance {
  const { db, records, now } = options;
  const concerns = new ConcernService(options);
  const training = new TrainingService({ db, now });

  /** Whoever begins to investigate says that it is real: the assessment must be looked at again soon. */
  const followIncident = async (
    tx: Database,
    { id, system, status }: GovernanceRecord,
    by: RecordAuthor,
  ): Promise<LedgerEntry[]> =>
    status === 'investigating' && system !== null
      ? touchAssessments(tx, system, { id, at: instantOf(now()), actor: by.actor })
      : [];

  /** Whoever made monitoring watch less does not put the incident of it away. */
  const ownChange = async (_tx: Database, { body }: GovernanceRecord, to: string, person: string) => {
    const changedBy = (body.facts as Record<string, unknown> | undefined)?.[CHANGED_BY];
    const isOwn = typeof changedBy === 'string' && isSamePerson(changedBy, person);
    return isOwn && (to === 'closed' || to === 'dismissed')
      ? ['It is about what you changed yourself; somebody else must judge it (four eyes).']
      : [];
  };

  const pendingActions = async (tx: Database, { id }: GovernanceRecord, to: string): Promise<string[]> => {
    const pending = to === 'closed' ? await listPendingActions(tx, id) : [];
    return pending.map((number) => `${number} is not yet found effective.`);
  };

  const flows = new FlowService({
    db,
    records,
    now,
    rules: {
      incident: { gaps: ownChange, follow: followIncident },
      nonconformity: { gaps: pendingActions },
      audit: { gaps: async (_tx, record, to) => unseenSamples(record, to) },
      concern: { follow: (tx, record, by) => concerns.follow(tx, record, by) },
    },
  });
  const audits = new AuditService({ db, records, now });
  const reviews = new ManagementReviewService({ ...options, training });
  const incidentOpener = new IncidentOpener({ db, flows, now });
  return { flows, audits, incidentOpener, concerns, reviews, training };
}

/** An audit reports on its whole sample: of what was not looked at it says why. */
function unseenSamples({ body }: GovernanceRecord, to: string): string[] {
  if (to !== 'reported') return [];
  const { samples } = Audit.parse(body);
  const unseen = samples.filter(({ finding, note }) => finding === 'not-looked-at' && note === '').length;
  return unseen === 0
    ? []
    : [`${unseen} of ${samples.length} samples were not looked at; look at them, or say of each why not.`];
}
