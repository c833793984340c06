import { newIdentifier } from '@amaan/contracts/identifier';
import { GOVERNANCE_MONITORING_ASSESSMENT } from './assessments/governance-monitoring-assessment.ts';
import { SMART_VISION_ASSESSMENT } from './assessments/smart-vision-assessment.ts';
import { VEHICLE_TRACE_ASSESSMENT } from './assessments/vehicle-trace-assessment.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const AUTHOR = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const SIGNER = demoAuthor(DEMO_PEOPLE.secondOfficer);

const SEEDED = [SMART_VISION_ASSESSMENT, VEHICLE_TRACE_ASSESSMENT, GOVERNANCE_MONITORING_ASSESSMENT];

/** Impact assessments of the systems that run, written and approved by demo people through the same service. */
export async function seedAssessments({ services: { assessments } }: DemoContext): Promise<void> {
  for (const { system, answers, impacts } of SEEDED) {
    if ((await assessments.list(system)).some(({ record }) => record.status !== 'draft')) continue;
    const { form, systemVersion } = await assessments.form(system);
    const { record } = await assessments.open({ system, copyOf: null }, AUTHOR, true);
    const body = {
      form,
      systemVersion,
      answers,
      impacts: impacts.map((impact) => ({ id: newIdentifier(), ...impact })),
    };
    const revision = { seen: record.version, note: DEMO_STATEMENT, owner: AUTHOR.name, body };
    const { record: written } = await assessments.revise(record.id, revision, AUTHOR);
    await assessments.submit(record.id, written.version, DEMO_STATEMENT, AUTHOR);
    const decision = { seen: written.version, decision: 'approved' as const, months: 12 };
    await assessments.decide(record.id, { ...decision, statement: DEMO_STATEMENT }, SIGNER);
  }
}
