import { z } from 'zod';
import { AiSystem, LocalText, RISK_TIERS } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { GovernanceRecord } from './record.ts';

/**
 * draft → submitted → approved | rejected. A rejected one becomes a draft again when it is revised; an
 * approved one is superseded by the next or withdrawn; a draft or submitted one may be withdrawn.
 */
export const ASSESSMENT_STATES = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'superseded',
  'withdrawn',
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

export const ANSWER_TYPES = ['text', 'scale', 'yes-no', 'list'] as const;

const Reason = z.string().max(6000);
export const AssessmentAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: Reason }),
  z.object({ type: z.literal('scale'), level: z.int().min(1).max(5), why: Reason }),
  z.object({ type: z.literal('yes-no'), yes: z.boolean(), why: Reason }),
  z.object({ type: z.literal('list'), items: z.array(z.string().max(1000)).max(60) }),
]);
export type AssessmentAnswer = z.infer<typeof AssessmentAnswer>;

/** Whom an impact reaches: one person at a time, people who share something, or how all live together. */
export const AFFECTED = ['individuals', 'groups', 'society'] as const;
export type Affected = (typeof AFFECTED)[number];

/** The four judgements behind a level; what each number means stands in the form. */
export const ImpactScale = z.object({
  severity: z.int().min(1).max(5),
  likelihood: z.int().min(1).max(5),
  /** 1 easily undone … 4 cannot be undone. */
  reversibility: z.int().min(1).max(4),
  /** How many people: 1 a few … 4 most of a city. */
  reach: z.int().min(1).max(4),
});
export type ImpactScale = z.infer<typeof ImpactScale>;

export const Impact = z.object({
  id: Identifier,
  affected: z.enum(AFFECTED),
  what: z.string().trim().min(1).max(2000),
  ...ImpactScale.shape,
  /** What is done about it. */
  measures: z.string().max(4000),
});
export type Impact = z.infer<typeof Impact>;

/** Body of a record of kind `impact-assessment` (ISO/IEC 42001 A.5; method in docs/governance/assessments-and-risks.md). */
export const ImpactAssessment = z.object({
  /** Which edition of the questions it answers. */
  form: z.int().positive(),
  /** The version of the system that was assessed. */
  systemVersion: z.string().max(40),
  answers: z.record(z.string().max(60), AssessmentAnswer),
  impacts: z.array(Impact).max(60),
});
export type ImpactAssessment = z.infer<typeof ImpactAssessment>;

export const IMPACT_LEVELS = ['low', 'moderate', 'high', 'very-high'] as const;
export type ImpactLevel = (typeof IMPACT_LEVELS)[number];

/** A level with the words that say why: every step of the method that led to it. */
export const ScoredImpact = z.object({
  level: z.enum(IMPACT_LEVELS),
  /** Severity after reach and reversibility, 1–5. */
  gravity: z.int().min(1).max(5),
  likelihood: z.int().min(1).max(5),
  why: z.array(LocalText),
});
export type ScoredImpact = z.infer<typeof ScoredImpact>;

export const AssessmentQuestion = z.object({
  id: z.string(),
  type: z.enum(ANSWER_TYPES),
  text: LocalText,
  guidance: LocalText,
  /** What each level of a scale means, from 1; empty for other types. */
  levels: z.array(LocalText),
  mandatory: z.boolean(),
});
export type AssessmentQuestion = z.infer<typeof AssessmentQuestion>;

/** The questions as they are put about one system. */
export const AssessmentForm = z.object({
  form: z.int().positive(),
  system: z.string(),
  systemName: z.string(),
  systemVersion: z.string(),
  riskTier: z.enum(RISK_TIERS),
  sections: z.array(
    z.object({
      id: z.string(),
      title: LocalText,
      intro: LocalText,
      questions: z.array(AssessmentQuestion),
    }),
  ),
  /** What each number of an impact means, from 1. */
  impactScales: z.object({
    severity: z.array(LocalText),
    likelihood: z.array(LocalText),
    reversibility: z.array(LocalText),
    reach: z.array(LocalText),
  }),
});
export type AssessmentForm = z.infer<typeof AssessmentForm>;

/** Whether an assessment carries its system: only `in-force` and `expires-soon` do. */
export const ASSESSMENT_VALIDITY = ['not-in-force', 'in-force', 'expires-soon', 'expired'] as const;

export const AssessmentView = z.object({
  record: GovernanceRecord,
  validity: z.enum(ASSESSMENT_VALIDITY),
  /** The highest level of its impacts; null while it has none. */
  level: z.enum(IMPACT_LEVELS).nullable(),
  /** By the impact's id. */
  scores: z.record(z.string(), ScoredImpact),
  /** What must be filled in before it can be submitted. */
  missing: z.array(z.object({ id: z.string(), text: LocalText })),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

export const NewAssessment = z.object({
  system: AiSystem.shape.id,
  /** Answers are taken over from this assessment of the same system; null: an empty form. */
  copyOf: Identifier.nullable().default(null),
});
export type NewAssessment = z.infer<typeof NewAssessment>;

/** What a person saves: the version they saw, what they wrote, and why. */
export const AssessmentRevision = z.object({
  seen: z.int().positive(),
  note: z.string().trim().max(500).default(''),
  owner: z.string().trim().max(120).nullable(),
  body: ImpactAssessment,
});
export type AssessmentRevision = z.infer<typeof AssessmentRevision>;

export const AssessmentDecision = z.object({
  /** The version that was read. */
  seen: z.int().positive(),
  decision: z.enum(['approved', 'rejected']),
  statement: z.string().trim().min(3).max(2000),
  /** How long an approval holds. */
  months: z.int().min(1).max(12).default(12),
});
export type AssessmentDecision = z.infer<typeof AssessmentDecision>;
