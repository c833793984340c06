import { LegalBasis } from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { Observation } from '@amaan/contracts/observation';
import { ChallanEvent, ChallanState } from '@amaan/contracts/violations/challan';
import { CaseDecision } from '@amaan/contracts/violations/violation-case';
import { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { z } from 'zod';
import { chainFacts, factsOf, originFacts } from './chain-facts.ts';

/** Everything recorded that explains one challan, as the database answers it. */
export const ChallanFacts = z.object({
  ...chainFacts,
  about: z.object({ ...originFacts, state: ChallanState, violation: ViolationKind, caseId: Identifier }),
  observation: Observation,
  challan: factsOf('challan').pick({ law: true, amount: true, issuedAt: true, payBy: true }),
  events: z.array(ChallanEvent.pick({ id: true, at: true, event: true, from: true, to: true, cause: true })),
  decisions: z.array(CaseDecision),
  legalBasis: LegalBasis,
});
export type ChallanFacts = z.infer<typeof ChallanFacts>;
