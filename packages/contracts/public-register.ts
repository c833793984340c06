import { z } from 'zod';
import { LocalText, SystemData, SystemRisk } from './ai-system.ts';
import { FACE_MATCH_LIGHTS } from './faces/matches/face-match.ts';
import { Instant } from './instant.ts';
import { Figure } from './monitoring.ts';
import { PublicViolations } from './violations/violation-figures.ts';

export const PUBLIC_REGISTER_FORMAT = 'amaan-public-register/1';

/** Counts below this are not published, and neither is what they could be computed from. */
export const SMALLEST_COUNT = 10;

const Count = z.int().nonnegative();
const Month = z.string().regex(/^\d{4}-\d{2}$/);

/**
 * What one system reported in a month and what people decided on it within a week after it. Months whose
 * counts are small are withheld whole, so that nothing can be had by subtraction; `alerts` stays where it is
 * large enough by itself.
 */
export const PublicMonth = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('published'),
    month: Month,
    alerts: Count,
    confirmed: Count,
    rejected: Count,
    undecided: Count,
  }),
  z.object({ state: z.literal('withheld'), month: Month, alerts: Count.nullable() }),
]);
export type PublicMonth = z.infer<typeof PublicMonth>;

/** A figure that this deployment has, or why it has none. */
export const PublicFigure = z.discriminatedUnion('state', [
  z.object({ state: z.literal('counted'), months: z.array(PublicMonth) }),
  z.object({ state: z.literal('not-in-operation'), because: LocalText }),
]);

/** One count of a month; small ones are withheld. */
export const PublicCount = z.discriminatedUnion('state', [
  z.object({ state: z.literal('published'), month: Month, count: Count }),
  z.object({ state: z.literal('withheld'), month: Month }),
]);
export type PublicCount = z.infer<typeof PublicCount>;

/** A figure beyond alerts, by month, or why there is none. */
export const PublicTally = z.discriminatedUnion('state', [
  z.object({ state: z.literal('counted'), months: z.array(PublicCount) }),
  z.object({ state: z.literal('not-in-operation'), because: LocalText }),
]);
export type PublicTally = z.infer<typeof PublicTally>;

const faceErrors = {
  /** False alerts among the alerts that people decided on, and among the faces that were searched. */
  falsePerAlert: Figure,
  falsePerFace: Figure,
};

/** How often facial recognition was wrong in a month. Small counts are withheld with everything beside them. */
export const PublicFaceMonth = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('published'),
    month: Month,
    faces: Count,
    alerts: Count,
    confirmed: Count,
    rejected: Count,
    undecided: Count,
    ...faceErrors,
    /** By day and night; empty where one of them is small. */
    light: z.array(z.object({ light: z.enum(FACE_MATCH_LIGHTS), ...faceErrors })),
  }),
  z.object({ state: z.literal('withheld'), month: Month }),
]);
export type PublicFaceMonth = z.infer<typeof PublicFaceMonth>;

/** Errors of facial recognition, or why there are none. Groups of people are known from audit sets alone. */
export const PublicFaceErrors = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('counted'),
    months: z.array(PublicFaceMonth),
    audits: z.array(
      z.object({
        name: z.string(),
        source: z.string(),
        from: z.iso.date(),
        to: z.iso.date(),
        groups: z.array(z.object({ grouping: z.string(), label: z.string(), faces: Count, ...faceErrors })),
      }),
    ),
  }),
  z.object({ state: z.literal('not-in-operation'), because: LocalText }),
]);
export type PublicFaceErrors = z.infer<typeof PublicFaceErrors>;

/**
 * A field of a transparency standard: what it says, why it does not apply, or that nobody has said it yet.
 * A value is in both languages, or as the organisation or a standard writes it.
 */
export const StandardField = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stated'), value: z.union([z.string().min(1), LocalText]) }),
  z.object({ state: z.literal('not-applicable'), because: LocalText }),
  z.object({ state: z.literal('not-stated'), missing: LocalText }),
]);
export type StandardField = z.infer<typeof StandardField>;

export const PUBLIC_STATES = ['operational', 'pilot', 'suspended', 'planned', 'retired'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

/** One AI system as anybody may read of it. */
export const PublicSystem = z.object({
  id: z.string(),
  name: LocalText,
  about: LocalText,
  /** Whether it runs: `planned` is everything before a pilot. */
  state: z.enum(PUBLIC_STATES),
  version: z.string(),
  intendedUse: LocalText,
  mustNever: z.array(LocalText),
  affected: z.array(LocalText),
  humanOversight: z.array(LocalText),
  limits: z.array(LocalText),
  data: SystemData,
  risk: SystemRisk.extend({
    /** How many risks are recorded and how they are treated; the words stay inside. */
    recorded: z.object({ risks: Count, treated: Count, accepted: Count }),
  }),
  /** Models by title, source and licence. */
  models: z.array(z.object({ title: z.string(), source: z.string(), licence: z.string() })),
  /** What the organisation states; null: not yet. */
  owner: z.string().nullable(),
  contact: z.string().nullable(),
  legalBasis: z.string().nullable(),
  retention: z.string().nullable(),
  assessment: z.object({ status: z.string(), at: Instant, expiresAt: Instant, demo: z.boolean() }).nullable(),
  results: PublicFigure,
  /** Of the last twelve months, without the names of people or places. */
  suspensions: z.array(
    z.object({
      from: Instant,
      to: Instant.nullable(),
      scope: z.enum(['system', 'camera-group']),
      source: z.string(),
    }),
  ),
  /** UK Algorithmic Transparency Recording Standard 2.1, by attribute. */
  atrs: z.record(z.string(), StandardField),
  /** Algorithmic Transparency Standard 0.3.1 of Eurocities, by attribute. */
  eurocities: z.record(z.string(), StandardField),
});
export type PublicSystem = z.infer<typeof PublicSystem>;

/** The public register: which AI systems run, what for, on what basis, with which results. */
export const PublicRegister = z.object({
  format: z.literal(PUBLIC_REGISTER_FORMAT),
  generatedAt: Instant,
  organisation: z.string(),
  /** Whether decisions or cameras of this deployment are made up for a demonstration. */
  demonstration: z.boolean(),
  /** Where anybody raises a concern, as a path. */
  complain: z.string(),
  systems: z.array(PublicSystem),
  /** What the law or the public asks for beyond alerts. */
  figures: z.object({ faceSearches: PublicTally, faceMatches: PublicTally, finesCancelled: PublicTally }),
  faceErrors: PublicFaceErrors,
  /** Challans issued, contested and taken back. */
  violations: PublicViolations,
});
export type PublicRegister = z.infer<typeof PublicRegister>;
