import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { DAY_MS, HOUR_MS, present, stateOver } from '../live-finding.ts';

/** How long an alert may wait for a person. */
const WAIT_HOURS = 24;
/** The look back is longer than the wait, so that what was left lying is seen. */
const DAYS = 2;

interface Decisions {
  readonly raised: number;
  readonly decided: number;
  readonly rejected: number;
  readonly waiting: number;
}

/** People decide about what the systems report, and disagree with them where they must. */
export const peopleDecide = present(async ({ db, now }) => {
  const { rows } = await sql<Decisions>`
    SELECT count(*)::integer AS raised,
      count(*) FILTER (WHERE state <> 'new')::integer AS decided,
      count(*) FILTER (WHERE state = 'rejected')::integer AS rejected,
      count(*) FILTER (WHERE state = 'new'
        AND raised_at <= ${instantOf(now - WAIT_HOURS * HOUR_MS)}::timestamptz)::integer AS waiting
    FROM alert
    WHERE raised_at > ${instantOf(now - DAYS * DAY_MS)}::timestamptz AND NOT simulated`.execute(db);
  const { raised, decided, rejected, waiting } = rows[0]!;
  return {
    state: stateOver(raised, 0, waiting),
    en: `Of ${raised} alerts in the last ${DAYS} days people decided ${decided} and rejected ${rejected} of them; ${waiting} have waited for more than ${WAIT_HOURS} hours.`,
    ur: `گزشتہ ${DAYS} دن کے ${raised} الرٹ میں سے لوگوں نے ${decided} کا فیصلہ کیا اور ${rejected} مسترد کیے؛ ${waiting} کو ${WAIT_HOURS} گھنٹے سے زیادہ ہو گئے۔`,
    figures: { raised, decided, rejected, waiting },
    sources: [{ label: 'alerts', href: '/operations?state=new' }],
  };
});
