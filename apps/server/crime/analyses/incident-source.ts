import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { Digest } from '@amaan/contracts/digest';
import type { AnalysisData } from './analysis-data.ts';

/** Incidents as an analysis gets them, and what has to be said of them. */
export interface ReadIncidents {
  readonly data: AnalysisData;
  readonly incidents: number;
  /** Which data: period, files, what is left out and why. */
  readonly notes: readonly AnalysisNote[];
}

/** Where analyses get their data from. */
export interface IncidentSource {
  /**
   * Of everything that a question's data are made from, as it is now: imported files, offence table, station areas.
   * Cheap: it reads no incident.
   */
  digest(question: AnalysisQuestion): Promise<Digest>;
  /** @throws ConflictError `NO_INCIDENTS`, `TOO_MANY_INCIDENTS`, `NO_BOUNDARIES` */
  read(question: AnalysisQuestion, signal: AbortSignal): Promise<ReadIncidents>;
}
