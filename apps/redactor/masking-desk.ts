import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { redaction } from '@amaan/redaction/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import type { Logger } from 'pino';
import { createFinderPool, type FinderWork, type SightingFinder } from './finding/sighting-finder.ts';

/** Where redaction's models run, while there is a permit of it. */
export class MaskingDesk extends InferenceDesk<FinderWork, Sighting[]> {
  readonly #models: readonly InstalledModel[];
  #recordings = 0;

  /** @param models all that the system may run, in its order. */
  constructor(models: readonly InstalledModel[], threads: number, logger: Logger) {
    super({ system: redaction, models, threads, logger, openPool: createFinderPool });
    this.#models = models;
  }

  /** A finder for the pictures of one recording of a camera, under the permit for this camera. */
  finderOf(cameraId: Identifier, kinds: readonly CoveredKind[]): Pick<SightingFinder, 'find'> {
    const recording = `${cameraId}/${this.#recordings++}`;
    return {
      find: (picture, kind) => this.run({ picture, kind, kinds, recording }, cameraId),
    };
  }

  /** Models with the digests of the files that run. */
  modelsOf(ids: readonly string[]): { readonly id: string; readonly digest: Digest }[] {
    return this.#models
      .filter(({ manifest }) => ids.includes(manifest.id))
      .map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  }
}
