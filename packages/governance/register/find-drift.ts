import type { AiSystem, LifecycleStage } from '@amaan/contracts/ai-system';
import type { DriftFinding } from '@amaan/contracts/governance/drift';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Combination, presentCombination } from '../combination.ts';
import type { ModelReference } from '../system-standing.ts';

/** What the register says, and what is really there. */
export interface RegisterReality {
  /** As the running code defines them. */
  readonly systems: readonly AiSystem[];
  readonly registered: readonly {
    readonly id: string;
    readonly stage: LifecycleStage;
    /** Under what it entered its present stage; null where it never entered one. */
    readonly approved: Combination | null;
  }[];
  /** Models of the cache that are what their manifests say. */
  readonly modelsAtHand: readonly ModelReference[];
  /** Identifiers of models whose file in the cache is not what its manifest says. */
  readonly wrongModels: readonly string[];
  /** Workers that were heard of lately, with the digests of the models that they loaded. */
  readonly workers: readonly { readonly id: Identifier; readonly models: Readonly<Record<string, string>> }[];
  /** Refusals of the last while: what workers tried or reported that no permit covers. */
  readonly refusals: readonly { readonly system: string; readonly code: string; readonly count: number }[];
}

const RUNNING: readonly LifecycleStage[] = ['pilot', 'operational'];

/** Refusals that tell of a worker with other models or another configuration than were approved. */
const OTHER_VERSION = ['PERMIT_CONFIGURATION_MISMATCH', 'PERMIT_MODEL_MISMATCH'];

/** Where register and reality part; each finding has a key of its own, the same for as long as its cause lasts. */
export function findDrift(reality: RegisterReality): DriftFinding[] {
  return [
    ...changedSystems(reality),
    ...vanishedSystems(reality),
    ...wrongModels(reality),
    ...strangeWorkers(reality),
    ...strangeReports(reality),
  ];
}

/** Systems that run, but not as they were approved. A model that is missing stops them by itself. */
function changedSystems({ systems, registered, modelsAtHand }: RegisterReality): DriftFinding[] {
  return systems.flatMap((system) => {
    const entry = registered.find(({ id }) => id === system.id);
    if (entry === undefined || !RUNNING.includes(entry.stage)) return [];
    const present = presentCombination(system, modelsAtHand);
    const changes = combinationChanges(entry.approved, present);
    const missing = system.models.filter((id) => !present.models.some((model) => model.id === id));
    return [
      ...changes.map((what) => ({
        key: `drift ${system.id} ${what.kind} ${what.digest}`,
        system: system.id,
        severity: 'high' as const,
        title: `${system.name} is not what was approved`,
        what: what.sentence,
        facts: { kind: what.kind, digest: what.digest },
      })),
      ...missing.map((id) => ({
        key: `drift ${system.id} missing ${id}`,
        system: system.id,
        severity: 'medium' as const,
        title: `A model of ${system.name} is missing`,
        what: `The model ${id} is not in the model cache, so no permit can be issued. Run: amaan models pull ${id}.`,
        facts: { model: id },
      })),
    ];
  });
}

interface CombinationChange {
  readonly kind: 'configuration' | 'model';
  readonly digest: string;
  readonly sentence: string;
}

/**
 * What of a combination is other than what was approved. A model that is not at hand is no change: what is
 * there is still what was approved.
 */
export function combinationChanges(approved: Combination | null, present: Combination): CombinationChange[] {
  const changes: CombinationChange[] = [];
  if (approved?.configurationDigest !== present.configurationDigest) {
    changes.push({
      kind: 'configuration',
      digest: present.configurationDigest,
      sentence:
        'Its version, purposes, thresholds or settings differ from those that were approved; it must be validated and approved anew.',
    });
  }
  for (const { id, digest } of present.models) {
    if (approved?.models.some((model) => model.id === id && model.digest === digest)) continue;
    changes.push({
      kind: 'model',
      digest,
      sentence: `The model ${id} has another digest than the one that was approved; it must be validated and approved anew.`,
    });
  }
  return changes;
}

/** Systems of the register that no code stands behind any more. */
function vanishedSystems({ systems, registered }: RegisterReality): DriftFinding[] {
  return registered
    .filter(({ id, stage }) => stage !== 'retired' && !systems.some((system) => system.id === id))
    .map(({ id, stage }) => ({
      key: `drift ${id} vanished`,
      system: id,
      severity: 'medium',
      title: `${id} is registered, but not part of the running code`,
      what: `The register has it as ${stage}; this version of the code does not know it. Retire it, or run the version that has it.`,
      facts: { stage },
    }));
}

function wrongModels({ wrongModels: ids, systems }: RegisterReality): DriftFinding[] {
  return ids.map((id) => ({
    key: `drift model ${id} wrong-digest`,
    system: systems.find(({ models }) => models.includes(id))?.id ?? null,
    severity: 'critical',
    title: `The model ${id} in the cache is not what its manifest says`,
    what: `Somebody or something changed the file; it is refused everywhere. Find out who, then run: amaan models pull ${id}.`,
    facts: { model: id },
  }));
}

/** Workers with models that no system of the register runs, or with other files of them. */
function strangeWorkers({ workers, systems, modelsAtHand }: RegisterReality): DriftFinding[] {
  return workers.flatMap(({ id: worker, models }) =>
    Object.entries(models).flatMap(([model, digest]) => {
      const system = systems.find((candidate) => candidate.models.includes(model));
      const known = modelsAtHand.find(({ id }) => id === model);
      if (system !== undefined && known?.digest === digest) return [];
      const what =
        system === undefined
          ? `The worker ${worker} loaded ${model}, which no system of the register runs.`
          : `The worker ${worker} loaded ${model} with the digest ${digest.slice(0, 12)}…, not the one of the register.`;
      return [
        {
          key: `drift worker ${model} ${digest}`,
          system: system?.id ?? null,
          severity: 'high' as const,
          title: `A worker loaded a model that is not in the register`,
          what,
          facts: { worker, model, digest },
        },
      ];
    }),
  );
}

/** Reports and attempts in the name of a system that is not registered, or of another version of one. */
function strangeReports({ refusals, registered }: RegisterReality): DriftFinding[] {
  const unknown = refusals.filter(({ system }) => !registered.some(({ id }) => id === system));
  const otherVersions = refusals.filter(
    ({ system, code }) => OTHER_VERSION.includes(code) && registered.some(({ id }) => id === system),
  );
  return [
    ...[...new Set(unknown.map(({ system }) => system))].map((system) => ({
      key: `drift unregistered ${system}`.slice(0, 200),
      system: null,
      severity: 'high' as const,
      title: `Reports came from an AI system that is not registered`,
      what: `Something reports as “${system}”, which the register does not have. The reports were refused.`,
      facts: { reportedAs: system },
    })),
    ...otherVersions.map(({ system, code, count }) => ({
      key: `drift ${system} ${code}`,
      system,
      severity: 'high' as const,
      title: `A worker runs another version of ${system}`,
      what: `It reported under other models or another configuration than its permit has (${code}). The reports were refused; bring the worker to the server’s version.`,
      facts: { code, count },
    })),
  ];
}
