import type { AiSystem } from '@amaan/contracts/ai-system';
import type { EvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { createObjectDetector, type ObjectDetector } from '../detectors/object-detector.ts';
import type { DetectionThresholds } from '../detectors/thresholds.ts';
import type { InstalledModel } from '../models/installed-model.ts';
import type { InferenceSession } from '../sessions/open-session.ts';
import { openEvaluationSessions } from './evaluation-sessions.ts';

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
  const { sessions, permit } = await openEvaluationSessions(system, [model]);
  const session = sessions[0]!;
  const detector = createObjectDetector(session, thresholds);
  return { detector, session, permit, [Symbol.asyncDispose]: () => detector[Symbol.asyncDispose]() };
}
