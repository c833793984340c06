import type { DemoContext, DemoSeed } from './demo-seed.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedCalls } from './seed-calls.ts';
import { seedCases } from './seed-cases.ts';
import { seedCivic } from './seed-civic.ts';
import { seedControls } from './seed-controls.ts';
import { seedCrime } from './seed-crime.ts';
import { seedCrimePlans } from './seed-crime-plans.ts';
import { seedDocuments } from './seed-documents.ts';
import { seedFaces } from './seed-faces.ts';
import { seedHotlists } from './seed-hotlists.ts';
import { seedLifecycle } from './seed-lifecycle.ts';
import { seedRegister } from './seed-register.ts';
import { seedRisks } from './seed-risks.ts';
import { seedSignals } from './seed-signals.ts';
import { seedTraining } from './seed-training.ts';

/** In the order in which one builds on the other. */
const SEEDS: readonly DemoSeed[] = [
  seedTraining,
  seedRegister,
  seedDocuments,
  seedAssessments,
  seedRisks,
  seedLifecycle,
  seedSignals,
  seedHotlists,
  seedControls,
  seedCases,
  seedCivic,
  seedCalls,
  seedFaces,
  seedCrime,
  seedCrimePlans,
];

/** Fills a demonstration deployment with decisions that say of themselves that no real person took them. */
export async function seedDemo(context: DemoContext): Promise<void> {
  for (const seed of SEEDS) await seed(context);
}
