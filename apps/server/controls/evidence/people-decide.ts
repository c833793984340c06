import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { DAY_MS, HOUR_MS, present, stateOver } from '../live-finding.ts';

/** How long an alert may wait for a person before that is looked at, and before the control is not kept. */
const WAIT_HOURS = 24;
const LIMIT_HOURS = 72;
/** Over which alerts are counted; what waits is counted however old it is. */
const DAYS = 2;

interface Decisions {
  readonly raised: number;
  readonly decided: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly tooLong: number;
}

/** People decide about what the systems report, and disagree with them where they must. */
export const peopleDecide = present(async ({ db, now }) => {
  const { rows } = await sql<Decisions>`
    SELECT lately.*, left_lying.* FROM (
      SELECT count(*)::integer AS raised,
        count(*) FILTER (WHERE state <> 'new')::integer AS decided,
        count(*) FILTER (WHERE state = 'rejected')::integer AS rejected
      FROM alert
      WHERE raised_at > ${instantOf(now - DAYS * DAY_MS)}::timestamptz AND NOT simulated
    ) AS lately, (
      SELECT count(*)::integer AS waiting,
        count(*) FILTER (
          WHERE raised_at <= ${instantOf(now - LIMIT_HOURS * HOUR_MS)}::timestamptz
        )::integer AS "tooLong"
      FROM alert
      WHERE state = 'new' AND NOT simulated
        AND raised_at <= ${instantOf(now - WAIT_HOURS * HOUR_MS)}::timestamptz
    ) AS left_lying`.execute(db);
  const { raised, decided, rejected, waiting, tooLong } = rows[0]!;
  return {
    state: stateOver(raised, tooLong, waiting),
    en: `Of ${raised} alerts in the last ${DAYS} days people decided ${decided} and rejected ${rejected} of them; ${waiting} alerts of any age have waited for more than ${WAIT_HOURS} hours, ${tooLong} of them for more than ${LIMIT_HOURS}.`,
    ur: `گزشتہ ${DAYS} دن کے ${raised} الرٹ میں سے لوگوں نے ${decided} کا فیصلہ کیا اور ${rejected} مسترد کیے؛ کسی بھی عمر کے ${waiting} الرٹ ${WAIT_HOURS} گھنٹے سے زیادہ سے منتظر ہیں، جن میں سے ${tooLong} کو ${LIMIT_HOURS} گھنٹے سے زیادہ ہو گئے۔`,
    figures: { raised, decided, rejected, waiting, tooLong },
    sources: [{ label: 'alerts', href: '/operations?state=new' }],
  };
});
