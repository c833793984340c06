import { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  type ExplainedKind,
  Explanation,
  type ExplanationStep,
  type HumanDecision,
} from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { equalHashes } from '@amaan/ledger/merkle-tree';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { z } from 'zod';
import { configurationDigest } from '../permits/configuration-digest.ts';

/** `EXPLANATION_DOES_NOT_FIT`, with the first thing that does not. */
export class ExplanationError extends AmaanError {}

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

/**
 * Checks an explanation with nothing but itself and a verifier key: that every entry of the ledger it names
 * is under its signed checkpoint, and that its steps say what these entries say.
 *
 * @param vkey the verifier key from a trusted place; left out, the document's own, which proves only that
 *   the document is whole
 * @returns the explanation
 * @throws ExplanationError `EXPLANATION_DOES_NOT_FIT`
 */
export function checkExplanation(document: unknown, vkey?: string): Explanation {
  const parsed = Explanation.safeParse(document);
  if (!parsed.success) {
    throw unfit(`${parsed.error.issues[0]?.path.join('.') || 'The document'} is missing or wrong`);
  }
  const explanation = parsed.data;
  checkProofs(explanation, vkey);
  checkReferences(explanation);
  CHECKS[explanation.kind](explanation);
  return explanation;
}

/** What each kind is checked for beside its proofs. */
const CHECKS: Record<ExplainedKind, (explanation: Explanation) => void> = { alert: checkAlert };

function checkProofs({ ledger }: Explanation, vkey: string | undefined): void {
  const { size, root } = opened(ledger.checkpoint, vkey ?? ledger.vkey);
  if (ledger.size !== size || ledger.root !== hex(root)) {
    throw unfit('The checkpoint is not of the size and root that are written beside it');
  }
  for (const { index, entry, leafHash, path } of ledger.entries) {
    const leaf = ledgerLeaf(entry).leafHash;
    if (!equalHashes(leaf, bytes(leafHash))) throw unfit(`Ledger entry ${index} does not hash to its leaf`);
    if (!verifyInclusion(leaf, index, size, path.map(bytes), root)) {
      throw unfit(`The proof of ledger entry ${index} does not lead to the root of the checkpoint`);
    }
  }
}

function opened(checkpoint: string, vkey: string) {
  try {
    return openCheckpoint(checkpoint, parseVerifierKey(vkey));
  } catch (cause) {
    throw unfit('The checkpoint is not signed by the key that it is checked against', cause);
  }
}

function checkReferences({ steps, ledger }: Explanation): void {
  const known = new Set(ledger.entries.map(({ index }) => index));
  for (const { step, entries } of steps) {
    const missing = entries.find((index) => !known.has(index));
    if (missing !== undefined) {
      throw unfit(`Step ${step} names ledger entry ${missing}, which is not in the document`);
    }
  }
}

/** The steps against each other, and each against what the ledger says of it. */
function checkAlert(explanation: Explanation): void {
  const { id, about, ledger } = explanation;
  const entries = ledger.entries.map(({ entry }) => entry);
  const frame = stepOf(explanation, 'frame');
  const model = stepOf(explanation, 'model');
  const configuration = stepOf(explanation, 'configuration');
  const permit = stepOf(explanation, 'permit');

  const raised = entries.find(({ kind, subject }) => kind === 'alert.raised' && subject === `alert:${id}`);
  if (raised === undefined) throw unfit('The ledger entry that the alert was raised is missing');
  agree('frame digest', frame.digest, raised.data.frameDigest);
  agree('model digest', model.digest, raised.data.modelDigest);
  agree('configuration digest', configuration.digest, raised.data.configurationDigest);
  agree('permit', permit.id, raised.data.permitId);
  checkCause(explanation, raised, entries);
  agree('observation', about.observationId, raised.data.observationId);
  agree('observation digest', about.observationDigest, raised.data.observationDigest);
  agree('mark of simulated data', about.simulated, raised.data.simulated);
  agree('time at which the alert was raised', about.raisedAt, raised.at);
  // Entries from before it was recorded do not have it; one that is in the document cannot lose it.
  if (raised.data.capturedAt !== undefined) {
    agree('time at which the frame was taken', frame.capturedAt, raised.data.capturedAt);
  }
  checkEvidence(frame, about.observationId, entries);

  const { system, version, thresholds, settings } = configuration;
  agree(
    'configuration digest',
    configuration.digest,
    configurationDigest({ id: system, version, purposes: permit.purposes, thresholds, settings }),
  );
  agree('configuration of the permit', permit.configurationDigest, configuration.digest);
  if (!permit.models.some(({ digest }) => digest === model.digest)) {
    throw unfit('The permit does not cover the model');
  }
  checkPermit(explanation, permit, entries);
  checkLegalBasis(stepOf(explanation, 'authorisation'), system, entries);
  for (const decision of stepOf(explanation, 'decisions').decisions) checkDecision(decision, entries);
}

