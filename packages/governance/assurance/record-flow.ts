import type { RecordKind } from '@amaan/contracts/governance/record';
import { isSamePerson } from '../four-eyes.ts';

/** The members of a body that a step may ask for, and what is said while they are empty. */
const MISSING = {
  cause: 'It does not say yet why it happened.',
  correction: 'It does not say yet what was done about it at once.',
  evidence: 'It does not say yet what shows that it was done.',
  effect: 'It does not say yet what shows that it helped.',
  answer: 'There is no answer yet.',
  conclusion: 'There is no conclusion yet.',
  decisions: 'No decision is written down yet.',
  participants: 'Nobody is named yet who took part.',
} as const;

/** One way from a state to another. */
export interface FlowStep {
  readonly from: string;
  readonly to: string;
  /** Members of the body that must be filled before. */
  readonly needs?: readonly (keyof typeof MISSING)[];
  /**
   * Four eyes: somebody else than the person who took the step before. The policies decide it; this gate
   * says so beforehand, among everything else that a step lacks.
   */
  readonly byAnother?: true;
  /** The record is closed with it. */
  readonly closes?: true;
}

export interface RecordFlow {
  readonly initial: string;
  readonly steps: readonly FlowStep[];
}

/** Records that are worked on from an opening to a close, one step after the other. */
export type FlowKind = Extract<
  RecordKind,
  'incident' | 'nonconformity' | 'corrective-action' | 'concern' | 'audit' | 'management-review'
>;

/** Which states each kind goes through, and what each step asks for. */
export const RECORD_FLOWS: Readonly<Record<FlowKind, RecordFlow>> = {
  incident: {
    initial: 'open',
    steps: [
      { from: 'open', to: 'investigating' },
      { from: 'investigating', to: 'resolved', needs: ['cause', 'correction'] },
      { from: 'resolved', to: 'closed', byAnother: true, closes: true },
      { from: 'resolved', to: 'investigating' },
      { from: 'open', to: 'dismissed', closes: true },
      { from: 'investigating', to: 'dismissed', byAnother: true, closes: true },
    ],
  },
  nonconformity: {
    initial: 'open',
    steps: [
      { from: 'open', to: 'analysed', needs: ['cause'] },
      { from: 'analysed', to: 'corrected', needs: ['correction'] },
      { from: 'corrected', to: 'closed', byAnother: true, closes: true },
      { from: 'corrected', to: 'analysed' },
    ],
  },
  'corrective-action': {
    initial: 'open',
    steps: [
      { from: 'open', to: 'done', needs: ['evidence'] },
      { from: 'done', to: 'effective', needs: ['effect'], byAnother: true, closes: true },
      { from: 'done', to: 'open' },
    ],
  },
  concern: {
    initial: 'received',
    steps: [
      { from: 'received', to: 'in-hand' },
      { from: 'in-hand', to: 'answered', needs: ['answer'] },
      { from: 'answered', to: 'closed', closes: true },
      { from: 'answered', to: 'in-hand' },
    ],
  },
  audit: {
    initial: 'planned',
    steps: [
      { from: 'planned', to: 'running' },
      { from: 'running', to: 'reported', needs: ['conclusion'] },
      { from: 'reported', to: 'closed', byAnother: true, closes: true },
      { from: 'reported', to: 'running' },
      { from: 'planned', to: 'cancelled', closes: true },
    ],
  },
  'management-review': {
    initial: 'prepared',
    steps: [
      { from: 'prepared', to: 'held', needs: ['decisions', 'participants'] },
      { from: 'held', to: 'closed', byAnother: true, closes: true },
      { from: 'prepared', to: 'cancelled', closes: true },
    ],
  },
};

/** The steps that a record in this state can take. */
export function stepsFrom(kind: FlowKind, status: string): readonly FlowStep[] {
  return RECORD_FLOWS[kind].steps.filter(({ from }) => from === status);
}

/** What is asked about a step that somebody wants to take. */
export interface StepQuestion {
  readonly kind: FlowKind;
  readonly status: string;
  readonly to: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The person who wants to take it. */
  readonly person: string;
  /** The person who took the step before; null: nobody yet. */
  readonly before: string | null;
}

/** Why a step cannot be taken, one sentence each; empty when it can. */
export function stepGaps({ kind, status, to, body, person, before }: StepQuestion): string[] {
  const step = stepsFrom(kind, status).find((candidate) => candidate.to === to);
  if (step === undefined) {
    const ways = stepsFrom(kind, status).map((candidate) => candidate.to);
    const possible = ways.length === 0 ? 'it is closed' : `from here it goes to ${ways.join(' or ')}`;
    return [`It is ${status} and cannot become ${to}: ${possible}.`];
  }
  const gaps: string[] = (step.needs ?? [])
    .filter((name) => isEmpty(body[name]))
    .map((name) => MISSING[name]);
  if (step.byAnother && before !== null && isSamePerson(before, person)) {
    gaps.push('You took the step before; somebody else must take this one (four eyes).');
  }
  return gaps;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
