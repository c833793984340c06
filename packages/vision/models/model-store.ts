import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '@amaan/contracts/digest';
import { instantOf } from '@amaan/contracts/instant';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { type FetchSource, fetchSource } from './fetch-source.ts';
import type { InstallProgress } from './install-progress.ts';
import type { InstalledModel } from './installed-model.ts';
import { ModelError } from './model-error.ts';
import { readPin, writePin } from './model-pin.ts';
import { type FetchedFile, receiveSource } from './source-files.ts';
import { convertGraphModel } from './tfjs-to-onnx/convert-graph-model.ts';
import { zeroVanishingWeights } from './zero-vanishing-weights.ts';

const DEFAULT_FOLDER = join(import.meta.dirname, '../../../.amaan/models');

/** The model cache of this machine: `AMAAN_MODELS`, or `.amaan/models` in the repository. */
export function modelFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.AMAAN_MODELS || DEFAULT_FOLDER;
}

export interface InstallOptions {
  readonly onProgress?: (progress: InstallProgress) => void;
  /** An administrator's explicit yes to pin whatever a source without a published digest gives. */
  readonly pinUnpublished?: boolean;
  readonly signal?: AbortSignal;
}

/** How one model of the cache stands. `digest` is what the file hashes to, or null when it is missing. */
export interface ModelCheck {
  readonly manifest: ModelManifest;
  readonly path: string;
  readonly state: 'ok' | 'wrong-digest' | 'missing';
  readonly digest: Digest | null;
  /** When it was pinned, for a model whose digest nobody had published. */
  readonly pinnedAt: string | null;
}

/**
 * The cache of ONNX files, one folder per model: `ID/model.onnx`, and `ID/pin.json` for a model whose
 * digest was pinned here. A model appears whole and checked, by a rename, or not at all.
 */
export class ModelStore {
  readonly #folder: string;
  readonly #fetch: FetchSource;

  /** @param fetch where downloads come from; npm's registry and HTTPS when left out. */
  constructor(folder: string = modelFolder(), fetch: FetchSource = fetchSource) {
    this.#folder = folder;
    this.#fetch = fetch;
  }

