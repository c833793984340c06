import { z } from 'zod';

/** What can be asked of reported incidents. Every one is about places and times. */
export const ANALYSIS_KINDS = [
  /** Smooth density of incidents, or of two periods against each other. */
  'density',
  /** Cells with more incidents around them than chance explains (Getis–Ord, local Moran). */
  'hot-spots',
  /** Circles and cylinders with more incidents than expected (scan statistic). */
  'clusters',
  /** Whether incidents follow each other nearby soon after (Knox). */
  'near-repeat',
  /** How counts developed: season, trend, changes. */
  'trend',
  /** Hour of the day by day of the week, with aoristic weights. */
  'heat-map',
  /** Two periods, area by area. */
  'comparison',
  /** How hot spots came, stayed or went. */
  'emerging',
  /** How incidents set off others: background and aftershocks (self-exciting point process). */
  'self-exciting',
  /** Which cells the surroundings make likely (Poisson regression on distances and densities). */
  'risk-surface',
  /** Which cells the coming days will bring incidents to, beside naive baselines. */
  'forecast',
  /** What patrols that follow their own records would do, with and without guards. Simulated. */
  'feedback-loop',
  /** How patrols and reports share out over station areas. */
  'patrol-audit',
] as const;
export const AnalysisKind = z.enum(ANALYSIS_KINDS);
export type AnalysisKind = z.infer<typeof AnalysisKind>;
