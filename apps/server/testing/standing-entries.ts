import { digestOfJson } from '@amaan/contracts/digest-of';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { SystemStanding } from '@amaan/governance/system-standing';

/** For tests: what the ledger would say if people had decided all of a standing through the services. */
export function standingEntries({
  system,
  impactAssessment,
  validations,
  approvals,
}: SystemStanding): LedgerEntry[] {
  const subject = `system:${system}`;
  const assessed: LedgerEntry[] =
    impactAssessment === null
      ? []
      : [
          {
            kind: 'assessment.approved',
            at: impactAssessment.at,
            actor: 'user:test',
            subject,
            data: { impactAssessmentId: impactAssessment.id, expiresAt: impactAssessment.expiresAt },
          },
        ];
  return [
    ...assessed,
    ...validations.map(({ id, at, models, configurationDigest, passed, report, demo }) => ({
      kind: 'validation.recorded',
      at,
      actor: 'user:test',
      subject,
      data: {
        validationId: id,
        models: models.map((model) => ({ ...model })),
        configurationDigest,
        reportDigest: digestOfJson(report),
        passed,
        demo,
      },
    })),
    ...approvals.map(({ id, at, account, statement, demo }) => ({
      kind: 'lifecycle.approved',
      at,
      actor: account,
      subject,
      data: { decisionId: id, statementDigest: digestOfJson(statement), demo },
    })),
  ];
}
