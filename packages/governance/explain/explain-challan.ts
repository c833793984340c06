import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { violationInstant } from '@amaan/contracts/violations/suspected-violation';
import { z } from 'zod';
import {
  type EntriesOf,
  entriesByStep,
  partOfSystem,
  permitSteps,
  type StepName,
  sightSteps,
  suspensionStep,
} from './chain-steps.ts';
import type { ChallanFacts } from './challan-facts.ts';

/** Why a challan needs no authorisation of a case. */
export const VIOLATION_WATCHED =
  'Nobody was searched for: the system watches lines on a road, and people decided on what it saw.';

type Step<Name extends StepName> = Extract<ExplanationStep, { step: Name }>;

/**
 * The chain of a challan, from the frame over what was measured, the permit and its approvals to what people answered and
 * what became of it.
 */
export function explainChallan(
  facts: ChallanFacts,
  { withholdNotes }: { readonly withholdNotes: boolean },
): Pick<Extract<Explanation, { kind: 'challan' }>, 'about' | 'steps'> {
  const { about, observation, challan, decisions } = facts;
  const has = entriesByStep(facts, (entry) => stepsOf(entry, facts));
  const link = `/violations/cases/${about.caseId}`;
  return {
    about: { ...about, observationDigest: digestOfJson(observation) },
    steps: [
      ...sightSteps(facts, link, has),
      violationStep(facts, has),
      ...permitSteps(facts, has),
      {
        step: 'authorisation',
        link: partOfSystem(about.system, 'authorisation'),
        entries: has('authorisation'),
        basis: facts.legalBasis,
        reason: VIOLATION_WATCHED,
      },
      suspensionStep(facts, has),
      {
        step: 'case-decisions',
        link,
        entries: has('case-decisions'),
        decisions: decisions.map(({ note, ...decision }) => ({
          ...decision,
          note: withholdNotes ? null : note,
          noteDigest: digestOfJson(note),
        })),
      },
      { step: 'challan', link: null, entries: has('challan'), ...challan },
    ],
  };
}

/** What the opening of the case says of the plate that was joined. */
const OpenedCase = z.object({
  plateReadId: z.string(),
  plateReadDigest: z.string(),
  platePermitId: z.string(),
});

function violationStep({ about, observation, ledger }: ChallanFacts, has: EntriesOf): Step<'violation'> {
  if (observation.kind !== 'violation-suspected')
    throw new TypeError('The observation of a challan is no suspected violation.');
  const { violation, enforcement } = observation;
  const opened = ledger
    .map(({ text }) => LedgerEntry.parse(JSON.parse(text)))
    .find(({ kind, subject }) => isOpening(kind, subject, about.caseId));
  const {
    plateReadId: id,
    plateReadDigest: digest,
    platePermitId: permitId,
  } = OpenedCase.parse(opened?.data);
  return {
    step: 'violation',
    link: `/cameras/${about.cameraId}`,
    entries: has('violation'),
    kind: violation.kind,
    occurredAt: violationInstant(violation),
    enforcement,
    softwareVersion: violation.softwareVersion,
    calibrationVersion: violation.calibrationVersion,
    signal: 'signal' in violation ? signalOf(violation.signal) : null,
    plateRead: { id, digest, permitId },
  };
}

function signalOf({
  timeline: _,
  ...signal
}: NonNullable<Step<'violation'>['signal']> & { readonly timeline: unknown }): Step<'violation'>['signal'] {
  return signal;
}

function isOpening(kind: string, subject: string, caseId: string): boolean {
  return kind === 'violation-case.opened' && subject === `violation-case:${caseId}`;
}

/** The steps that an entry of the case, its evidence or the challan proves; null: it is none of these. */
function stepsOf({ kind, subject }: LedgerEntry, { id, about }: ChallanFacts): StepName[] | null {
  if (isOpening(kind, subject, about.caseId)) return ['frame', 'model', 'configuration', 'violation'];
  if (subject === `violation-case:${about.caseId}`)
    return kind === 'violation-case.read' ? [] : ['case-decisions'];
  if (subject === `evidence:${about.observationId}`) return ['frame'];
  return subject === `challan:${id}` ? ['challan'] : null;
}
