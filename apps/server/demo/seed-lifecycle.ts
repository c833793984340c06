import type { LifecycleStage } from '@amaan/contracts/ai-system';
import { ValidationInput } from '@amaan/contracts/governance/validation';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';
import smartVisionFigures from './smart-vision-validation.json' with { type: 'json' };

const REQUESTER = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const APPROVERS = [demoAuthor(DEMO_PEOPLE.secondOfficer), demoAuthor(DEMO_PEOPLE.supervisor)];

/** How far the demonstration takes a system, stage by stage. */
const WAYS: Readonly<Record<string, readonly LifecycleStage[]>> = {
  'smart-vision': ['designed', 'validated', 'pilot'],
  'governance-monitoring': ['designed'],
};

/**
 * Takes the systems of the demonstration through their lifecycle, through the same gates as people: where
 * one is shut, the system stays where it is, and its page says what is missing.
 */
export async function seedLifecycle({ services }: DemoContext): Promise<void> {
  const { lifecycle } = services;
  await seedValidation(services);
  for (const [system, stages] of Object.entries(WAYS)) {
    for (const to of stages) {
      const { possible, request } = await lifecycle.view(system);
      const next = possible.find((transition) => transition.to === to);
      if (request !== null || next === undefined) continue;
      if (next.gates.some(({ missing }) => missing.length > 0)) break;
      const asked = await lifecycle.request(system, { to, reason: DEMO_STATEMENT }, REQUESTER, true);
      for (const approver of APPROVERS.slice(0, next.approvalsNeeded)) {
        const word = { decision: 'approved' as const, statement: DEMO_STATEMENT };
        await lifecycle.decide(system, asked.request!.id, word, approver, true);
      }
    }
  }
}

/** The figures that were measured on the released model, recorded as a demonstration whatever model runs. */
async function seedValidation({ validations, lifecycle }: DemoContext['services']): Promise<void> {
  const { present } = await lifecycle.view('smart-vision');
  const known = await validations.list('smart-vision');
  if (present.models.length === 0 || known.some((validation) => validation.present)) return;
  const measured = ValidationInput.parse(smartVisionFigures);
  const statement = `${DEMO_STATEMENT} ${measured.statement}`;
  await validations.record('smart-vision', { ...measured, ...present, statement }, REQUESTER, true);
}
