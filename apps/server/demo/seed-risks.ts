import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { CRIME_ANALYTICS_RISKS } from './assessments/crime-analytics-risks.ts';
import { FACE_RECOGNITION_RISKS } from './assessments/face-recognition-risks.ts';
import { GOVERNANCE_MONITORING_RISKS } from './assessments/governance-monitoring-risks.ts';
import { NUMBER_PLATES_RISKS } from './assessments/number-plates-risks.ts';
import { REDACTION_RISKS } from './assessments/redaction-risks.ts';
import { type SeededRisk, SMART_VISION_RISKS } from './assessments/smart-vision-risks.ts';
import { TRAFFIC_MANAGEMENT_RISKS } from './assessments/traffic-management-risks.ts';
import { TRAFFIC_VIOLATIONS_RISKS } from './assessments/traffic-violations-risks.ts';
import { VEHICLE_TRACE_RISKS } from './assessments/vehicle-trace-risks.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const RISKS = {
  'smart-vision': SMART_VISION_RISKS,
  'number-plates': NUMBER_PLATES_RISKS,
  'vehicle-trace': VEHICLE_TRACE_RISKS,
  'face-recognition': FACE_RECOGNITION_RISKS,
  redaction: REDACTION_RISKS,
  'traffic-management': TRAFFIC_MANAGEMENT_RISKS,
  'traffic-violations': TRAFFIC_VIOLATIONS_RISKS,
  'crime-analytics': CRIME_ANALYTICS_RISKS,
  'governance-monitoring': GOVERNANCE_MONITORING_RISKS,
};
const AUTHOR = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const SIGNERS = [demoAuthor(DEMO_PEOPLE.secondOfficer), demoAuthor(DEMO_PEOPLE.supervisor)];
const DAY_MS = 24 * 60 * 60 * 1000;
const REVIEW_DAYS = 180;
const DONE_DAYS_AGO = 30;

/** Risks of the systems that run, treated and accepted by demo people through the same service. */
export async function seedRisks(context: DemoContext): Promise<void> {
  for (const [system, seeded] of Object.entries(RISKS)) await seedRisksOf(system, seeded, context);
}

async function seedRisksOf(
  system: string,
  seeded: readonly SeededRisk[],
  { services: { risks, assessments }, now }: DemoContext,
): Promise<void> {
  const known = new Set((await risks.list(system)).map(({ record }) => record.title));
  const assessed = (await assessments.list(system)).filter(({ record }) => record.status === 'approved');
  const due = instantOf(now() - DONE_DAYS_AGO * DAY_MS).slice(0, 10);
  for (const { title, actions, ...risk } of seeded) {
    if (known.has(title)) continue;
    const body = {
      ...risk,
      actions: actions.map((action) => ({ id: newIdentifier(), ...action, due, done: true })),
      assessments: assessed.map(({ record }) => record.id),
    };
    const reviewAt = instantOf(now() + REVIEW_DAYS * DAY_MS);
    const around = { system, title, owner: AUTHOR.name, reviewAt, body };
    const { record, signaturesNeeded } = await risks.open(around, AUTHOR, true);
    const said = { seen: record.version, statement: DEMO_STATEMENT };
    await risks.treat(record.id, said, AUTHOR);
    for (const signer of SIGNERS.slice(0, signaturesNeeded)) await risks.accept(record.id, said, signer);
  }
}
