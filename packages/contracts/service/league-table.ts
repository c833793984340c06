import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Figure } from '../monitoring.ts';
import { CallQuery } from './call-performance.ts';
import { TIMED_PHASES } from './call-phases.ts';

export const LEAGUE_OF = ['median', 'within-target'] as const;

/** A city or a station with the ranks that it may have. There is no table of persons. */
export const LeagueRow = z.object({
  siteId: Identifier,
  siteName: z.string(),
  /** Null: the site as a whole. */
  station: z.string().nullable(),
  /** Its interval is wider than 95 %: all intervals of the table hold at once with 95 %. */
  figure: Figure,
  /** The best and the worst rank that the data leave open, from 1; null where too little is known. */
  bestRank: z.int().positive().nullable(),
  worstRank: z.int().positive().nullable(),
});
export type LeagueRow = z.infer<typeof LeagueRow>;

export const LeagueTable = z.object({
  from: Instant,
  to: Instant,
  of: z.enum(['alerts', 'calls']),
  figure: z.enum(LEAGUE_OF),
  phase: z.enum(TIMED_PHASES),
  simulated: z.boolean(),
  /** Ordered by the figure, best first; those with too little data last. */
  rows: z.array(LeagueRow),
  /** Sets of rows (by their index) whose ranks cannot be told apart, each as large as can be. */
  together: z.array(z.array(z.int().nonnegative()).min(2)),
});
export type LeagueTable = z.infer<typeof LeagueTable>;

export const LeagueQuery = CallQuery.extend({
  of: z.enum(['alerts', 'calls']).default('calls'),
  figure: z.enum(LEAGUE_OF).default('median'),
  phase: z.enum(TIMED_PHASES).default('arrival'),
  by: z.enum(['site', 'station']).default('site'),
});
export type LeagueQuery = z.infer<typeof LeagueQuery>;
