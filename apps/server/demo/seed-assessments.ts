import { type AssessmentView, ImpactAssessment } from '@amaan/contracts/governance/impact-assessment';
import { newIdentifier } from '@amaan/contracts/identifier';
import { CRIME_ANALYTICS_ASSESSMENT } from './assessments/crime-analytics-assessment.ts';
import { FACE_RECOGNITION_ASSESSMENT } from './assessments/face-recognition-assessment.ts';
import { GOVERNANCE_MONITORING_ASSESSMENT } from './assessments/governance-monitoring-assessment.ts';
import { NUMBER_PLATES_ASSESSMENT } from './assessments/number-plates-assessment.ts';
import { REDACTION_ASSESSMENT } from './assessments/redaction-assessment.ts';
import { SMART_VISION_ASSESSMENT } from './assessments/smart-vision-assessment.ts';
import { TRAFFIC_MANAGEMENT_ASSESSMENT } from './assessments/traffic-management-assessment.ts';
import { TRAFFIC_VIOLATIONS_ASSESSMENT } from './assessments/traffic-violations-assessment.ts';
import { VEHICLE_TRACE_ASSESSMENT } from './assessments/vehicle-trace-assessment.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const AUTHOR = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const SIGNER = demoAuthor(DEMO_PEOPLE.secondOfficer);

const SEEDED = [
  SMART_VISION_ASSESSMENT,
  NUMBER_PLATES_ASSESSMENT,
  VEHICLE_TRACE_ASSESSMENT,
  FACE_RECOGNITION_ASSESSMENT,
  REDACTION_ASSESSMENT,
  TRAFFIC_MANAGEMENT_ASSESSMENT,
  TRAFFIC_VIOLATIONS_ASSESSMENT,
  CRIME_ANALYTICS_ASSESSMENT,
  GOVERNANCE_MONITORING_ASSESSMENT,
];

/** Impact assessments of the systems that run, written and approved by demo people through the same service. */
export async function seedAssessments({ services: { assessments } }: DemoContext): Promise<void> {
  for (const { system, answers, impacts } of SEEDED) {
    const { form, systemVersion } = await assessments.form(system);
    if ((await assessments.list(system)).some((known) => stands(known, systemVersion))) continue;
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

/** Whether there is nothing to seed: it was written by people, or about the version that runs. */
function stands({ record: { status, demo, body } }: AssessmentView, version: string): boolean {
  return status !== 'draft' && (!demo || ImpactAssessment.parse(body).systemVersion === version);
}
