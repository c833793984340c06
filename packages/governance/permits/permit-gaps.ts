import type { AiSystem } from '@amaan/contracts/ai-system';
import { type Combination, sameCombination } from '../combination.ts';
import { countPeople } from '../four-eyes.ts';
import type { SystemStanding } from '../system-standing.ts';

const RUNNING_STAGES = ['pilot', 'operational'];
const APPROVERS_NEEDED = 2;

/**
 * What an AI system lacks for a permit at a moment, one sentence each; empty when nothing is missing.
 * @param standing null when the system is not in the register.
 */
export function permitGaps(
  system: AiSystem,
  standing: SystemStanding | null,
  combination: Combination,
  now: Date,
): string[] {
  if (!standing || standing.system !== system.id) return [`${system.name} is not registered.`];
  return [
    ...versionGaps(system, standing),
    ...stageGaps(system, standing),
    ...impactGaps(standing.impactAssessment, system.version, now),
    ...validationGaps(standing, combination, now),
    ...approvalGaps(standing, combination, now),
  ];
}

function versionGaps(system: AiSystem, standing: SystemStanding): string[] {
  if (standing.version === system.version) return [];
  return [`Version ${system.version} is not registered; the register has ${standing.version}.`];
}

function stageGaps(system: AiSystem, { stage, suspension }: SystemStanding): string[] {
  const gaps: string[] = [];
  if (suspension) gaps.push(`${system.name} is suspended since ${suspension.at}: ${suspension.reason}.`);
  if (!RUNNING_STAGES.includes(stage)) {
    gaps.push(`Its lifecycle stage is ${stage}; it must be pilot or operational.`);
  }
  return gaps;
}

/**
 * What an impact assessment lacks; `null` is none that was ever approved.
 * @param version of the system as it runs: an assessment of another one is not current
 */
export function impactGaps(
  assessment: SystemStanding['impactAssessment'],
  version: string,
  now: Date,
): string[] {
  if (!assessment) return ['There is no approved impact assessment.'];
  if (assessment.status !== 'approved') return [`The impact assessment is ${assessment.status}.`];
  if (!isPast(assessment.at, now)) return ['The impact assessment is dated in the future.'];
  if (isPast(assessment.expiresAt, now)) return [`The impact assessment expired at ${assessment.expiresAt}.`];
  if (assessment.systemVersion !== version)
    return [
      `The impact assessment is about ${assessment.systemVersion === null ? 'no stated version' : `version ${assessment.systemVersion}`}, and version ${version} runs.`,
    ];
  return [];
}

/** The validation that counts for a combination: the latest, for a failed one is not outvoted by an older success. */
export function latestValidation(
  { validations }: Pick<SystemStanding, 'validations'>,
  combination: Combination,
  now: Date,
): SystemStanding['validations'][number] | null {
  const [latest] = validations
    .filter((validation) => sameCombination(validation, combination) && isPast(validation.at, now))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return latest ?? null;
}

function validationGaps(standing: SystemStanding, combination: Combination, now: Date): string[] {
  const latest = latestValidation(standing, combination, now);
  if (!latest) return ['There are no validation results for exactly these models and this configuration.'];
  return latest.passed ? [] : [`The validation of ${latest.at} failed.`];
}

function approvalGaps(standing: SystemStanding, combination: Combination, now: Date): string[] {
  const people = countPeople(
    standing.approvals.filter(
      (approval) => sameCombination(approval, combination) && isPast(approval.at, now),
    ),
  );
  if (people >= APPROVERS_NEEDED) return [];
  return [`Two different people must approve exactly these models and this configuration; ${people} did.`];
}

function isPast(at: string, now: Date): boolean {
  return Date.parse(at) <= now.getTime();
}
