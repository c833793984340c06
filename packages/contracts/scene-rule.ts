import { z } from 'zod';
import { LineSegment, Polygon } from './geometry.ts';
import { Identifier } from './identifier.ts';
import { ObjectClass } from './object-class.ts';

export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

const common = {
  name: z.string().trim().min(1).max(80),
  /** Classes that the rule applies to; empty means people and vehicles of every class. */
  classes: z.array(ObjectClass).max(20).default([]),
  /** Whether a person must see what the rule reports. */
  alert: z.boolean().default(true),
  priority: Priority.default('medium'),
};

/**
 * What an operator draws on a camera's picture. A line's direction `forward` is from its left to its
 * right side when one walks from the first point to the second as seen on the picture.
 */
export const SceneRuleInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    ...common,
    line: LineSegment,
    directions: z.enum(['both', 'forward', 'backward']).default('both'),
  }),
  z.object({ kind: z.literal('zone'), ...common, zone: Polygon }),
  z.object({
    kind: z.literal('loitering'),
    ...common,
    zone: Polygon,
    /** Seconds that one track must stay in the zone. */
    seconds: z.number().min(1).max(86_400),
  }),
]);
export type SceneRuleInput = z.infer<typeof SceneRuleInput>;

/** A rule as stored: every change makes a new version, so that an alert names the rule it came from. */
export const SceneRule = z.intersection(
  SceneRuleInput,
  z.object({ id: Identifier, version: z.int().positive() }),
);
export type SceneRule = z.infer<typeof SceneRule>;