/** Every picture and clip is one that the ledger has of this observation, by digest. */
function checkEvidence(
  { evidence }: Step<'frame'>,
  observationId: string,
  entries: readonly LedgerEntry[],
): void {
  const kept = entries
    .filter(({ kind, subject }) => kind === 'evidence.recorded' && subject === `evidence:${observationId}`)
    .flatMap(({ data }) => (Array.isArray(data.items) ? data.items : []))
    .map((item) => KeptItem.parse(item));
  for (const { kind, digest, mediaType } of evidence) {
    const recorded = kept.find((item) => item.kind === kind);
    if (recorded === undefined) throw unfit(`The ledger has no entry of the ${kind} that was kept`);
    agree(`digest of the ${kind}`, { digest, mediaType }, pick(recorded));
  }
}

const KeptItem = z.object({ kind: z.string(), digest: Digest, mediaType: z.string() });

function pick({ digest, mediaType }: z.infer<typeof KeptItem>) {
  return { digest, mediaType };
}

/** The register entry is the one that was recorded, to the letter. */
function checkLegalBasis(
  { basis }: Step<'authorisation'>,
  system: string,
  entries: readonly LedgerEntry[],
): void {
  if (basis.kind === 'none-recorded') return;
  agree('digest of the register entry', basis.digest, digestOfJson(basis.entry));
  const described = entries.find(
    ({ kind, subject, data }) =>
      kind === 'system.described' && subject === `system:${system}` && data.version === basis.version,
  );
  if (described === undefined) throw unfit('The ledger entry of the register entry is missing');
  agree('digest of the register entry', basis.digest, described.data.digest);
  agree('mark of demonstration of the register entry', basis.demo, described.data.demo);
  checkMoment('register entry', basis.at, described.at);
}

/** What raised it is what the ledger says: a rule, an entry of a hotlist, or a contradiction. */
function checkCause(explanation: Explanation, raised: LedgerEntry, entries: readonly LedgerEntry[]): void {
  if (raised.data.rule !== undefined) {
    const rule = stepOf(explanation, 'rule');
    agree('rule', { id: rule.rule.id, version: rule.rule.version }, raised.data.rule);
    checkRule(rule, entries);
    return;
  }
  const recorded = RaisedCause.safeParse(raised.data.cause);
  if (!recorded.success) throw unfit('The ledger entry of the alert names no cause');
  const step = stepOf(explanation, recorded.data.kind);
  agree('digest of the cause', step.digest, recorded.data.digest);
  if (step.step === 'clone') {
    if (step.suspicion !== null)
      agree('suspicion', digestOfJson({ kind: 'clone', suspicion: step.suspicion }), step.digest);
    return;
  }
  checkHotlist(step, recorded.data, entries);
}

const RaisedCause = z.object({
  kind: z.enum(['hotlist', 'clone']),
  digest: Digest,
  hotlistId: z.string().optional(),
  hotlistVersion: z.number().optional(),
  entryDigest: Digest.optional(),
});

