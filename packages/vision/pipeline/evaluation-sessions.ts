import type { AiSystem } from '@amaan/contracts/ai-system';
import { PERMIT_MAX_SECONDS } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { type EvaluationPermit, issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import type { InstalledModel } from '../models/installed-model.ts';
import { type InferenceSession, openSession } from '../sessions/open-session.ts';

/** Sessions for work on files, and what let them run. Disposing them releases all. */
export interface EvaluationSessions extends AsyncDisposable {
  /** In the order of the models. */
  readonly sessions: readonly InferenceSession[];
  readonly permit: EvaluationPermit;
}

/**
 * Opens the models of a system for offline work on files, under one built-in evaluation permit: it covers no camera,
 * and ends after a day at the latest. Whoever opens them logs the permit.
 *
 * @throws PermitDenied, ModelError or InferenceFailed as `openSession`.
 */
export async function openEvaluationSessions(
  system: AiSystem,
  models: readonly InstalledModel[],
): Promise<EvaluationSessions> {
  const permit = await issueEvaluationPermit({
    system,
    models: models.map(({ manifest, digest }) => ({ id: manifest.id, digest })),
    now: new Date(),
    seconds: PERMIT_MAX_SECONDS,
  });
  const { token, keys } = permit;
  await using stack = new AsyncDisposableStack();
  const sessions: InferenceSession[] = [];
  for (const model of models) {
    const digest = configurationDigest(system);
    const session = await openSession({
      permit: token,
      keys,
      system: system.id,
      model,
      configurationDigest: digest,
    });
    sessions.push(stack.use(session));
  }
  const owned = stack.move();
  return { sessions, permit, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
