import { z } from 'zod';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { Figure } from './monitoring.ts';
import { VEHICLE_CLASSES } from './object-class.ts';

/**
 * What errors may be compared by, and the labels of each; null: names that the register of cameras knows. The
 * list is closed: places, light, weather and things. What a person is or is thought to be (ethnicity, religion, sex,
 * age, disability, belief) is never on it, and a file that has such a column is refused as a whole.
 */
export const GROUPINGS = {
  site: null,
  'camera-group': null,
  camera: null,
  light: ['day', 'dusk', 'night', 'artificial'],
  weather: ['clear', 'rain', 'fog', 'dust', 'snow'],
  'vehicle-class': [...VEHICLE_CLASSES, 'rickshaw'],
} as const satisfies Record<string, readonly string[] | null>;
export const Grouping = z.enum(Object.keys(GROUPINGS) as [Grouping, ...Grouping[]]);
export type Grouping = keyof typeof GROUPINGS;

/** What somebody found who looked at the pictures: whether the report was right. */
export const TRUTHS = ['right', 'wrong'] as const;

export const LARGEST_GROUND_TRUTH_BYTES = 4 * 1024 * 1024;
export const MOST_GROUND_TRUTH_LINES = 20_000;

export const GroundTruthInput = z.object({
  name: z.string().trim().min(3).max(120),
  /** How the truth was found, and why it is lawful to have it. */
  source: z.string().trim().min(10).max(2000),
  /** CSV in UTF-8 with a header: `id`, `truth`, and any of the groupings. */
  csv: z.string().min(1).max(LARGEST_GROUND_TRUTH_BYTES),
});
export type GroundTruthInput = z.infer<typeof GroundTruthInput>;

/** A line that was not taken, and why. */
export const RefusedLine = z.object({ line: z.int().positive(), reason: z.string() });
export type RefusedLine = z.infer<typeof RefusedLine>;

/** Errors of one AI system in one part of a set. */
export const GroundTruthRate = z.object({
  system: z.string(),
  simulated: z.boolean(),
  /** `all`: the whole set. */
  grouping: z.union([Grouping, z.literal('all')]),
  label: z.string(),
  /** Share of the reports that were wrong. */
  rate: Figure,
});
export type GroundTruthRate = z.infer<typeof GroundTruthRate>;

/** An audit set that was uploaded, with what came of it. */
export const GroundTruthSet = z.object({
  id: Identifier,
  name: z.string(),
  source: z.string(),
  /** sha256 of the file as it came. */
  digest: Digest,
  kept: z.int().nonnegative(),
  refused: z.array(RefusedLine),
  /** How many lines were refused: the list above holds the first thousand. */
  refusedCount: z.int().nonnegative(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
  rates: z.array(GroundTruthRate),
});
export type GroundTruthSet = z.infer<typeof GroundTruthSet>;
