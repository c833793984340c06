import { LegalBasis } from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { Observation } from '@amaan/contracts/observation';
import { ChallanState } from '@amaan/contracts/violations/challan';
import { challanFacts } from '@amaan/contracts/violations/challan-explanation';
import { CaseDecision } from '@amaan/contracts/violations/violation-case';
import { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { z } from 'zod';
import { chainFacts, originFacts } from './chain-facts.ts';

/** Everything recorded that explains one challan, as the database answers it. */
export const ChallanFacts = z.object({
  ...chainFacts,
  about: z.object({ ...originFacts, state: ChallanState, violation: ViolationKind, caseId: Identifier }),
  observation: Observation,
  challan: z.object(challanFacts),
  decisions: z.array(CaseDecision),
  legalBasis: LegalBasis,
});
export type ChallanFacts = z.infer<typeof ChallanFacts>;
