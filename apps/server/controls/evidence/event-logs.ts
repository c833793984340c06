import { lastFullLedgerCheck, listLedgerChecks } from '@amaan/store/ledger-checks';
import { HOUR_MS, recurring, stateOf } from '../live-finding.ts';

/** The platform signs every ten seconds; what is unsigned for longer points at a stopped or refused signature. */
const UNSIGNED_ALLOWED_MS = 10 * 60 * 1000;
/** Everything is verified once a day; one may be missed by a restart at the wrong moment. */
const SELF_CHECK_MAX_AGE_MS = 26 * HOUR_MS;

/** The ledger grows, its head is signed, and the platform's own check of it found no fault. */
export const eventLogs = recurring(SELF_CHECK_MAX_AGE_MS, async ({ db, now, at }) => {
  const { size } = await db.selectFrom('ledger_state').select('size').executeTakeFirstOrThrow();
  const checkpoint = await db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  const signed = checkpoint?.size ?? 0;
  const oldestUnsigned = await db
    .selectFrom('ledger_entry')
    .select('at')
    .where('index', '=', signed)
    .executeTakeFirst();
  const first = await db.selectFrom('ledger_entry').select('at').where('index', '=', 0).executeTakeFirst();
  const [newest] = await listLedgerChecks(db, 1);
  const fullAt = await lastFullLedgerCheck(db);
  const late = oldestUnsigned !== undefined && now - Date.parse(oldestUnsigned.at) > UNSIGNED_ALLOWED_MS;
  const faults = newest?.faults.length ?? 0;
  return {
    state: stateOf(late || faults > 0, newest === undefined),
    en:
      newest === undefined
        ? `The ledger has ${size} entries, ${signed} of them under a signed checkpoint; the platform has not verified it yet.`
        : `The ledger has ${size} entries, ${signed} of them under a signed checkpoint; the last self-check of ${newest.size} entries found ${faults} faults.`,
    ur:
      newest === undefined
        ? `لیجر میں ${size} اندراج ہیں، جن میں سے ${signed} دستخط شدہ چیک پوائنٹ کے تحت ہیں؛ پلیٹ فارم نے ابھی تصدیق نہیں کی۔`
        : `لیجر میں ${size} اندراج ہیں، جن میں سے ${signed} دستخط شدہ چیک پوائنٹ کے تحت ہیں؛ ${newest.size} اندراجات کی آخری جانچ میں ${faults} خرابیاں ملیں۔`,
    figures: {
      entries: size,
      signed,
      lastCheckAt: newest?.at ?? null,
      lastFullCheckAt: fullAt,
      faults,
    },
    // What was never verified is as old as the ledger itself.
    asOf: fullAt ?? first?.at ?? at,
    sources: [{ label: 'ledger', href: '/governance/ledger' }],
  };
});
