import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import type { LookKind, redaction } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import {
  createInferencePool,
  type InferencePool,
  type InferencePoolOrder,
} from '@amaan/vision/sessions/inference-pool';

/** Finds what is to be covered in pictures, on threads of its own. */
export interface SightingFinder extends AsyncDisposable {
  /** @throws PermitDenied when the permit has ended, was revoked or does not cover this. */
  find(picture: Picture, kind: LookKind): Promise<Sighting[]>;
}

/** Opens a finder of these kinds with so many threads of its own, or of a pool that others use, too. */
export type OpenSightingFinder = (kinds: readonly CoveredKind[], threads: number) => Promise<SightingFinder>;

/** What a thread is told. */
export interface FinderOptions {
  /** Identifiers of the models, in the order of the sessions. */
  readonly models: readonly string[];
}

/** What it is given for each picture. */
export interface FinderWork {
  readonly picture: Picture;
  readonly kind: LookKind;
  readonly kinds: readonly CoveredKind[];
  /**
   * The recording that a frame is of. Its frames of one kind come in order: what did not change since the one before
   * is not looked at again.
   */
  readonly recording: string;
}

type ModelId = (typeof redaction.models)[number];

/** The models that find each kind: plates are on vehicles. */
const MODELS_OF: Readonly<Record<CoveredKind, readonly ModelId[]>> = {
  face: ['face-detector'],
  plate: ['plate-finder', 'nanodet-g-416'],
  body: ['nanodet-g-416'],
  screen: ['nanodet-g-416'],
};

/** The models that find all of these kinds, each once. */
export function modelsOf(kinds: readonly CoveredKind[]): ModelId[] {
  return [...new Set(kinds.flatMap((kind) => MODELS_OF[kind]))];
}

const BODY = new URL('./redaction-thread-main.ts', import.meta.url);

/** Opens redaction's models on threads. @throws as `createInferencePool` */
export function createFinderPool(
  order: Omit<InferencePoolOrder, 'options' | 'body'>,
): Promise<InferencePool<FinderWork, Sighting[]>> {
  const options: FinderOptions = { models: order.models.map(({ manifest }) => manifest.id) };
  return createInferencePool<FinderWork, Sighting[]>({ ...order, options, body: BODY });
}
