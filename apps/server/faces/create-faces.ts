import type { Bus } from '@amaan/bus/bus';
import type { FaceOversight } from '@amaan/contracts/faces/face-oversight';
import { FACE_AUTHORISATIONS_CHANGED } from '@amaan/contracts/faces/live-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { faceRecognition } from '@amaan/face-recognition/system';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { readFaceOversight } from '@amaan/store/faces/face-oversight';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { installedModels } from '@amaan/vision/models/installed-models';
import type { Logger } from 'pino';
import { AuthorisationService } from './authorisation-service.ts';
import { AuthorisationUpkeep } from './authorisation-upkeep.ts';
import { EnrolmentService } from './enrolment-service.ts';
import type { FaceChanges } from './face-changes.ts';
import { type FaceDesk, PermittedFaceDesk } from './face-desk.ts';
import { FaceListUpdates } from './face-list-updates.ts';
import { FindingService } from './finding-service.ts';
import { embeddingDigest } from './search/embedding-digest.ts';
import { TemplateVault } from './template-vault.ts';
import { EnrolledLists } from './templates/enrolled-lists.ts';
import { WatchlistDestroyer } from './watchlist-destroyer.ts';
import { WatchlistEntryService } from './watchlist-entry-service.ts';
import { WatchlistService } from './watchlist-service.ts';

export interface FaceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly secrets: SecretBox;
  readonly publish: (update: LiveUpdate) => void;
  readonly key: PermitSigningKey;
  /** Makes workers ask again what to do. */
  readonly announceAssignment: () => void;
  /** Why facial recognition has no permit, or null. */
  readonly refusal: () => string | null;
  /** What looks at pictures; left out: the models, behind the permit. */
  readonly desk?: FaceDesk;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Everything about faces that the control plane does. */
export interface Faces extends AsyncDisposable {
  readonly authorisations: AuthorisationService;
  readonly watchlists: WatchlistService;
  readonly entries: WatchlistEntryService;
  readonly enrolment: EnrolmentService;
  readonly findings: FindingService;
  readonly vault: TemplateVault;
  /** Lists that are being filled, in memory. */
  readonly enrolledLists: EnrolledLists;
  readonly desk: FaceDesk;
  readonly upkeep: AuthorisationUpkeep;
  /** In numbers, for those who judge it. */
  oversight(): Promise<FaceOversight>;
}

export function createFaces(options: FaceOptions): Faces {
  const { db, bus, objects, secrets, key, now, logger } = options;
  const stack = new AsyncDisposableStack();
  const models = () => installedModels(faceRecognition.models);
  const desk =
    options.desk ?? stack.use(new PermittedFaceDesk({ db, key, models, refusal: options.refusal, now }));
  const vault = stack.use(new TemplateVault({ db, secrets, modelDigest: embeddingDigest, now, logger }));
  const lists = stack.use(new EnrolledLists({ db, secrets, logger }));
  const updates = stack.use(new FaceListUpdates(options.publish));
  const changes: FaceChanges = {
    async changed(ended: readonly Identifier[]) {
      bus.announce(FACE_AUTHORISATIONS_CHANGED, { ended: [...ended] });
      options.announceAssignment();
      updates.tellSoon();
      await vault.follow();
    },
    shown: () => updates.tellSoon(),
    picturesRemoved: (watchlistId: Identifier) => lists.follow(watchlistId),
  };
  const context = { db, secrets, now, changes };
  const destroyer = new WatchlistDestroyer({ db, objects, changes, now, logger });
  return {
    authorisations: new AuthorisationService(context),
    watchlists: new WatchlistService({ ...context, destroyer }),
    entries: new WatchlistEntryService({ ...context, objects }),
    enrolment: new EnrolmentService({ ...context, objects, desk, lists }),
    findings: new FindingService({ ...context, objects }),
    vault,
    enrolledLists: lists,
    desk,
    upkeep: stack.use(new AuthorisationUpkeep({ db, objects, destroyer, changes, now, logger })),
    oversight: () => readFaceOversight(db, now()),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
