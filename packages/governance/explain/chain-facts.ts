import { Digest } from '@amaan/contracts/digest';
import { ExplanationStep } from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { z } from 'zod';

type StepName = ExplanationStep['step'];

/** The schema of a step's members, to take what comes from the database. */
export function factsOf<Name extends StepName>(name: Name) {
  const option = ExplanationStep.options.find(({ shape }) => shape.step.value === name);
  if (option === undefined) throw new TypeError(`There is no step ${name}.`);
  return option as Extract<(typeof ExplanationStep.options)[number], z.ZodType<{ step: Name }>>;
}

/** What every step has that is not in the database. */
const own = { step: true, link: true, entries: true } as const;

/** An entry of the ledger that is about something in the chain. */
export const ChainEntry = z.object({
  index: z.int().nonnegative(),
  /** Canonical JSON, as it was hashed. */
  text: z.string(),
  leafHash: Digest,
});
export type ChainEntry = z.infer<typeof ChainEntry>;

/** What is explained, as every kind of it has it. */
export const originFacts = {
  system: z.string(),
  siteId: Identifier,
  cameraId: Identifier,
  raisedAt: Instant,
  simulated: z.boolean(),
  observationId: Identifier,
};

/** The members of every chain: from the frame to the decisions that the permit relied on, and what the ledger has. */
export const chainFacts = {
  id: Identifier,
  frame: factsOf('frame').omit(own),
  model: factsOf('model').omit(own),
  configuration: factsOf('configuration').omit(own),
  permit: factsOf('permit').omit(own),
  approvals: factsOf('approvals').shape.approvals,
  validation: factsOf('validation').shape.validation,
  assessment: factsOf('impact-assessment').shape.assessment,
  suspension: factsOf('suspension').shape.suspension,
  ledger: z.array(ChainEntry),
};

/** The same as a type. */
export type ChainFacts = z.infer<z.ZodObject<typeof chainFacts>> & {
  readonly about: { readonly system: string; readonly observationId: string };
};
