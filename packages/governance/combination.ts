import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import { configurationDigest } from './permits/configuration-digest.ts';
import type { ModelReference } from './system-standing.ts';

/** The exact models and configuration that run, are to run, or were decided on. */
export interface Combination {
  readonly models: readonly ModelReference[];
  readonly configurationDigest: Digest;
}

/** The combination of a system as it is: its configuration, and those of its models that are at hand. */
export function presentCombination(system: AiSystem, atHand: readonly ModelReference[]): Combination {
  return {
    models: atHand
      .filter(({ id }) => system.models.includes(id))
      .map(({ id, digest }) => ({ id, digest }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    configurationDigest: configurationDigest(system),
  };
}

/** Whether two are the same; the order of the models does not matter. */
export function sameCombination(one: Combination, other: Combination): boolean {
  return (
    one.configurationDigest === other.configurationDigest &&
    containsAll(one.models, other.models) &&
    containsAll(other.models, one.models)
  );
}

function containsAll(models: readonly ModelReference[], others: readonly ModelReference[]): boolean {
  return others.every(({ id, digest }) => models.some((model) => model.id === id && model.digest === digest));
}
