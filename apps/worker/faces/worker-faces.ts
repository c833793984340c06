import type { Bus } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Assignment } from '@amaan/contracts/worker-messages';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import type { Logger } from 'pino';
import type { FaceSearching } from '../camera-pipeline.ts';
import { FaceAuthorisations } from './face-authorisations.ts';
import { createFaceDesk, type FaceDesk } from './face-desk.ts';
import { FaceSearchClient } from './face-search-client.ts';

/** One frame at a time of all cameras: a search lasts days, and the other systems need the cores. */
const THREADS = 1;

export interface WorkerFacesOptions {
  readonly bus: Pick<Bus, 'request'>;
  /** Of facial recognition; null: not at hand. */
  readonly models: readonly InstalledModel[] | null;
  /** Told when a search began or ended. */
  readonly onChange: () => void;
  readonly logger: Logger;
}

/** What a worker needs to search faces. Its models are in memory only while a search is open on one of its cameras. */
export class WorkerFaces implements AsyncDisposable {
  readonly authorisations: FaceAuthorisations;
  readonly models: readonly InstalledModel[];
  /** What a camera needs; null where the models are not at hand. */
  readonly searching: FaceSearching | null;
  readonly #desk: FaceDesk | null;

  constructor({ models, ...options }: WorkerFacesOptions) {
    this.models = models ?? [];
    this.authorisations = new FaceAuthorisations(options);
    this.#desk = models === null ? null : createFaceDesk(models, THREADS, options.logger);
    const searcher = new FaceSearchClient(options.bus, this.authorisations);
    this.searching = this.#desk && { desk: this.#desk, authorisations: this.authorisations, searcher };
  }

  /** Takes the permit of an assignment; without an open search the models leave memory. */
  async apply(assignment: Assignment): Promise<void> {
    const isSearched = assignment.cameras.some(({ id }) => this.authorisations.covering(id).length > 0);
    await this.#desk?.apply(isSearched ? assignment : { ...assignment, permits: [] });
  }

  revoke(permitId: Identifier, cameras: readonly Identifier[] | null): void {
    this.#desk?.revoke(permitId, cameras);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.authorisations[Symbol.asyncDispose]();
    await this.#desk?.[Symbol.asyncDispose]();
  }
}
