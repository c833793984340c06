import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';

/**
 * Everything that changes what a system reports or may be used for, its models apart (they have digests of
 * their own): whoever approves a configuration approves its purposes too.
 */
export type SystemConfiguration = Pick<AiSystem, 'id' | 'version' | 'purposes' | 'thresholds' | 'settings'>;

/** The sha256 of a system's configuration in canonical JSON: other members of an `AiSystem` do not count. */
export function configurationDigest(system: SystemConfiguration): Digest {
  const { id, version, purposes, thresholds, settings } = system;
  // The order in which purposes are listed means nothing.
  return digestOfJson({ id, version, purposes: purposes.toSorted(), thresholds, settings });
}
