import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import type {
  MaskableMediaType,
  MaskedObjectHead,
  MaskingOrder,
} from '@amaan/contracts/redaction/redactor-messages';
import { redaction } from '@amaan/redaction/system';
import { redactFile } from '../files/redact-file.ts';
import { modelsOf } from '../finding/sighting-finder.ts';
import type { MaskingDesk } from '../masking-desk.ts';

const EXTENSION: Readonly<Record<MaskableMediaType, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'video/mp4': '.mp4',
};

/** Masks pictures and clips that the server hands over, one after the other, as `amaan redact` masks files. */
export class ObjectMasker implements AsyncDisposable {
  readonly #desk: MaskingDesk;
  readonly #folder: string;
  readonly #stopping = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(desk: MaskingDesk, folder: string) {
    this.#desk = desk;
    this.#folder = folder;
  }

  /** @param folder for objects while they are worked on; whatever lies in it is removed, since a killed one left it. */
  static async open(desk: MaskingDesk, folder: string): Promise<ObjectMasker> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new ObjectMasker(desk, folder);
  }

  /**
   * @param signal gives up.
   * @throws PermitDenied; AmaanError with the code that `amaan redact` gives for what cannot be masked.
   */
  mask(
    bytes: Uint8Array,
    order: MaskingOrder,
    cameraId: Identifier,
    signal: AbortSignal,
  ): Promise<{ readonly head: MaskedObjectHead; readonly bytes: Uint8Array }> {
    const result = this.#last.then(() => this.#mask(bytes, order, cameraId, signal));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#last;
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #mask(
    bytes: Uint8Array,
    { mediaType, kinds, style }: MaskingOrder,
    cameraId: Identifier,
    given: AbortSignal,
  ) {
    const signal = AbortSignal.any([given, this.#stopping.signal]);
    signal.throwIfAborted();
    const standing = this.#desk.admit(cameraId);
    const folder = await mkdtemp(join(this.#folder, 'object-'));
    await using _work = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
    const [from, to] = [join(folder, 'original'), join(folder, `masked${EXTENSION[mediaType]}`)];
    await writeFile(from, bytes, { mode: 0o600 });
    try {
      const {
        file: _file,
        out: _out,
        ...report
      } = await redactFile(from, to, {
        ...{ kinds, style, signal, keepAudio: false, writeReport: false },
        analyse: redaction.settings.analyseRate,
        openFinder: async () => ({
          ...this.#desk.finderOf(cameraId, kinds),
          [Symbol.asyncDispose]: async () => {},
        }),
        // The report says that it ends early.
        onTruncated: () => {},
      });
      const masked = await readFile(to);
      const { permitId, configurationDigest } = standing;
      const models = this.#desk.modelsOf(modelsOf(kinds));
      const digests = { inputDigest: digestOfBytes(bytes), outputDigest: digestOfBytes(masked) };
      return {
        head: { mediaType, report, permitId, models, configurationDigest, ...digests },
        bytes: masked,
      };
    } catch (error) {
      if (!(error instanceof AmaanError) || !error.message.includes(folder)) throw error;
      // Whoever reads it knows nothing of files here.
      const message = error.message.replaceAll(from, 'the object').replaceAll(to, 'the result');
      throw new AmaanError(error.code, message[0]!.toUpperCase() + message.slice(1), { cause: error });
    }
  }
}
