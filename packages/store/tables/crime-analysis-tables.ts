import type { Analysis, AnalysisState } from '@amaan/contracts/crime/analysis';
import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import type { BriefingInput } from '@amaan/contracts/crime/briefing';
import type { PlanEvaluation, PlanInput, PlanState } from '@amaan/contracts/crime/deployment-plan';
import type { Generated, JSONColumnType } from 'kysely';
import type { PlanBody, PlanCells } from '../crime-analyses/plan-body.ts';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Analyses of incidents, deployment plans made from them, and printed briefings. */
export interface CrimeAnalysisTables {
  crime_analysis: {
    id: Uuid;
    site_id: Uuid;
    kind: AnalysisKind;
    question: JSONColumnType<AnalysisQuestion>;
    state: AnalysisState;
    attempt: Generated<number>;
    progress: Generated<number>;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    started_at: InstantText | null;
    heard_at: InstantText | null;
    ended_at: InstantText | null;
    digest: Bytes;
    data_digest: Bytes;
    software_version: string;
    simulated: boolean;
    incidents: number | null;
    notes: JSONColumnType<AnalysisNote[], string | undefined>;
    result: JSONColumnType<AnalysisResult> | null;
    result_digest: Bytes | null;
    problem: JSONColumnType<NonNullable<Analysis['problem']>> | null;
  };
  crime_plan: {
    id: Uuid;
    site_id: Uuid;
    forecast_id: Uuid;
    state: PlanState;
    from_at: InstantText;
    until_at: InstantText;
    input: JSONColumnType<PlanInput>;
    body: JSONColumnType<PlanBody>;
    cells: JSONColumnType<PlanCells>;
    simulated: boolean;
    planned_at: InstantText;
    planned_by: string;
    planned_by_name: string;
    planned_person: string;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_person: string | null;
    decision_note: string | null;
    evaluation: JSONColumnType<PlanEvaluation> | null;
  };
  /** Append-only. */
  crime_briefing: {
    id: Uuid;
    site_id: Uuid;
    body: JSONColumnType<BriefingInput>;
    simulated: boolean;
    made_at: InstantText;
    made_by: string;
    made_by_name: string;
    digest: Bytes;
  };
}
