import { ALERT_STATES, AlertCause } from '@amaan/contracts/alert';
import { Digest } from '@amaan/contracts/digest';
import {
  ExplanationStep,
  HotlistEntryContent,
  HotlistEntryStanding,
  HotlistStanding,
  HumanDecision,
  LegalBasis,
} from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { Priority } from '@amaan/contracts/scene-rule';
import { z } from 'zod';

type StepName = ExplanationStep['step'];

/** The members of a step that come from the database. */
function factsOf<Name extends StepName>(name: Name) {
  const option = ExplanationStep.options.find(({ shape }) => shape.step.value === name);
  if (option === undefined) throw new TypeError(`There is no step ${name}.`);
  return option as Extract<(typeof ExplanationStep.options)[number], z.ZodType<{ step: Name }>>;
}

const own = { step: true, link: true, entries: true } as const;

/** An entry of the ledger that is about something in the chain. */
export const ChainEntry = z.object({
  index: z.int().nonnegative(),
  /** Canonical JSON, as it was hashed. */
  text: z.string(),
  leafHash: Digest,
});
export type ChainEntry = z.infer<typeof ChainEntry>;

/** Everything recorded that explains one alert, as the database answers it. */
export const AlertFacts = z.object({
  id: Identifier,
  about: z.object({
    system: z.string(),
    siteId: Identifier,
    cameraId: Identifier,
    state: z.enum(ALERT_STATES),
    priority: Priority,
    raisedAt: Instant,
    simulated: z.boolean(),
    observationId: Identifier,
  }),
  frame: factsOf('frame').omit(own),
  model: factsOf('model').omit(own),
  configuration: factsOf('configuration').omit(own),
  /** Null where something else raised it. */
  rule: factsOf('rule').shape.rule.nullable(),
  /** Null where a rule raised it. */
  cause: AlertCause.nullable(),
  /** Of the cause, where it is a hotlist. */
  hotlist: z
    .object({
      list: HotlistStanding,
      entry: HotlistEntryStanding.extend({ content: HotlistEntryContent }),
    })
    .nullable(),
  permit: factsOf('permit').omit(own),
  approvals: factsOf('approvals').shape.approvals,
  validation: factsOf('validation').shape.validation,
  assessment: factsOf('impact-assessment').shape.assessment,
  legalBasis: LegalBasis,
  suspension: factsOf('suspension').shape.suspension,
  decisions: z.array(HumanDecision.omit({ noteDigest: true }).extend({ note: z.string() })),
  ledger: z.array(ChainEntry),
});
export type AlertFacts = z.infer<typeof AlertFacts>;
