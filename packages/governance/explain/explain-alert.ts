import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep, HumanDecision } from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { AlertFacts } from './alert-facts.ts';
import {
  type EntriesOf,
  entriesByStep,
  partOfSystem,
  permitSteps,
  type StepName,
  sightSteps,
  suspensionStep,
} from './chain-steps.ts';

export interface ExplainOptions {
  /** Replaces free text about what was seen by its digest: for readers who see no citizens' data. */
  readonly withholdNotes: boolean;
  /** sha256 of the observation's canonical JSON. */
  readonly observationDigest: Digest;
}

/** Why an alert of a scene rule needs no authorisation of a case. */
export const NO_AUTHORISATION_NEEDED =
  'Nobody was searched for: the rule looks at a place, and the system identifies neither persons nor vehicles.';

/** The same for plates: what is looked for stands on a list, whose own legal basis the chain names. */
export const LISTED_NOT_SEARCHED =
  'Nobody searched: every read is held against the hotlists in force, and the list names its own legal basis.';
/** The same for a plate that seems to be on two vehicles. */
export const NOBODY_SEARCHED =
  'Nobody searched: the system noticed that reads of one plate contradict each other or the registry.';

/** The same for what happened on a road. */
export const ROAD_WATCHED =
  'Nobody was searched for: the system watches lanes, and knows neither the vehicle nor who is on the road.';

/** The chain of an alert, from the frame to the last human decision, each step with the entries about it. */
export function explainAlert(
  facts: AlertFacts,
  { withholdNotes, observationDigest }: ExplainOptions,
): Pick<Extract<Explanation, { kind: 'alert' }>, 'about' | 'steps'> {
  const has = entriesByStep(facts, (entry) => stepsOf(entry, facts));
  const alert = `/operations?alert=${facts.id}`;
  return {
    about: { ...facts.about, observationDigest },
    steps: [
      ...sightSteps(facts, alert, has),
      causeStep(facts, has, withholdNotes),
      ...permitSteps(facts, has),
      {
        step: 'authorisation',
        link: partOfSystem(facts.about.system, 'authorisation'),
        entries: has('authorisation'),
        basis: facts.legalBasis,
        reason: reasonOf(facts),
      },
      suspensionStep(facts, has),
      {
        step: 'decisions',
        link: alert,
        entries: has('decisions'),
        decisions: facts.decisions.map((decision) => told(decision, withholdNotes)),
      },
    ],
  };
}

/** What said that a person must see it. Readers who see no citizens' data are told no plates. */
function causeStep(
  { rule, cause, hotlist, about }: AlertFacts,
  has: EntriesOf,
  withhold: boolean,
): ExplanationStep {
  if (rule !== null) {
    const link = `/cameras/${about.cameraId}`;
    return { step: 'rule', link, entries: has('rule'), rule, digest: digestOfJson(rule) };
  }
  const digest = digestOfJson(cause);
  if (cause?.kind === 'hotlist' && hotlist !== null) {
    const { hit } = cause;
    return {
      step: 'hotlist',
      link: `/hotlists/${hotlist.list.id}`,
      entries: has('hotlist'),
      list: hotlist.list,
      entry: withhold ? { ...hotlist.entry, content: null } : hotlist.entry,
      hit: withhold ? null : hit,
      cost: hit.cost,
      digest,
    };
  }
  if (cause?.kind === 'clone') {
    const { suspicion } = cause;
    return {
      step: 'clone',
      link: null,
      entries: has('clone'),
      suspicion: withhold ? null : suspicion,
      what: suspicion.kind,
      digest,
    };
  }
  if (cause?.kind === 'traffic-incident') {
    const { kind: _, ...told } = cause;
    const link = `/cameras/${about.cameraId}`;
    return { step: 'traffic-incident', link, entries: has('traffic-incident'), cause: told, digest };
  }
  throw new TypeError('The alert names neither a rule nor another cause.');
}

function reasonOf({ cause }: AlertFacts): string {
  if (cause?.kind === 'hotlist') return LISTED_NOT_SEARCHED;
  if (cause?.kind === 'traffic-incident') return ROAD_WATCHED;
  return cause?.kind === 'clone' ? NOBODY_SEARCHED : NO_AUTHORISATION_NEEDED;
}

function told(decision: AlertFacts['decisions'][number], withhold: boolean): HumanDecision {
  return {
    ...decision,
    note: withhold ? null : decision.note,
    noteDigest: digestOfJson(decision.note),
  };
}

/** The steps that an entry of an alert, its evidence, its rule or its list proves; null: it is none of these. */
function stepsOf({ kind, subject }: LedgerEntry, facts: AlertFacts): StepName[] | null {
  if (kind === 'alert.raised')
    return ['frame', 'model', 'configuration', 'hotlist', 'clone', 'traffic-incident'];
  if (subject === `alert:${facts.id}`) return ['decisions'];
  if (subject === `evidence:${facts.about.observationId}`) return ['frame'];
  if (subject === `rule:${facts.rule?.id}`) return ['rule'];
  if (subject.startsWith('traffic-view:')) return ['traffic-incident'];
  return subject.startsWith('hotlist:') ? ['hotlist'] : null;
}
