import { z } from 'zod';
import { Box, LineSegment, Polygon } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { VehicleClass } from '../traffic/lane-measures.ts';
import { JunctionPart } from '../traffic/signal-plan.ts';
import { LaneId } from '../traffic/traffic-view.ts';

const Line = LineSegment.refine(([[ax, ay], [bx, by]]) => ax !== bx || ay !== by, {
  message: 'A line needs two different points.',
});

/** Names a rule within its plan: small letters, digits and hyphens. */
export const EnforcementRuleId = LaneId;
export type EnforcementRuleId = z.infer<typeof EnforcementRuleId>;

/** Where the lamps of one signal head are on the picture; each box holds one lamp and little else. */
export const SignalLamps = z.object({ red: Box, yellow: Box.nullable().default(null), green: Box });
export type SignalLamps = z.infer<typeof SignalLamps>;

/** How it is known what a signal shows. */
export const SignalSource = z.discriminatedUnion('from', [
  /** Told by the junction's controller: a junction of signal control, and the group that the lanes wait for. */
  z.object({ from: z.literal('controller'), junctionId: Identifier, group: JunctionPart }),
  /** Read from the same pictures that show the vehicles. */
  z.object({ from: z.literal('picture'), lamps: SignalLamps }),
]);
export type SignalSource = z.infer<typeof SignalSource>;

const MOTOR_VEHICLES: VehicleClass[] = ['car', 'motorcycle', 'bus', 'truck'];

const common = {
  id: EnforcementRuleId,
  name: z.string().trim().min(1).max(80),
  /** Classes of vehicles that the rule is for. */
  classes: z.array(VehicleClass).min(1).max(5).default(MOTOR_VEHICLES),
};

/** Lanes of the camera's traffic view. */
const laneIds = z.array(LaneId).min(1).max(32);
/** Time after red began in which nobody is reported, in milliseconds; errors of clocks and places come on top. */
const graceMs = z.number().int().min(0).max(5000).default(500);
/** Limits in km/h. What a class does not have its own for is `limitKmh`. */
const limits = {
  limitKmh: z.number().min(5).max(200),
  classLimitsKmh: z.partialRecord(VehicleClass, z.number().min(5).max(200)).default({}),
  /** Above the limit, in km/h: nobody is reported below. The measurement's error comes on top. */
  toleranceKmh: z.number().min(0).max(50).default(5),
};

/**
 * One rule that is enforced on a camera's picture. Lines are drawn where a vehicle's front meets the road; entry and exit
 * are crossed in this order, in whatever direction they are drawn.
 */
export const EnforcementRule = z.discriminatedUnion('kind', [
  /** Over the stop line while red, and on over one of the exits: turns that are free at red have no exit here. */
  z.object({
    kind: z.literal('red-light'),
    ...common,
    laneIds,
    entry: Line,
    exits: z.array(Line).min(1).max(8),
    signal: SignalSource,
    graceMs,
  }),
  /** Over the stop line while red, and standing beyond it; who drives on is none of it. */
  z.object({
    kind: z.literal('stop-line'),
    ...common,
    laneIds,
    entry: Line,
    exits: z.array(Line).max(8).default([]),
    signal: SignalSource,
    graceMs,
    /** How long it has to stand there. */
    restSeconds: z.number().min(1).max(60).default(2),
  }),
  /** Against the lanes' driving direction. */
  z.object({
    kind: z.literal('wrong-way'),
    ...common,
    laneIds,
    /** How far against it, in metres, at the least; without a calibration in lengths of the lane as drawn. */
    leastMetres: z.number().min(3).max(200).default(10),
  }),
  /** Speed where the vehicle crosses the counting line of its lane. */
  z.object({ kind: z.literal('speed'), ...common, laneIds, ...limits }),
  /** One end of a section whose other end another camera watches: only when each vehicle passed the line. */
  z.object({
    kind: z.literal('average-speed'),
    ...common,
    laneIds,
    sectionId: Identifier,
    end: z.enum(['entry', 'exit']),
    line: Line,
  }),
  /** In a lane that its class may not use, or over a solid line. */
  z.object({
    kind: z.literal('lane'),
    ...common,
    laneIds,
    /** Classes that may not drive in these lanes; empty: all may. */
    forbidden: z.array(VehicleClass).max(5).default([]),
    /** How long in the lane at the least. */
    leastSeconds: z.number().min(0.5).max(60).default(2),
    /** A line on the road that must not be crossed; null: none. */
    solidLine: Line.nullable().default(null),
  }),
  /** From these lanes over the entry, and out over one of the exits, which is where they must not turn to. */
  z.object({
    kind: z.literal('prohibited-turn'),
    ...common,
    laneIds,
    entry: Line,
    exits: z.array(Line).min(1).max(8),
  }),
  /** Standing in a zone. A queue is no parking: draw the zone where no queue stands. */
  z.object({
    kind: z.literal('no-parking'),
    ...common,
    zone: Polygon,
    seconds: z.number().min(10).max(7200).default(180),
  }),
  /** A rider without a helmet, by a model that the permit names. */
  z.object({
    kind: z.literal('helmet'),
    ...common,
    classes: z.array(z.literal('motorcycle')).length(1).default(['motorcycle']),
    laneIds,
    /** The manifest of the model. */
    model: z.string().min(1).max(120),
    /** Least confidence of each verdict, and how many of them. */
    leastConfidence: z.number().min(0.5).max(1).default(0.95),
    leastVerdicts: z.int().min(2).max(20).default(3),
  }),
  /** A driver without a seat belt, by a model that the permit names. A motorcycle has none. */
  z.object({
    kind: z.literal('seat-belt'),
    ...common,
    classes: z
      .array(z.enum(['car', 'truck', 'bus']))
      .min(1)
      .max(3)
      .default(['car', 'truck']),
    laneIds,
    model: z.string().min(1).max(120),
    leastConfidence: z.number().min(0.5).max(1).default(0.95),
    leastVerdicts: z.int().min(2).max(20).default(3),
  }),
]);
export type EnforcementRule = z.infer<typeof EnforcementRule>;
export type EnforcementRuleOf<Kind extends EnforcementRule['kind']> = Extract<
  EnforcementRule,
  { kind: Kind }
>;

/** What is enforced on one camera: rules upon the lanes of one version of its traffic view. */
export const EnforcementPlanInput = z.object({
  name: z.string().trim().min(1).max(80),
  view: z.object({ id: Identifier, version: z.int().positive() }),
  rules: z
    .array(EnforcementRule)
    .min(1)
    .max(32)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, {
      message: 'Two rules have the same id.',
    }),
});
export type EnforcementPlanInput = z.infer<typeof EnforcementPlanInput>;

/** A plan as stored: every change makes a new version, so that a case names the plan that it came from. */
export const EnforcementPlan = EnforcementPlanInput.extend({
  id: Identifier,
  cameraId: Identifier,
  version: z.int().positive(),
});
export type EnforcementPlan = z.infer<typeof EnforcementPlan>;

/** A stretch of road between two cameras, over which the average speed is limited. */
export const SpeedSection = z.object({
  id: Identifier,
  name: z.string().trim().min(1).max(80),
  /** The shortest way between the two lines: a longer one that was driven only makes the true speed higher. */
  distanceM: z.number().min(100).max(100_000),
  /** Greatest error of the distance as surveyed. */
  distanceErrorM: z.number().min(0).max(100),
  ...limits,
});
export type SpeedSection = z.infer<typeof SpeedSection>;
