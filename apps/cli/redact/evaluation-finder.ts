import { PERMIT_MAX_SECONDS } from '@amaan/contracts/permit';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { redaction } from '@amaan/redaction/system';
import { createFinderPool, modelsOf, type SightingFinder } from '@amaan/redactor/finding/sighting-finder';
import { installedModels } from '@amaan/vision/models/installed-models';
import { logEvaluationPermit } from '../vision/log-evaluation-permit.ts';

/**
 * Opens the models for the kinds that are to be covered under the built-in evaluation permit, in redaction's own
 * configuration, and writes down that it did.
 *
 * @throws ModelError `MODEL_NOT_INSTALLED` with the command that helps.
 */
export async function openEvaluationFinder(
  kinds: readonly CoveredKind[],
  threads: number,
): Promise<SightingFinder> {
  const models = await installedModels(modelsOf(kinds));
  const permit = await issueEvaluationPermit({
    system: redaction,
    models: models.map(({ manifest, digest }) => ({ id: manifest.id, digest })),
    now: new Date(),
    seconds: PERMIT_MAX_SECONDS,
  });
  await logEvaluationPermit(permit, 'redact', 1);
  const pool = await createFinderPool({
    threads,
    permit: permit.token,
    keys: permit.publicKeys,
    system: redaction.id,
    models,
    configurationDigest: configurationDigest(redaction),
  });
  return {
    find: (picture, kind) => pool.run({ picture, kind, kinds, recording: 'file' }, null),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}
