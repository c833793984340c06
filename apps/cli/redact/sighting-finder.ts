import { PERMIT_MAX_SECONDS } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import type { CoveredKind, Sighting } from '@amaan/redaction/sightings/sighting';
import { type LookKind, redaction } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import { installedModels } from '@amaan/vision/models/installed-models';
import { createInferencePool } from '@amaan/vision/sessions/inference-pool';
import { logEvaluationPermit } from '../vision/log-evaluation-permit.ts';

/** Finds what is to be covered in pictures, on threads of its own. */
export interface SightingFinder extends AsyncDisposable {
  /** @throws PermitDenied when the permit has ended. */
  find(picture: Picture, kind: LookKind): Promise<Sighting[]>;
}

/** What a thread is told. */
export interface FinderOptions {
  /** Identifiers of the models, in the order of the sessions. */
  readonly models: readonly string[];
}

/** What it is given for each picture. Of frames, those of one kind come in order: what did not change is not looked at again. */
export interface FinderWork {
  readonly picture: Picture;
  readonly kind: LookKind;
}

const MODEL_OF: Readonly<Record<CoveredKind, (typeof redaction.models)[number]>> = {
  face: 'face-detector',
  plate: 'plate-finder',
  body: 'nanodet-g-416',
};
const BODY = new URL('./redaction-thread-main.ts', import.meta.url);

/**
 * Opens the models for the kinds that are to be covered under the built-in evaluation permit, in redaction's own
 * configuration, and writes down that it did.
 *
 * @throws ModelError `MODEL_NOT_INSTALLED` with the command that helps.
 */
export async function openSightingFinder(
  kinds: readonly CoveredKind[],
  threads: number,
): Promise<SightingFinder> {
  const models = await installedModels(kinds.map((kind) => MODEL_OF[kind]));
  const permit = await issueEvaluationPermit({
    system: redaction,
    models: models.map(({ manifest, digest }) => ({ id: manifest.id, digest })),
    now: new Date(),
    seconds: PERMIT_MAX_SECONDS,
  });
  await logEvaluationPermit(permit, 'redact', 1);
  const options: FinderOptions = { models: models.map(({ manifest }) => manifest.id) };
  const pool = await createInferencePool<FinderWork, Sighting[]>({
    threads,
    permit: permit.token,
    keys: permit.publicKeys,
    system: redaction.id,
    models,
    configurationDigest: configurationDigest(redaction),
    options,
    body: BODY,
  });
  return {
    find: (picture, kind) => pool.run({ picture, kind }, null),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}
