import { z } from 'zod';
import { AiSystem, LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { GovernanceRecord, RecordSignature } from './record.ts';

/**
 * open → treated → accepted → closed. Whatever is accepted or closed becomes `reopened` when it is revised
 * or somebody says so; `reopened` is worked on like `open`.
 */
export const RISK_STATES = ['open', 'treated', 'accepted', 'closed', 'reopened'] as const;
export type RiskState = (typeof RISK_STATES)[number];

export const RISK_SOURCES = [
  'bias',
  'misidentification',
  'missed-event',
  'function-creep',
  'privacy',
  'security',
  'over-reliance',
  'drift',
  'feedback-loop',
  'supplier',
  'availability',
  'law',
  'other',
] as const;

export const RISK_TREATMENTS = ['avoid', 'reduce', 'share', 'retain'] as const;

/** 1–5 each; what a number means stands in the criteria. */
export const RiskRating = z.object({
  likelihood: z.int().min(1).max(5),
  severity: z.int().min(1).max(5),
});
export type RiskRating = z.infer<typeof RiskRating>;

export const RiskAction = z.object({
  id: Identifier,
  what: z.string().trim().min(1).max(1000),
  owner: z.string().trim().min(1).max(120),
  due: z.iso.date(),
  done: z.boolean(),
});
export type RiskAction = z.infer<typeof RiskAction>;

const prose = z.string().trim().max(3000);

/** Body of a record of kind `risk`. */
export const Risk = z.object({
  source: z.enum(RISK_SOURCES),
  /** Because of … */
  cause: prose.min(3),
  /** … it may happen that … */
  event: prose.min(3),
  /** … which would mean. */
  consequence: prose.min(3),
  /** Whom it would hit. */
  affected: prose.min(3),
  /** What already stands against it. */
  existing: prose,
  /** Without the measures. */
  inherent: RiskRating,
  /** With them, once the actions are done; null: not judged yet. */
  residual: RiskRating.nullable(),
  treatment: z.enum(RISK_TREATMENTS),
  actions: z.array(RiskAction).max(40),
  /** Controls that it leans on: `iso-42001:A.6.2.4`. */
  controls: z.array(z.string().trim().max(60)).max(40),
  /** Records of impact assessments that speak of it. */
  assessments: z.array(Identifier).max(20),
});
export type Risk = z.infer<typeof Risk>;

/**
 * What the organisation bears. Scores are likelihood × severity, 1–25. Kept in an approved document; without
 * one the built-in criteria hold.
 */
export const RiskCriteria = z
  .object({
    /** Up to here one signature accepts. */
    acceptableUpTo: z.int().min(1).max(24),
    /** Up to here two different people together can; above, it must be reduced or avoided. */
    tolerableUpTo: z.int().min(1).max(25),
  })
  .refine((criteria) => criteria.acceptableUpTo <= criteria.tolerableUpTo, {
    message: 'acceptableUpTo must not be above tolerableUpTo',
  });
export type RiskCriteria = z.infer<typeof RiskCriteria>;

export const RISK_LEVELS = ['acceptable', 'tolerable', 'unacceptable'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** The criteria in force and what each number means. */
export const RiskGuide = z.object({
  criteria: z.object({ acceptableUpTo: z.int(), tolerableUpTo: z.int() }),
  /** The document that they come from; null: built in. */
  from: z.object({ id: Identifier, number: z.string(), title: z.string() }).nullable(),
  likelihood: z.array(z.object({ name: LocalText, anchor: LocalText })),
  severity: z.array(z.object({ name: LocalText, anchor: LocalText })),
  /** What the criteria say of each pair: by likelihood, then by severity, each from 1. */
  levels: z.array(z.array(z.enum(RISK_LEVELS))),
});
export type RiskGuide = z.infer<typeof RiskGuide>;

const Scored = z.object({ score: z.int(), level: z.enum(RISK_LEVELS) });

export const RiskView = z.object({
  record: GovernanceRecord,
  inherent: Scored,
  residual: Scored.nullable(),
  /** Its review date has passed: an acceptance does not count any more. */
  overdue: z.boolean(),
  /** Actions that are not done and past their date. */
  lateActions: z.int().nonnegative(),
  /** Of the present version. */
  acceptances: z.array(RecordSignature),
  signaturesNeeded: z.int().positive(),
});
export type RiskView = z.infer<typeof RiskView>;

const around = {
  title: z.string().trim().min(3).max(200),
  owner: z.string().trim().min(1).max(120).nullable(),
  reviewAt: Instant,
  body: Risk,
};
export const NewRisk = z.object({ system: AiSystem.shape.id.nullable(), ...around });
export type NewRisk = z.infer<typeof NewRisk>;

export const RiskRevision = z.object({
  seen: z.int().positive(),
  note: z.string().trim().max(500).default(''),
  ...around,
});
export type RiskRevision = z.infer<typeof RiskRevision>;

/** A word on the version that was read. */
export const RiskStatement = z.object({
  seen: z.int().positive(),
  statement: z.string().trim().min(3).max(2000),
});
export type RiskStatement = z.infer<typeof RiskStatement>;
