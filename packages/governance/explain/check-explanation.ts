import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { Explanation, type ExplanationStep, type HumanDecision } from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { equalHashes } from '@amaan/ledger/merkle-tree';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
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
  checkAlert(explanation);
  return explanation;
}

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
  const rule = stepOf(explanation, 'rule');

  const raised = entries.find(({ kind, subject }) => kind === 'alert.raised' && subject === `alert:${id}`);
  if (raised === undefined) throw unfit('The ledger entry that the alert was raised is missing');
  agree('frame digest', frame.digest, raised.data.frameDigest);
  agree('model digest', model.digest, raised.data.modelDigest);
  agree('configuration digest', configuration.digest, raised.data.configurationDigest);
  agree('permit', permit.id, raised.data.permitId);
  agree('rule', { id: rule.rule.id, version: rule.rule.version }, raised.data.rule);
  agree('observation', about.observationId, raised.data.observationId);
  agree('observation digest', about.observationDigest, raised.data.observationDigest);
  agree('mark of simulated data', about.simulated, raised.data.simulated);

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
  checkRule(rule, entries);
  checkPermit(explanation, permit, entries);
  for (const decision of stepOf(explanation, 'decisions').decisions) checkDecision(decision, entries);
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
    const recorded = entries.find(({ data }) => data.validationId === validation.id);
    if (recorded !== undefined) {
      agree('figures of the validation', digestOfJson(validation.report), recorded.data.reportDigest);
      agree('outcome of the validation', validation.passed, recorded.data.passed);
    }
  }
  const issued = entries.find(
    ({ kind, subject }) => kind === 'permit.issued' && subject === `permit:${permit.id}`,
  );
  if (issued === undefined) throw unfit('The ledger entry that the permit was issued is missing');
  agree('configuration of the permit', permit.configurationDigest, issued.data.configurationDigest);
  agree('models of the permit', sorted(permit.models), sorted(issued.data.models));
  const { approvals } = stepOf(explanation, 'approvals');
  agree('approvals', sorted(approvals.map(({ id }) => id)), sorted(issued.data.approvalIds ?? []));
  const { assessment } = stepOf(explanation, 'impact-assessment');
  agree('impact assessment', assessment?.id ?? null, issued.data.impactAssessmentId ?? null);
  if (assessment?.record) checkRecord(assessment.record, entries);
}

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