/** The list in that version, the entry, who added it and who approved it. */
function checkHotlist(
  { list, entry, hit, digest }: Step<'hotlist'>,
  recorded: z.infer<typeof RaisedCause>,
  entries: readonly LedgerEntry[],
): void {
  agree('hotlist', [list.id, list.version], [recorded.hotlistId, recorded.hotlistVersion]);
  agree('digest of the entry', entry.digest, recorded.entryDigest);
  if (hit !== null) agree('match', digestOfJson({ kind: 'hotlist', hit }), digest);
  if (entry.content !== null) agree('entry of the hotlist', digestOfJson(entry.content), entry.digest);
  agree('digest of the hotlist', list.digest, digestOfJson(list.body));
  const about = entries.filter(({ subject }) => subject === `hotlist:${list.id}`);
  const version = about.find(
    ({ kind, data }) =>
      (kind === 'hotlist.created' || kind === 'hotlist.changed') && data.version === list.version,
  );
  if (version === undefined) throw unfit('The ledger entry of the hotlist is missing');
  agree('digest of the hotlist', list.digest, version.data.digest);
  checkMoment('hotlist', list.at, version.at);
  const added = about.find(({ kind, data }) =>
    entry.importId === null
      ? kind === 'hotlist.entry-added' && data.entryDigest === entry.digest
      : kind === 'hotlist.imported' && data.importId === entry.importId,
  );
  if (added === undefined) throw unfit('The ledger has no entry of how the plate came onto the hotlist');
  checkMoment('entry of the hotlist', entry.addedAt, added.at);
  if (entry.approvedAt === null) return;
  const approved = about.find(
    ({ kind, data }) => kind === 'hotlist.entry-approved' && data.entryDigest === entry.digest,
  );
  if (approved === undefined) throw unfit('The ledger entry of the approval of the plate is missing');
  checkMoment('approval of the plate', entry.approvedAt, approved.at);
}

function checkRule({ rule, digest }: Step<'rule'>, entries: readonly LedgerEntry[]): void {
  agree('rule digest', digest, digestOfJson(rule));
  const recorded = entries.find(
    ({ subject, data }) => subject === `rule:${rule.id}` && data.version === rule.version && data.ruleDigest,
  );
  if (recorded !== undefined) agree('rule digest', digest, recorded.data.ruleDigest);
}

function checkPermit(
  explanation: Explanation,
  permit: Step<'permit'>,
  entries: readonly LedgerEntry[],
): void {
  const { validation } = stepOf(explanation, 'validation');
  if (validation !== null) {
    agree('configuration that was validated', validation.configurationDigest, permit.configurationDigest);
    agree('models that were validated', sorted(validation.models), sorted(permit.models));
    const recorded = entries.find(
      ({ kind, data }) => kind === 'validation.recorded' && data.validationId === validation.id,
    );
    if (recorded === undefined) throw unfit('The ledger entry of the validation is missing');
    agree('figures of the validation', digestOfJson(validation.report), recorded.data.reportDigest);
    agree('outcome of the validation', validation.passed, recorded.data.passed);
    agree('models of the validation', sorted(validation.models), sorted(recorded.data.models));
    agree('mark of demonstration of the validation', validation.demo, recorded.data.demo);
    checkMoment('validation', validation.at, recorded.at);
  }
  const issued = entries.find(
    ({ kind, subject }) => kind === 'permit.issued' && subject === `permit:${permit.id}`,
  );
  if (issued === undefined) throw unfit('The ledger entry that the permit was issued is missing');
  agree('configuration of the permit', permit.configurationDigest, issued.data.configurationDigest);
  agree('models of the permit', sorted(permit.models), sorted(issued.data.models));
  const { approvals } = stepOf(explanation, 'approvals');
  agree('approvals', sorted(approvals.map(({ id }) => id)), sorted(issued.data.approvalIds ?? []));
  for (const approval of approvals) checkApproval(approval, entries);
  const { assessment } = stepOf(explanation, 'impact-assessment');
  agree('impact assessment', assessment?.id ?? null, issued.data.impactAssessmentId ?? null);
  if (assessment !== null) checkAssessment(assessment, entries);
}

/**
 * The account that approved, when, and the words. The ledger names accounts and not people: name and role are
 * as the account had them.
 */
