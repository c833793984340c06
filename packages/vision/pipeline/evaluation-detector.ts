import type { AiSystem } from '@amaan/contracts/ai-system';
import { PERMIT_MAX_SECONDS } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { type EvaluationPermit, issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { createObjectDetector, type ObjectDetector } from '../detectors/object-detector.ts';
import type { DetectionThresholds } from '../detectors/thresholds.ts';
import type { InstalledModel } from '../models/installed-model.ts';
import { type InferenceSession, openSession } from '../sessions/open-session.ts';

/** A detector for files, and what let it run. Disposing it releases its session. */
export interface EvaluationDetector extends AsyncDisposable {
  readonly detector: ObjectDetector;
  readonly session: InferenceSession;
  readonly permit: EvaluationPermit;
}

/**
 * Opens a system's object detector for offline work on files, under the built-in evaluation permit: it
 * covers no camera, and ends after a day at the latest. Whoever opens it logs the permit.
 *
 * @throws PermitDenied, ModelError or InferenceFailed as `openSession`.
 */
export async function openEvaluationDetector(
  system: AiSystem,
  model: InstalledModel,
  thresholds: DetectionThresholds,
): Promise<EvaluationDetector> {
  const permit = await issueEvaluationPermit({
    system,
    models: [{ id: model.manifest.id, digest: model.digest }],
    now: new Date(),
    seconds: PERMIT_MAX_SECONDS,
  });
  const session = await openSession({
    permit: permit.token,
    keys: permit.keys,
    system: system.id,
    model,
    configurationDigest: configurationDigest(system),
  });
  const detector = createObjectDetector(session, thresholds);
  return { detector, session, permit, [Symbol.asyncDispose]: () => detector[Symbol.asyncDispose]() };
}
