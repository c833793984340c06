import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation } from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { configurationDigest } from '../permits/configuration-digest.ts';
import { agree, checkMoment, type Step, sorted, stepOf, unfit } from './explanation-claims.ts';

/**
 * The steps that every chain has, against each other and against what the ledger says of them.
 * @param raised the entry with which it came into being
 * @throws ExplanationError
 */
export function checkChain(
  explanation: Explanation,
  raised: LedgerEntry,
  entries: readonly LedgerEntry[],
): void {
  const { about } = explanation;
  const frame = stepOf(explanation, 'frame');
  const model = stepOf(explanation, 'model');
  const configuration = stepOf(explanation, 'configuration');
  const permit = stepOf(explanation, 'permit');
  agree('frame digest', frame.digest, raised.data.frameDigest);
  agree('model digest', model.digest, raised.data.modelDigest);
  agree('configuration digest', configuration.digest, raised.data.configurationDigest);
  agree('permit', permit.id, raised.data.permitId);
  agree('observation digest', about.observationDigest, raised.data.observationDigest);
  agree('mark of simulated data', about.simulated, raised.data.simulated);
  agree('time at which it was raised', about.raisedAt, raised.at);
  // Entries from before it was recorded do not have it; one that is in the document cannot lose it.
  if (raised.data.capturedAt !== undefined)
    agree('time at which the frame was taken', frame.capturedAt, raised.data.capturedAt);
  const { system, version, thresholds, settings, purposes = permit.purposes } = configuration;
  agree(
    'configuration digest',
    configuration.digest,
    configurationDigest({ id: system, version, purposes, thresholds, settings }),
  );
  if (!permit.purposes.every((purpose) => purposes.includes(purpose)))
    throw unfit('The permit is for a purpose that its configuration has not');
  agree('configuration of the permit', permit.configurationDigest, configuration.digest);
  if (!permit.models.some(({ digest }) => digest === model.digest)) {
    throw unfit('The permit does not cover the model');
  }
  checkPermit(explanation, permit, entries);
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
