import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation } from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { z } from 'zod';
import { checkLegalBasis } from './check-alert.ts';
import { checkChain } from './check-chain.ts';
import { agree, checkMoment, type Step, stepOf, unfit } from './explanation-claims.ts';

/** A challan's steps against each other, and each against what the ledger says of it. @throws ExplanationError */
export function checkChallan(explanation: Explanation): void {
  if (explanation.kind !== 'challan') throw unfit('It explains no challan');
  const { id, about, ledger } = explanation;
  const entries = ledger.entries.map(({ entry }) => entry);
  const opened = entries.find(
    ({ kind, subject }) => kind === 'violation-case.opened' && subject === `violation-case:${about.caseId}`,
  );
  if (opened === undefined) throw unfit('The ledger entry that the case was opened is missing');
  checkChain(explanation, opened, entries);
  agree('observation', about.observationId, opened.data.observationId);
  checkEvidence(stepOf(explanation, 'frame'), opened);
  checkViolation(stepOf(explanation, 'violation'), opened);
  const { system } = stepOf(explanation, 'configuration');
  checkLegalBasis(stepOf(explanation, 'authorisation'), system, entries);
  const { decisions } = stepOf(explanation, 'case-decisions');
  for (const decision of decisions) checkDecision(decision, entries);
  if (!decisions.some(({ decision, by }) => decision === 'confirm' && by !== null))
    throw unfit('No human confirmed the violation');
  checkIssue(id, stepOf(explanation, 'challan'), about, entries);
}

const Kept = z.array(z.object({ kind: z.string(), digest: z.string() }));

function checkEvidence({ evidence }: Step<'frame'>, opened: LedgerEntry): void {
  const kept = Kept.parse(opened.data.evidence);
  for (const { kind, digest } of evidence)
    agree(`digest of the ${kind}`, digest, kept.find((item) => item.kind === kind)?.digest);
}

function checkViolation(
  { kind, enforcement, softwareVersion, plateRead }: Step<'violation'>,
  { data }: LedgerEntry,
): void {
  agree('kind of the violation', kind, data.kind);
  agree('rule that was enforced', enforcement, data.enforcement);
  agree('version of the software', softwareVersion, data.softwareVersion);
  agree('reading of the plate', plateRead.id, data.plateReadId);
  agree('digest of the reading of the plate', plateRead.digest, data.plateReadDigest);
  agree('permit of the reading of the plate', plateRead.permitId, data.platePermitId);
}

function checkDecision(
  { id, step, decision, by, note, noteDigest }: Step<'case-decisions'>['decisions'][number],
  entries: readonly LedgerEntry[],
): void {
  if (note !== null) agree('digest of a note', noteDigest, digestOfJson(note));
  // What the server decides itself has an entry of its own, and no challan follows from it.
  if (step === 'server') return;
  const recorded = entries.find(({ data }) => data.decisionId === id);
  if (recorded === undefined) throw unfit(`The ledger entry of the decision ${id} is missing`);
  agree('decision', [step, decision], [recorded.data.step, recorded.data.decision]);
  agree('person who decided', `user:${by}`, recorded.actor);
  agree('digest of a note', noteDigest, recorded.data.noteDigest);
}

function checkIssue(
  id: string,
  { law, amount, issuedAt, events }: Step<'challan'>,
  about: Extract<Explanation, { kind: 'challan' }>['about'],
  entries: readonly LedgerEntry[],
): void {
  const own = entries.filter(({ subject }) => subject === `challan:${id}`);
  const issued = own.find(({ kind }) => kind === 'challan.issued');
  if (issued === undefined) throw unfit('The ledger entry that the challan was issued is missing');
  agree('case', about.caseId, issued.data.caseId);
  agree('law', digestOfJson(law), issued.data.lawDigest);
  agree('amount', amount, issued.data.amount);
  checkMoment('issue', issuedAt, issued.at);
  for (const { event, to } of events.slice(1)) {
    const recorded = own.some(({ kind, data }) => kind === `challan.${event}` && data.to === to);
    if (!recorded) throw unfit(`The ledger entry that the challan was ${event} is missing`);
  }
  agree('state of the challan', about.state, events.at(-1)?.to);
}
