import { instantOf } from '@amaan/contracts/instant';
import { DEMO_DOCUMENTS } from './assessments/demo-documents.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const AUTHOR = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const SIGNER = demoAuthor(DEMO_PEOPLE.secondOfficer);
const REVIEW_MS = 365 * 24 * 60 * 60 * 1000;

/** Policy, procedures and risk criteria, approved by a demo person through the same service. */
export async function seedDocuments({ services: { documents }, now }: DemoContext): Promise<void> {
  const known = new Set((await documents.list()).map(({ record }) => record.title));
  for (const { title, body } of DEMO_DOCUMENTS) {
    if (known.has(title)) continue;
    const around = { title, owner: AUTHOR.name, reviewAt: instantOf(now() + REVIEW_MS), body };
    const { record } = await documents.open(around, AUTHOR, true);
    await documents.approve(record.id, record.version, DEMO_STATEMENT, SIGNER);
  }
}
