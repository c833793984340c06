import type { DeploymentPlan, DeploymentQuestion } from '@amaan/crime-analytics/deployment/deployment-plan';
import { planDeployment } from '@amaan/crime-analytics/deployment/plan-deployment';

/** Runs in a thread: every bound is told by planning once more without it, which takes a while in a large city. */
export function prepareWork(question: DeploymentQuestion): () => DeploymentPlan {
  return () => planDeployment(question);
}
