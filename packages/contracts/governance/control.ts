import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

export const STANDARDS = ['iso-42001', 'iso-27001'] as const;
export const Standard = z.enum(STANDARDS);
export type Standard = z.infer<typeof Standard>;

export const APPLICABILITIES = ['undecided', 'applicable', 'not-applicable'] as const;
export const IMPLEMENTATIONS = ['planned', 'implemented', 'not-applicable'] as const;

/**
 * Body of a record of kind `control`: one line of the statement of applicability. A control that nobody has
 * decided on has no record and is `undecided`.
 */
export const ControlStatement = z.object({
  standard: Standard,
  control: z.string().max(20),
  applicability: z.enum(APPLICABILITIES),
  /** Why it applies, or why it does not; never empty when it does not. */
  justification: z.string().trim().max(2000),
  implementation: z.enum(IMPLEMENTATIONS),
  /** Who answers for it, by name or office; null: nobody yet. */
  owner: z.string().trim().min(1).max(120).nullable(),
  notes: z.string().trim().max(4000),
});
export type ControlStatement = z.infer<typeof ControlStatement>;

/** A decision on a control as a person sends it. */
export const ControlStatementInput = z.object({
  ...ControlStatement.omit({ standard: true, control: true }).shape,
  /** The version that the author saw; null: there was none yet. */
  seen: z.int().positive().nullable(),
  /** Why it is changed, for the history. */
  note: z.string().trim().max(500).default(''),
});
export type ControlStatementInput = z.infer<typeof ControlStatementInput>;

export const EVIDENCE_STATES = ['holds', 'attention', 'contradicts'] as const;

/** Where a figure can be looked up: a page of the console, or an entry of the ledger. */
export const EvidenceSource = z.object({
  /** What it is, in the language of identifiers: `smart-vision`, `INC-0004`, `ledger 1204`. */
  label: z.string(),
  /** Path in the console, for example `/governance/ledger`. */
  href: z.string(),
});
export type EvidenceSource = z.infer<typeof EvidenceSource>;

/** What the running system says about a control now. */
export const LiveEvidence = z.object({
  state: z.enum(EVIDENCE_STATES),
  /** One sentence with the figures. */
  summary: LocalText,
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  /** The moment that it speaks of: the newest fact that it rests on. */
  asOf: Instant,
  /** It is older than evidence of its kind may be, and therefore counts as a contradiction. */
  stale: z.boolean(),
  sources: z.array(EvidenceSource),
});
export type LiveEvidence = z.infer<typeof LiveEvidence>;

/** A document that says of itself that it is evidence for a control. */
export const DocumentEvidence = z.object({
  id: Identifier,
  number: z.string(),
  title: z.string(),
  version: z.int().positive(),
  owner: z.string().nullable(),
  reviewAt: Instant.nullable(),
  /** `current`: approved, owned, and its review is not overdue; `due`: within 30 days. */
  state: z.enum(['current', 'due', 'overdue', 'unowned', 'not-approved']),
  demo: z.boolean(),
});
export type DocumentEvidence = z.infer<typeof DocumentEvidence>;

export const CONTROL_STATUSES = [
  'holds',
  'attention',
  'contradicts',
  'planned',
  'no-evidence',
  'not-applicable',
] as const;
export const ControlStatus = z.enum(CONTROL_STATUSES);
export type ControlStatus = z.infer<typeof ControlStatus>;

/** One control with what was decided about it and what shows it. */
export const ControlView = z.object({
  standard: Standard,
  /** The standard's own identifier: `A.6.2.4`, `8.15`, `9.2.1`. */
  id: z.string(),
  /** Objective, theme or clause: `A.6`, `8`. */
  group: z.string(),
  /** Short wording of our own. */
  wording: LocalText,
  /** What would show that it is kept. */
  expected: LocalText,
  /** A requirement of the standard's clauses, which cannot be declared not applicable. */
  mandatory: z.boolean(),
  statement: ControlStatement.omit({ standard: true, control: true }),
  /** The record of the decision; null: nobody decided yet. */
  record: z
    .object({
      id: Identifier,
      number: z.string(),
      version: z.int().positive(),
      changedAt: Instant,
      changedBy: z.string(),
      demo: z.boolean(),
    })
    .nullable(),
  status: ControlStatus,
  /** Why the status is what it is. */
  reason: LocalText,
  evidence: z.enum(['live', 'document', 'none']),
  live: LiveEvidence.nullable(),
  documents: z.array(DocumentEvidence),
});
export type ControlView = z.infer<typeof ControlView>;

/** A group of controls of one standard, in its order. */
export const ControlGroup = z.object({ standard: Standard, id: z.string(), title: LocalText });
export type ControlGroup = z.infer<typeof ControlGroup>;

/** All controls, as evaluated at one moment. */
export const ControlOverview = z.object({
  evaluatedAt: Instant,
  groups: z.array(ControlGroup),
  controls: z.array(ControlView),
});
export type ControlOverview = z.infer<typeof ControlOverview>;

/** One control with the past of its statement and of its colour. */
export const ControlDetail = z.object({
  control: ControlView,
  /** Oldest first. */
  versions: z.array(
    z.object({
      version: z.int().positive(),
      statement: ControlStatement,
      at: Instant,
      by: z.string(),
      note: z.string(),
    }),
  ),
  /** When it turned red or back, newest first, as the ledger has it. */
  turns: z.array(
    z.object({
      index: z.int().nonnegative(),
      at: Instant,
      from: ControlStatus.nullable(),
      to: ControlStatus,
    }),
  ),
});
export type ControlDetail = z.infer<typeof ControlDetail>;

/** The statement of applicability: every control with its decision, for print and for the evidence pack. */
export const StatementOfApplicability = z.object({
  evaluatedAt: Instant,
  lines: z.array(
    ControlView.pick({
      standard: true,
      id: true,
      group: true,
      wording: true,
      statement: true,
      record: true,
      status: true,
      evidence: true,
    }),
  ),
});
export type StatementOfApplicability = z.infer<typeof StatementOfApplicability>;

/** How a control is named across standards, in documents and the ledger: `iso-42001:A.6.2.4`. */
export function controlKey({ standard, id }: { readonly standard: Standard; readonly id: string }): string {
  return `${standard}:${id}`;
}
