import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { MaskableMediaType } from '@amaan/contracts/redaction/redactor-messages';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import {
  getMaskedObject,
  isObjectNamed,
  putMaskedObject,
  type StoredMaskedObject,
} from '@amaan/store/redaction/masked-objects';
import type { Logger } from 'pino';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Masking } from './masking.ts';
import { MaskingLine, PutOff } from './masking-line.ts';
import { removeMasked, sweepMaskedObjects } from './with-masked-removal.ts';

export interface MaskedVersionsOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly masking: Pick<Masking, 'mask'>;
  /** Whether a version was made by the models and the configuration of now; others are made anew. */
  readonly isCurrent: (made: StoredMaskedObject) => boolean;
  readonly now: () => number;
  readonly logger: Logger;
  /** How long a request waits for what is being made before it is told to ask again, in milliseconds. */
  readonly patienceMs?: number;
}

/** A stored picture or clip of a camera. */
export interface Original {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly cameraId: Identifier;
  /** What the ledger says the masked version is of; null: the ledger must not tell that somebody looked at it. */
  readonly observationId: Identifier | null;
}

/** Pictures take well under this, clips longer. */
const PATIENCE_MS = 2_500;
const RETRY_AFTER_SECONDS = 2;
/** An original that cannot be masked is not tried again with every request. */
const FAILED_MS = 30_000;
const MOST_FAILURES = 1_000;
const LINE = { atOnce: 2, most: 256 };
const SWEEP_MS = 60 * 60_000;

/**
 * The masked versions of stored pictures and clips: each made once, kept as an object of its own, and made anew when
 * redaction changes. Nothing here ever gives an original.
 */
export class MaskedVersions implements AsyncDisposable {
  readonly #options: MaskedVersionsOptions;
  readonly #line = new MaskingLine<StoredMaskedObject>(LINE);
  readonly #failures = new Map<Digest, { readonly error: unknown; readonly until: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MaskedVersionsOptions) {
    this.#options = options;
  }

  /** Looks every hour for versions whose original is gone. */
  start(): void {
    const { db, objects, logger } = this.#options;
    const sweep = () => {
      sweepMaskedObjects(db, objects).catch((error: unknown) => {
        logger.error(
          { err: error },
          'masked pictures of deleted ones were not all deleted; tried again in an hour',
        );
      });
    };
    sweep();
    this.#timer = setInterval(sweep, SWEEP_MS);
    this.#timer.unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#line.end();
  }

  /**
   * The masked version, made now where there is none.
   * @throws HttpError 503 `MASKING_UNDER_WAY` (ask again), 409 `MASKING_NOT_PERMITTED`, 503 `MASKING_NOT_AVAILABLE`, 404
   *   `OBJECT_NOT_FOUND`, and as `Masking.mask` where an original cannot be masked
   */
  async of(original: Original): Promise<StoredMaskedObject> {
    const made = await this.#made(original);
    if (made !== null) return made;
    const failure = this.#failures.get(original.digest);
    if (failure !== undefined && this.#options.now() < failure.until) throw failure.error;
    const { patienceMs = PATIENCE_MS } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const impatient = new Promise<'under-way'>((resolve) => {
      timer = setTimeout(resolve, patienceMs, 'under-way');
      timer.unref();
    });
    try {
      const result = await Promise.race([this.#ask(original, true), impatient]);
      if (result === 'under-way') throw maskingUnderWay();
      return result;
    } catch (error) {
      throw error instanceof PutOff ? maskingUnderWay() : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Makes versions ahead of the first request for them, as far as nobody waits for others. */
  ahead(originals: readonly Original[]): void {
    for (const original of originals)
      this.#made(original)
        .then((made) => (made === null ? this.#ask(original, false) : made))
        .catch((error: unknown) => {
          if (!(error instanceof PutOff))
            this.#options.logger.debug(
              { err: error },
              'a picture was not masked ahead; it is when it is asked for',
            );
        });
  }

  /** A version that is there and current, or null. */
  async #made({ digest }: Original): Promise<StoredMaskedObject | null> {
    const { db, objects, isCurrent } = this.#options;
    const made = await getMaskedObject(db, digest);
    // Its row is written before its bytes, so a crash in between leaves a row alone.
    return made !== null && isCurrent(made) && (await objects.has(made.maskedDigest)) ? made : null;
  }

  async #ask(original: Original, isWanted: boolean): Promise<StoredMaskedObject> {
    const { now } = this.#options;
    try {
      const made = await this.#line.ask(original.digest, () => this.#make(original), isWanted);
      this.#failures.delete(original.digest);
      return made;
    } catch (error) {
      // What is not permitted or not there now may be in a moment; an unreadable original stays so.
      const isLasting = error instanceof HttpError && error.status === 422;
      if (isLasting) {
        if (this.#failures.size >= MOST_FAILURES) this.#failures.clear();
        this.#failures.set(original.digest, { error, until: now() + FAILED_MS });
      }
      throw error;
    }
  }

  async #make(original: Original): Promise<StoredMaskedObject> {
    const { db, objects, masking, now } = this.#options;
    const { digest, cameraId } = original;
    const bytes = await objects.get(digest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    const mediaType = MaskableMediaType.safeParse(original.mediaType);
    if (!mediaType.success)
      throw new HttpError(422, 'REDACT_INPUT_KIND', 'This kind of file cannot be masked and is not shown.');
    const masked = await masking.mask({ bytes, mediaType: mediaType.data, cameraId });
    const { permitId, models, configurationDigest, report, outputDigest } = masked;
    const before = await getMaskedObject(db, digest);
    const made: StoredMaskedObject = {
      originalDigest: digest,
      maskedDigest: outputDigest,
      mediaType: masked.mediaType,
      bytes: masked.bytes.length,
      madeAt: instantOf(now()),
      ...{ cameraId, permitId, models, configurationDigest, report },
    };
    const isKept = await this.#record(original, made);
    if (!isKept) throw new NotFoundError('evidence item');
    const stored = await objects.put(masked.bytes);
    if (stored !== outputDigest) {
      await removeMasked(db, objects, digest);
      await objects.remove(stored);
      throw new HttpError(
        503,
        'MASKING_NOT_AVAILABLE',
        'The masked picture was damaged on its way; ask again.',
      );
    }
    if (before !== null && before.maskedDigest !== stored && !(await isObjectNamed(db, before.maskedDigest)))
      await objects.remove(before.maskedDigest);
    // Deleted meanwhile: then nothing of it stays.
    if ((await getMaskedObject(db, digest)) === null) {
      await objects.remove(stored);
      throw new NotFoundError('evidence item');
    }
    return made;
  }

  /** @returns whether anything names the original still */
  #record({ observationId }: Original, made: StoredMaskedObject): Promise<boolean> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const isKept = await putMaskedObject(tx, made);
      if (!isKept || observationId === null) return { result: isKept, entries: [] };
      const { originalDigest, maskedDigest, permitId, configurationDigest, models } = made;
      const entry = ledgerEntry({
        kind: 'evidence.masked',
        at: now(),
        actor: 'system:redaction',
        subject: `evidence:${observationId}`,
        data: {
          ...{ originalDigest, maskedDigest, permitId, configurationDigest },
          models: models.map((model) => ({ ...model })),
        },
      });
      return { result: true, entries: [entry] };
    });
  }
}

/** It is not ready yet: ask again. */
export function maskingUnderWay(): HttpError {
  return new HttpError(
    503,
    'MASKING_UNDER_WAY',
    'Faces and plates in this picture are being masked; it is shown in a moment.',
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}
