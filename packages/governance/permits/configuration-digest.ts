import type { AiSystem } from '@amaan/contracts/ai-system';
import { type Digest, digestOfJson } from '@amaan/contracts/digest';

/** Everything that changes what a system reports, its models apart (they have digests of their own). */
export type SystemConfiguration = Pick<AiSystem, 'id' | 'version' | 'thresholds' | 'settings'>;

/** The sha256 of a system's configuration in canonical JSON: other members of an `AiSystem` do not count. */
export function configurationDigest(system: SystemConfiguration): Digest {
  const { id, version, thresholds, settings } = system;
  return digestOfJson({ id, version, thresholds, settings });
}
