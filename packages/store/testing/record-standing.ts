import type { SystemStanding } from '@amaan/governance/system-standing';
import { insertTransition } from '../lifecycle.ts';
import type { Database } from '../open-database.ts';
import { insertApproval, insertValidation, setStage } from '../system-standing.ts';

/** For tests: a standing as if people had decided all of it. The system must be registered. */
export async function recordStanding(db: Database, standing: SystemStanding): Promise<void> {
  const { system, stage, impactAssessment, validations, approvals } = standing;
  await setStage(db, system, stage);
  if (impactAssessment !== null) {
    const { expiresAt, systemVersion, ...assessment } = impactAssessment;
    await db
      .insertInto('impact_assessment')
      .values({
        ...assessment,
        system_id: system,
        expires_at: expiresAt,
        system_version: systemVersion,
        record_id: null,
        record_version: null,
      })
      .execute();
  }
  for (const validation of validations) await insertValidation(db, system, { ...validation, by: 'a test' });
  for (const approval of approvals) await insertApproval(db, system, { ...approval, requestId: null });
  const [approval] = approvals;
  if (approval === undefined) return;
  const { at, models, configurationDigest } = approval;
  await insertTransition(db, {
    system,
    from: 'validated',
    to: stage,
    at,
    requestId: null,
    by: 'a test',
    reason: 'For a test.',
    models,
    configurationDigest,
    demo: true,
  });
}
