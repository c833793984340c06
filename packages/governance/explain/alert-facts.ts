import { ALERT_STATES, AlertCause } from '@amaan/contracts/alert';
import { HumanDecision, LegalBasis } from '@amaan/contracts/explanation';
import {
  HotlistEntryContent,
  HotlistEntryStanding,
  HotlistStanding,
} from '@amaan/contracts/plates/hotlist-standing';
import { Priority } from '@amaan/contracts/scene-rule';
import { z } from 'zod';
import { chainFacts, factsOf, originFacts } from './chain-facts.ts';

/** Everything recorded that explains one alert, as the database answers it. */
export const AlertFacts = z.object({
  ...chainFacts,
  about: z.object({ ...originFacts, state: z.enum(ALERT_STATES), priority: Priority }),
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
  legalBasis: LegalBasis,
  decisions: z.array(HumanDecision.omit({ noteDigest: true }).extend({ note: z.string() })),
});
export type AlertFacts = z.infer<typeof AlertFacts>;
