import type { LiveUpdate } from '@amaan/contracts/live-update';
import { DEFAULT_ALONE_MINUTES } from '@amaan/contracts/redaction/unmasking';
import type { Combination } from '@amaan/governance/combination';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { MaskedVersions } from './masked-versions.ts';
import type { Masking } from './masking.ts';
import { OpenOriginals } from './open-originals.ts';
import { OriginalAccess } from './original-access.ts';
import type { UnmaskSources } from './unmask-subjects.ts';
import { UnmaskingChanges } from './unmasking-changes.ts';
import { UnmaskingService } from './unmasking-service.ts';
import { UnmaskingUpkeep } from './unmasking-upkeep.ts';

export interface RedactionOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly masking: Pick<Masking, 'mask'>;
  /** Models and configuration of redaction as they are now. */
  readonly combination: () => Combination;
  readonly sources: UnmaskSources;
  readonly publish: (update: LiveUpdate) => void;
  /** Minutes within a day that somebody sees un-masked without a second person; left out: ten. */
  readonly aloneMinutes?: number;
  /** How long a request waits for what is being masked; left out: some seconds. */
  readonly patienceMs?: number;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What everybody sees instead of originals, and who may see an original. */
export interface Redaction extends AsyncDisposable {
  readonly versions: MaskedVersions;
  readonly unmaskings: UnmaskingService;
  /** The only way to an original; it says too who may see a camera's open view. */
  readonly originals: OriginalAccess;
  readonly upkeep: UnmaskingUpkeep;
  start(): void;
}

export function createRedaction(options: RedactionOptions): Redaction {
  const { db, objects, masking, combination, sources, publish, patienceMs, now, logger } = options;
  const stack = new AsyncDisposableStack();
  const open = stack.use(new OpenOriginals());
  const changes = new UnmaskingChanges(open, publish);
  const versions = stack.use(
    new MaskedVersions({
      ...{ db, objects, masking, now, logger },
      isCurrent: ({ configurationDigest, models }) => {
        const present = combination();
        const isPresent = ({ id, digest }: { readonly id: string; readonly digest: string }) =>
          present.models.every((model) => model.id !== id || model.digest === digest);
        return configurationDigest === present.configurationDigest && models.every(isPresent);
      },
      ...(patienceMs !== undefined && { patienceMs }),
    }),
  );
  const upkeep = stack.use(new UnmaskingUpkeep({ db, changes, now, logger }));
  return {
    versions,
    unmaskings: new UnmaskingService({
      ...{ db, sources, changes, now },
      aloneMinutes: options.aloneMinutes ?? DEFAULT_ALONE_MINUTES,
    }),
    originals: new OriginalAccess({ db, originals: open, changes, now }),
    upkeep,
    start() {
      versions.start();
      upkeep.start();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
