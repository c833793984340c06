import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ReviewerQualityList } from '@amaan/contracts/violations/api-violation-cases';
import type { LawFile, Province } from '@amaan/contracts/violations/law';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { Principal } from '../access/decide.ts';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import type { Redaction } from '../redaction/create-redaction.ts';
import type { VehicleRegistry } from '../registry/registry-entry.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { ViolationIntake } from './intake/violation-intake.ts';
import { ChallanService } from './issue/challan-service.ts';
import { LawBook } from './laws/law-book.ts';
import { RegistryChecker } from './registry-check/registry-check.ts';
import { EvidenceRetention } from './retention/evidence-retention.ts';
import { CaseAnswers } from './review/case-answers.ts';
import { CaseEvidence } from './review/case-evidence.ts';
import { CaseIssue } from './review/case-issue.ts';
import { readReviewerQuality } from './review/reviewer-quality.ts';
import { ViolationCaseService } from './review/violation-case-service.ts';

/** What a deployment says about violations. */
export interface ViolationSettings {
  /** Whose law counts, and how challan numbers begin. */
  readonly province: Province;
  /** Law files of the authority, which stand before those of the project. */
  readonly laws: readonly LawFile[];
  /** Whether real challans may go by amounts that nobody has compared with the law. */
  readonly allowUncheckedLaw: boolean;
  /** Share of cases that a second reviewer looks at, 0–1. */
  readonly secondLookShare: number;
}

export const DEFAULT_VIOLATION_SETTINGS: ViolationSettings = {
  province: 'punjab',
  laws: [],
  allowUncheckedLaw: false,
  secondLookShare: 0.1,
};

export interface ViolationOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  /** Null: none is configured, and every case is held. */
  readonly registry: VehicleRegistry | null;
  readonly redaction: Pick<Redaction, 'versions'>;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly settings: ViolationSettings;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Cases of violations, from what was suspected to the challan. */
export interface Violations extends AsyncDisposable {
  readonly laws: LawBook;
  readonly challans: ChallanService;
  readonly intake: ViolationIntake;
  readonly cases: ViolationCaseService;
  readonly evidence: CaseEvidence;
  readonly answers: CaseAnswers;
  readonly retention: EvidenceRetention;
  readonly quality: (
    period: { readonly from: string; readonly to: string },
    by: Principal,
  ) => Promise<ReviewerQualityList>;
  /** Jobs beside the requests: what was suspected, what falls due, and evidence whose time is over. */
  start(): void;
}

/** A suspicion waits some seconds for its clip; its case need not come at once. */
const INTAKE_MS = 3_000;
const HOUR_MS = 60 * 60_000;

export function createViolations(options: ViolationOptions): Violations {
  const { db, objects, redaction, incidents, settings, publish, now, logger } = options;
  const { province, allowUncheckedLaw: allowUnchecked, secondLookShare } = settings;
  const { versions } = redaction;
  const onChanged = () => publish({ type: 'violations-changed' });
  const laws = new LawBook(settings.laws, { province, allowUnchecked });
  const registry = new RegistryChecker({ registry: options.registry, now, logger });
  const challans = new ChallanService({ db, province, now, onChanged });
  const intake = new ViolationIntake({ db, registry, versions, secondLookShare, publish, now, logger });
  const issue = new CaseIssue({ registry, laws, challans, incidents, now });
  const evidence = new CaseEvidence({ db, objects, versions });
  const retention = new EvidenceRetention({ db, objects, now });
  const stack = new AsyncDisposableStack();
  const jobs = [
    new RepeatedJob({
      work: () => intake.run(),
      everyMs: INTAKE_MS,
      failure: 'suspected violations were not taken; tried again',
      logger,
    }),
    new RepeatedJob({
      work: async () => {
        await challans.fallDue();
        await retention.run();
      },
      everyMs: HOUR_MS,
      failure: 'challans that fall due, or old evidence, were not dealt with; tried again in an hour',
      logger,
    }),
  ];
  for (const job of jobs) stack.use(job);
  return {
    ...{ laws, challans, intake, evidence, retention },
    cases: new ViolationCaseService({ db, evidence, now }),
    answers: new CaseAnswers({ db, registry, issue, now, onChanged }),
    quality: (period, by) => readReviewerQuality(db, period, by),
    start() {
      for (const job of jobs) job.start();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
