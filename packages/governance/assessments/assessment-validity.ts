import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';

/** From this many days before its end an assessment is said to expire soon: time enough to write the next. */
export const SOON_DAYS = 45;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether an assessment carries its system at a moment (Unix milliseconds). */
export function assessmentValidity(
  { status, expiresAt }: Pick<GovernanceRecord, 'status' | 'expiresAt'>,
  now: number,
): AssessmentView['validity'] {
  if (status !== 'approved' || expiresAt === null) return 'not-in-force';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'expired';
  return left <= SOON_DAYS * DAY_MS ? 'expires-soon' : 'in-force';
}

/** The same moment some calendar months later (UTC); the last day of a shorter month when there is none. */
export function monthsAfter(unixMs: number, months: number): number {
  const date = new Date(unixMs);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