function checkApproval(
  { id, account, at, statement, demo }: Step<'approvals'>['approvals'][number],
  entries: readonly LedgerEntry[],
): void {
  const approved = entries.find(({ kind, data }) => kind === 'lifecycle.approved' && data.decisionId === id);
  if (approved === undefined) throw unfit(`The ledger entry of the approval ${id} is missing`);
  agree('account of an approval', account, approved.actor);
  agree('statement of an approval', digestOfJson(statement), approved.data.statementDigest);
  agree('mark of demonstration of an approval', demo, approved.data.demo);
  checkMoment('approval', at, approved.at);
}

function checkAssessment(
  { id, expiresAt, record }: NonNullable<Step<'impact-assessment'>['assessment']>,
  entries: readonly LedgerEntry[],
): void {
  const about = entries.filter(({ data }) => data.impactAssessmentId === id);
  const approved = about.find(({ kind }) => kind === 'assessment.approved');
  if (approved === undefined) throw unfit('The ledger entry of the impact assessment is missing');
  agree('record of the impact assessment', record?.id ?? null, approved.data.recordId ?? null);
  const ends = about.filter(({ kind }) => kind === 'assessment.approved' || kind === 'assessment.shortened');
  agree('end of the impact assessment', expiresAt, ends.at(-1)?.data.expiresAt);
  if (record === null) return;
  agree('version of the impact assessment', record.version, approved.data.version);
  agree('digest of the impact assessment', record.digest, approved.data.digest);
  checkRecord(record, entries);
}

/** What was decided within a transaction is recorded by its end: never earlier, and not much later. */
function checkMoment(what: string, told: string, recorded: string): void {
  const late = Date.parse(recorded) - Date.parse(told);
  if (late < 0 || late > LONGEST_TRANSACTION_MS) {
    throw unfit(`The time of the ${what} in the chain is not the one that the ledger has`);
  }
}

const LONGEST_TRANSACTION_MS = 60_000;

function checkRecord(
  record: { readonly id: string; readonly version: number; readonly digest: Digest },
  entries: readonly LedgerEntry[],
): void {
  const about = entries.find(
    ({ subject, data }) => subject === `record:${record.id}` && data.version === record.version,
  );
  if (about === undefined) throw unfit('The ledger has no entry of the impact assessment’s version');
  agree('digest of the impact assessment', record.digest, about.data.digest);
}

function checkDecision(decision: HumanDecision, entries: readonly LedgerEntry[]): void {
  const { id, what, reason, note, noteDigest, by, byName, at } = decision;
  if (note !== null) agree('digest of a note', noteDigest, digestOfJson(note));
  if (what !== 'confirmed' && what !== 'rejected') {
    const done = entries.find(({ kind, data }) => kind === `alert.${what}` && data.stepId === id);
    if (done === undefined) throw unfit(`The ledger entry of the step ${id} is missing`);
    agree('person who did it', `user:${by}`, done.actor);
    return;
  }
  const reviewed = entries.find(({ kind, data }) => kind === 'alert.reviewed' && data.reviewId === id);
  if (reviewed === undefined) throw unfit(`The ledger entry of the decision ${id} is missing`);
  agree('decision', what, reviewed.data.decision);
  agree('person who decided', `user:${by}`, reviewed.actor);
  if (note === null) return;
  const review = { id, decision: what, ...(reason !== null && { reason }), note, by, byName, at };
  agree('digest of the decision', digestOfJson(review), reviewed.data.reviewDigest);
}

function stepOf<Name extends ExplanationStep['step']>({ steps }: Explanation, name: Name): Step<Name> {
  const found = steps.filter((step): step is Step<Name> => step.step === name);
  if (found.length !== 1) throw unfit(`There are ${found.length} steps ${name} instead of one`);
  return found[0]!;
}

function agree(what: string, told: unknown, recorded: unknown): void {
  if (recorded !== undefined && digestOfJson(told) === digestOfJson(recorded)) return;
  throw unfit(`The ${what} in the chain is not the one that the ledger has`);
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map((member) => digestOfJson(member)).sort() : list;
}

function bytes(digest: string): Uint8Array {
  return Buffer.from(digest, 'hex');
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

function unfit(what: string, cause?: unknown): ExplanationError {
  return new ExplanationError('EXPLANATION_DOES_NOT_FIT', `${what}.`, { cause });
}
