import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LifecycleStage } from '@amaan/contracts/ai-system';
import { ValidationInput } from '@amaan/contracts/governance/validation';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const REQUESTER = demoAuthor(DEMO_PEOPLE.governanceOfficer);
const APPROVERS = [demoAuthor(DEMO_PEOPLE.secondOfficer), demoAuthor(DEMO_PEOPLE.supervisor)];

/** How far the demonstration takes a system, stage by stage. */
const WAYS: Readonly<Record<string, readonly LifecycleStage[]>> = {
  'smart-vision': ['designed', 'validated', 'pilot'],
  'number-plates': ['designed', 'validated', 'pilot'],
  'vehicle-trace': ['designed', 'validated', 'pilot'],
  // Only to a pilot: there are no error rates by groups of people, and the gate beyond asks for them.
  'face-recognition': ['designed', 'validated', 'pilot'],
  redaction: ['designed', 'validated', 'pilot'],
  'traffic-management': ['designed', 'validated', 'pilot'],
  'traffic-violations': ['designed', 'validated', 'pilot'],
  'crime-analytics': ['designed', 'validated', 'pilot'],
  'governance-monitoring': ['designed'],
};

/** Systems whose figures lie beside this file, as SYSTEM-validation.json. */
const MEASURED: readonly string[] = [
  'smart-vision',
  'number-plates',
  'vehicle-trace',
  'face-recognition',
  'redaction',
  'traffic-management',
  'traffic-violations',
  'crime-analytics',
];

/**
 * Takes the systems of the demonstration through their lifecycle, through the same gates as people: where
 * one is shut, the system stays where it is, and its page says what is missing.
 */
export async function seedLifecycle({ services }: DemoContext): Promise<void> {
  const { lifecycle } = services;
  for (const system of MEASURED) await seedValidation(system, services);
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

/** The figures that were measured on the released code, recorded as a demonstration whatever model runs. */
async function seedValidation(
  system: string,
  { validations, lifecycle, systems }: DemoContext['services'],
): Promise<void> {
  const measured = await readFigures(system);
  if (measured === null) return;
  const { present } = await lifecycle.view(system);
  const known = await validations.list(system);
  const described = (await systems.list()).find(({ id }) => id === system);
  // Without its models, or before it is built, there is nothing that the figures could be about.
  const ready = described?.built === true && present.models.length === measured.models.length;
  if (!ready || known.some((validation) => validation.present)) return;
  const statement = `${DEMO_STATEMENT} ${measured.statement}`;
  await validations.record(system, { ...measured, ...present, statement }, REQUESTER, true);
}

/** What was measured on the released code; null: not yet, and the gate to `validated` stays shut. */
async function readFigures(system: string): Promise<ValidationInput | null> {
  try {
    const text = await readFile(join(import.meta.dirname, `${system}-validation.json`), 'utf8');
    return ValidationInput.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
