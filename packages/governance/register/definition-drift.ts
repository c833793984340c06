import type { AiSystem, LifecycleStage } from '@amaan/contracts/ai-system';
import type { DriftFinding } from '@amaan/contracts/governance/drift';

/** What of a definition changed under a system. */
export interface ChangedDefinition {
  readonly version: number;
  readonly digest: string;
  /** Digest of the version before; null: this is the first one. */
  readonly before: string | null;
  readonly changed: readonly string[];
  readonly stage: LifecycleStage;
}

/** Until here nothing was measured or decided about what the entry says. */
const BEFORE_DECISIONS: readonly LifecycleStage[] = ['proposed', 'designed'];
const RUNNING: readonly LifecycleStage[] = ['pilot', 'operational'];
/** Covered by the configuration digest or the models' digests: for a running system `findDrift` says it. */
const CONFIGURATION = ['version', 'purposes', 'thresholds', 'settings', 'models'];
/** What people were promised. */
const PROMISES = [
  'prohibited',
  'intendedUse',
  'purposes',
  'risk',
  'affectedGroups',
  'data',
  'humanOversight',
];

/**
 * The finding that what the code says of a system changed after people had decided about it; null where
 * nobody had, or where the change of its configuration is a finding of its own.
 */
export function definitionDrift(
  { id, name }: Pick<AiSystem, 'id' | 'name'>,
  { version, digest, before, changed, stage }: ChangedDefinition,
): DriftFinding | null {
  if (before === null || BEFORE_DECISIONS.includes(stage)) return null;
  if (RUNNING.includes(stage) && changed.every((member) => CONFIGURATION.includes(member))) return null;
  return {
    key: `drift ${id} entry ${version} ${digest}`,
    system: id,
    severity: changed.some((member) => PROMISES.includes(member)) ? 'high' : 'medium',
    title: `The register entry of ${name} changed`,
    what: `This version of the code says something else of it than the one before: ${changed.join(', ')}. Read both, and look again at its impact assessment, its risks and what the public was told.`,
    facts: { version, digest, before, changed: [...changed], stage },
  };
}
