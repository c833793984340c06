import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import type { Approval, ModelReference, SystemStanding } from '../system-standing.ts';

/** The exact combination that is to run. */
export interface Combination {
  readonly models: readonly ModelReference[];
  readonly configurationDigest: Digest;
}

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
    ...impactGaps(standing, now),
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

function impactGaps({ impactAssessment: assessment }: SystemStanding, now: Date): string[] {
  if (!assessment) return ['There is no impact assessment.'];
  if (assessment.status !== 'approved') return [`The impact assessment is ${assessment.status}.`];
  if (!isPast(assessment.at, now)) return ['The impact assessment is dated in the future.'];
  if (isPast(assessment.expiresAt, now)) return [`The impact assessment expired at ${assessment.expiresAt}.`];
  return [];
}

/** The latest validation of the combination counts: a failed one is not outvoted by an older success. */
function validationGaps(standing: SystemStanding, combination: Combination, now: Date): string[] {
  const latest = standing.validations
    .filter((validation) => isAbout(validation, combination) && isPast(validation.at, now))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  if (!latest) return ['There are no validation results for exactly these models and this configuration.'];
  return latest.passed ? [] : [`The validation of ${latest.at} failed.`];
}

function approvalGaps(standing: SystemStanding, combination: Combination, now: Date): string[] {
  const approvals = standing.approvals.filter(
    (approval) => isAbout(approval, combination) && isPast(approval.at, now),
  );
  const people = new Set(approvals.map(personOf)).size;
  if (people >= APPROVERS_NEEDED) return [];
  return [`Two different people must approve exactly these models and this configuration; ${people} did.`];
}

/** One person is one person, however the name was typed. */
function personOf(approval: Approval): string {
  return approval.person.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function isAbout(record: Combination, asked: Combination): boolean {
  return (
    record.configurationDigest === asked.configurationDigest &&
    containsAll(record.models, asked.models) &&
    containsAll(asked.models, record.models)
  );
}

function containsAll(models: readonly ModelReference[], others: readonly ModelReference[]): boolean {
  return others.every(({ id, digest }) => models.some((model) => model.id === id && model.digest === digest));
}

function isPast(at: string, now: Date): boolean {
  return Date.parse(at) <= now.getTime();
}
