/** One area over some periods: what patrols got there, beside what was reported, forecast and fair. */
export interface AreaAudit {
  readonly area: string;
  readonly patrolShare: number;
  readonly reportedShare: number;
  readonly expectedShare: number;
  readonly fairShare: number;
  /** Patrol share over fair share, and over the share of what victims reported. `null` where that is 0. */
  readonly timesFair: number | null;
  readonly timesReported: number | null;
  /** The longest row of periods in which the same cell of it was visited. */
  readonly longestRow: number;
  readonly flags: readonly AuditFlag[];
}

export type AuditFlag =
  /** More than the bound of its fair share. */
  | 'over-most'
  /** Less than the bound of its fair share. */
  | 'under-least'
  /** A cell in more periods in a row than the bound. */
  | 'repeated'
  /** Patrols rose by more than reports of victims did. */
  | 'rising-without-reports';
