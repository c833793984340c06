import type { Bus } from '@amaan/bus/bus';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { Redaction } from '../../redaction/create-redaction.ts';
import { FaceMatchIntake } from './face-match-intake.ts';
import { FaceMatchRemoval } from './face-match-removal.ts';
import { FaceMatchService } from './face-match-service.ts';
import { FaceReportService } from './face-report-service.ts';
import { MatchPictureService, type OpenEnrolled } from './match-picture-service.ts';
import { MatchThresholdsService } from './match-thresholds-service.ts';

/** Days after which a rejected match is deleted, where the deployment says nothing else. */
export const DEFAULT_MATCH_RETENTION_DAYS = 30;

export interface FaceMatchOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly openEnrolled: OpenEnrolled;
  readonly redaction: Pick<Redaction, 'versions' | 'originals'>;
  readonly retentionDays: number;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Possible matches of face recognition, from the report of a searcher to what is published of them. */
export interface FaceMatches extends AsyncDisposable {
  readonly intake: FaceMatchIntake;
  readonly matches: FaceMatchService;
  readonly pictures: MatchPictureService;
  readonly removal: FaceMatchRemoval;
  readonly reports: FaceReportService;
  readonly thresholds: MatchThresholdsService;
  /** The job beside the requests: matches whose time is over. */
  start(): void;
}

export function createFaceMatches(options: FaceMatchOptions): FaceMatches {
  const stack = new AsyncDisposableStack();
  const thresholds = stack.use(new MatchThresholdsService(options));
  const removal = stack.use(new FaceMatchRemoval({ ...options, days: options.retentionDays }));
  const matches = new FaceMatchService({
    ...options,
    onWeightChanged: (watchlistId) => thresholds.announceChange(watchlistId),
  });
  return {
    intake: new FaceMatchIntake(),
    matches,
    pictures: new MatchPictureService({ ...options, matches }),
    removal,
    reports: new FaceReportService(options),
    thresholds,
    start: () => removal.start(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
