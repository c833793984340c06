import type { LifecycleStage } from '@amaan/contracts/ai-system';
import { ValidationInput } from '@amaan/contracts/governance/validation';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';
import smartVisionFigures from './smart-vision-validation.json' with { type: 'json' };
import vehicleTraceFigures from './vehicle-trace-validation.json' with { type: 'json' };

const REQUESTER = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const APPROVERS = [demoAuthor(DEMO_PEOPLE.secondOfficer), demoAuthor(DEMO_PEOPLE.supervisor)];

/** How far the demonstration takes a system, stage by stage. */
const WAYS: Readonly<Record<string, readonly LifecycleStage[]>> = {
  'smart-vision': ['designed', 'validated', 'pilot'],
  'vehicle-trace': ['designed', 'validated', 'pilot'],
  'governance-monitoring': ['designed'],
};

/** What was measured on the released code, recorded as a demonstration. */
const FIGURES: Readonly<Record<string, unknown>> = {
  'smart-vision': smartVisionFigures,
  'vehicle-trace': vehicleTraceFigures,
};

/**
 * Takes the systems of the demonstration through their lifecycle, through the same gates as people: where
 * one is shut, the system stays where it is, and its page says what is missing.
 */
export async function seedLifecycle({ services }: DemoContext): Promise<void> {
  const { lifecycle } = services;
  for (const [system, figures] of Object.entries(FIGURES)) await seedValidation(system, figures, services);
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
async function seedValidation(
  system: string,
  figures: unknown,
  { validations, lifecycle, systems }: DemoContext['services'],
): Promise<void> {
  const measured = ValidationInput.parse(figures);
  const { present } = await lifecycle.view(system);
  const known = await validations.list(system);
  const described = (await systems.list()).find(({ id }) => id === system);
  // Without its models, or before it is built, there is nothing that the figures could be about.
  const ready = described?.built === true && present.models.length === measured.models.length;
  if (!ready || known.some((validation) => validation.present)) return;
  const statement = `${DEMO_STATEMENT} ${measured.statement}`;
  await validations.record(system, { ...measured, ...present, statement }, REQUESTER, true);
}