  /**
   * Downloads, checks and where needed converts a model. One that is already there and sound is left alone.
   * @throws ModelError, one sentence each; the cache is then as it was before.
   */
  async install(manifest: ModelManifest, options: InstallOptions = {}): Promise<InstalledModel> {
    const present = await this.check(manifest);
    if (present.state === 'ok') return this.installed(manifest);
    const pinned = await this.#expectedDigest(manifest);
    if (pinned === null && !options.pinUnpublished) {
      throw new ModelError(
        'MODEL_DIGEST_UNPUBLISHED',
        `Nobody has published a digest of ${manifest.title}. An administrator may pin what ${manifest.source} gives today: amaan models pull ${manifest.id} --pin`,
      );
    }
    try {
      await this.#installInto(manifest, pinned, options);
    } catch (error) {
      throw diskError(error, this.#folder) ?? error;
    }
    return this.installed(manifest);
  }

  /**
   * The model, if its file is what it must be.
   * @throws ModelError `MODEL_NOT_INSTALLED` or `MODEL_DIGEST_MISMATCH`, with the command that helps.
   */
  async installed(manifest: ModelManifest): Promise<InstalledModel> {
    const { state, path, digest } = await this.check(manifest);
    if (state === 'missing' || digest === null) {
      throw new ModelError(
        'MODEL_NOT_INSTALLED',
        `${manifest.title} is not installed. Run: amaan models pull ${manifest.id}`,
      );
    }
    if (state === 'wrong-digest') {
      throw new ModelError(
        'MODEL_DIGEST_MISMATCH',
        `${path} is not the approved ${manifest.title} (sha256 ${digest}) and was not loaded. Run: amaan models pull ${manifest.id}`,
      );
    }
    return { manifest, path, digest };
  }

  /** Hashes a model's file again. */
  async check(manifest: ModelManifest): Promise<ModelCheck> {
    const path = join(this.#folder, manifest.id, 'model.onnx');
    const pin = manifest.digest === null ? await readPin(this.#pinPath(manifest)) : null;
    const pinnedAt = pin?.pinnedAt ?? null;
    const expected = manifest.digest ?? pin?.digest ?? null;
    const digest = await digestOfFile(path);
    if (digest === null) return { manifest, path, state: 'missing', digest, pinnedAt };
    return { manifest, path, state: digest === expected ? 'ok' : 'wrong-digest', digest, pinnedAt };
  }

  /** Hashes every model again, in the order given. */
  async verify(manifests: readonly ModelManifest[]): Promise<ModelCheck[]> {
    const checks: ModelCheck[] = [];
    for (const manifest of manifests) checks.push(await this.check(manifest));
    return checks;
  }

  async #installInto(
    manifest: ModelManifest,
    expected: Digest | null,
    options: InstallOptions,
  ): Promise<void> {
    const target = join(this.#folder, manifest.id);
    await mkdir(target, { recursive: true });
    await removeLeftovers(this.#folder);
    const workshop = await mkdtemp(join(this.#folder, `.partial-${process.pid}-`));
    try {
      const files = await this.#download(manifest, workshop, options);
      const onnx = await toOnnx(manifest, files, workshop, options);
      if (expected === null) {
        await writePin(this.#pinPath(manifest), {
          digest: onnx.digest,
          source: manifest.source,
          pinnedAt: instantOf(Date.now()),
        });
      } else if (onnx.digest !== expected) {
        throw new ModelError(
          'MODEL_DIGEST_MISMATCH',
          `${manifest.title} became a file with the sha256 ${onnx.digest}, not ${expected} as was approved; nothing was installed.`,
        );
      }
      await rename(onnx.path, join(target, 'model.onnx'));
      options.onProgress?.({ ...wholeDownload(manifest), step: 'done' });
    } finally {
      await rm(workshop, { recursive: true, force: true });
      if ((await readdir(target)).length === 0) await rm(target, { recursive: true, force: true });
    }
  }

  async #download(
    manifest: ModelManifest,
    folder: string,
    { onProgress, signal }: InstallOptions,
  ): Promise<FetchedFile[]> {
    const totalBytes = manifest.downloadBytes;
    async function* observed(bytes: AsyncIterable<Uint8Array>) {
      let receivedBytes = 0;
      for await (const chunk of bytes) {
        signal?.throwIfAborted();
        receivedBytes += chunk.length;
        onProgress?.({ modelId: manifest.id, step: 'download', receivedBytes, totalBytes });
        yield chunk;
      }
    }
    let files: FetchedFile[] = [];
    const receive = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
      files = await receiveSource(manifest, observed(bytes), folder);
    };
    await this.#fetch(manifest.source, receive, signal);
    return files;
  }

  async #expectedDigest(manifest: ModelManifest): Promise<Digest | null> {
    return manifest.digest ?? (await readPin(this.#pinPath(manifest)))?.digest ?? null;
  }

  #pinPath(manifest: ModelManifest): string {
    return join(this.#folder, manifest.id, 'pin.json');
  }
}

async function toOnnx(
  manifest: ModelManifest,
  files: readonly FetchedFile[],
  folder: string,
  options: InstallOptions,
): Promise<{ path: string; digest: Digest }> {
  if (manifest.conversion === 'none') return files[0]!;
  options.onProgress?.({ ...wholeDownload(manifest), step: 'convert' });
  const path = join(folder, 'model.onnx');
  if (manifest.conversion === 'zero-vanishing-weights')
    return { path, digest: await zeroVanishingWeights(files[0]!.path, path) };
  const paths = new Map(files.map((file) => [file.name, file.path]));
  const digest = await convertGraphModel(manifest, paths, path);
  return { path, digest };
}

function wholeDownload(manifest: ModelManifest): Omit<InstallProgress, 'step'> {
  const totalBytes = manifest.downloadBytes;
  return { modelId: manifest.id, receivedBytes: totalBytes, totalBytes };
}

/** sha256 of a file, or null when there is none. */
async function digestOfFile(path: string): Promise<Digest | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}

/** Removes the workshops of installations that were killed. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /^\.partial-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function diskError(error: unknown, folder: string): ModelError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new ModelError(
      'MODEL_DISK_FULL',
      `The disk under ${folder} is full; nothing was installed. Free some space, or name another folder in AMAAN_MODELS.`,
      { cause: error },
    );
  }
  if (error.code === 'EACCES' || error.code === 'EROFS') {
    return new ModelError(
      'MODEL_FOLDER_UNWRITABLE',
      `The model folder ${folder} cannot be written; nothing was installed. Name another one in AMAAN_MODELS.`,
      { cause: error },
    );
  }
  return null;
}
