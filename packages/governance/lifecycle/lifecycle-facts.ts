import type { AiSystem } from '@amaan/contracts/ai-system';
import type { OrganisationEntry } from '@amaan/contracts/governance/system-entry';
import type { Instant } from '@amaan/contracts/instant';
import type { Combination } from '../combination.ts';
import type { SystemStanding } from '../system-standing.ts';
import type { AuditSetFact } from './group-error-gaps.ts';

/** A risk of a system as the risk register has it. */
export interface RiskFact {
  /** For people: `RSK-0007`. */
  readonly number: string;
  readonly title: string;
  /** Its treatment is settled when this is `accepted` or `closed`. */
  readonly status: string;
  /** Who answers for its treatment; null: nobody. */
  readonly owner: string | null;
  /** When somebody must look at it again. */
  readonly reviewAt: Instant | null;
}

/** All that the gates of the lifecycle look at, as it is at one moment. */
export interface LifecycleFacts {
  /** As the running code has it. */
  readonly system: AiSystem;
  /** Its configuration with the models that are at hand. */
  readonly combination: Combination;
  readonly entry: OrganisationEntry | null;
  readonly suspension: SystemStanding['suspension'];
  /** The newest that was approved. */
  readonly impactAssessment: SystemStanding['impactAssessment'];
  readonly risks: readonly RiskFact[];
  readonly validations: SystemStanding['validations'];
  /** What operators lack in training, one sentence each. */
  readonly trainingGaps: readonly string[];
  /** Errors by groups of people; empty for a system that identifies nobody. */
  readonly auditSets: readonly AuditSetFact[];
  /** Why the server's clock cannot be trusted, when it was set back. */
  readonly clockGaps: readonly string[];
}
