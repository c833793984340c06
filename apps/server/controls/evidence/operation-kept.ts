import { instantOf } from '@amaan/contracts/instant';
import { PERMIT_MAX_SECONDS } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { sql } from 'kysely';
import { DAY_MS, present, stateOf, stateOver } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** The newest observations tell how far clocks are apart; more would only cost time. */
const CLOCK_SAMPLE = 1000;
const CLOCK_LIMIT_MS = 2000;

/** What may run is configured exactly as the register has it. */
export const configurationKept = present(async ({ running }) => {
  const systems = await running();
  const other = systems.filter(
    ({ definition, permit }) => permit!.configurationDigest !== configurationDigest(definition),
  );
  return {
    state: stateOver(systems.length, other.length),
    en: `${systems.length - other.length} of ${systems.length} permits in force are for the configuration digest that the register has.`,
    ur: `${systems.length} میں سے ${systems.length - other.length} اجازت نامے رجسٹر والے ترتیب ڈائجسٹ کے ہیں۔`,
    figures: { permitsInForce: systems.length, otherConfiguration: other.length },
    sources: systemSources(other.length > 0 ? other : systems),
  };
});

/** The clocks of workers agree with the control plane's. */
export const clocksAgree = present(async ({ db, now }) => {
  const { rows } = await sql<{ seen: number; worst: number; off: number }>`
    SELECT count(*)::integer AS seen,
      coalesce(round(max(abs(clock_offset_ms))), 0)::integer AS worst,
      count(*) FILTER (WHERE abs(clock_offset_ms) > ${CLOCK_LIMIT_MS})::integer AS off
    FROM (
      SELECT clock_offset_ms FROM observation
      WHERE captured_at > ${instantOf(now - DAY_MS)}::timestamptz AND NOT simulated
      ORDER BY captured_at DESC LIMIT ${CLOCK_SAMPLE}
    ) AS newest`.execute(db);
  const { seen, worst, off } = rows[0]!;
  return {
    state: stateOver(seen, off),
    en: `Over the newest ${seen} observations of the last day clocks were at most ${worst} ms apart; ${off} were beyond ${CLOCK_LIMIT_MS} ms.`,
    ur: `گزشتہ دن کے تازہ ترین ${seen} مشاہدات میں گھڑیوں کا زیادہ سے زیادہ فرق ${worst} ملی سیکنڈ تھا؛ ${off} میں ${CLOCK_LIMIT_MS} سے زیادہ۔`,
    figures: { observations: seen, worstMs: worst, beyondLimit: off },
  };
});

/** Keys are at work and what they sign does not live long. */
export const keysAtWork = present(async ({ running, db }) => {
  const systems = await running();
  const long = systems.filter(
    ({ permit }) => Date.parse(permit!.expiresAt) - Date.parse(permit!.issuedAt) > PERMIT_MAX_SECONDS * 1000,
  );
  const { sealed } = await db
    .selectFrom('camera')
    .select(({ fn }) => fn.countAll<number>().as('sealed'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { notes } = await db
    .selectFrom('ledger_checkpoint')
    .select(({ fn }) => fn.countAll<number>().as('notes'))
    .executeTakeFirstOrThrow();
  return {
    state: stateOf(long.length, notes === 0),
    en: `${systems.length} signed permits are in force, ${long.length} of them for longer than 24 hours; ${notes} checkpoints are signed and the addresses of ${sealed} cameras are stored encrypted.`,
    ur: `${systems.length} دستخط شدہ اجازت نامے نافذ ہیں، جن میں سے ${long.length} 24 گھنٹے سے زیادہ کے ہیں؛ ${notes} چیک پوائنٹ دستخط شدہ ہیں اور ${sealed} کیمروں کے پتے خفیہ ہیں۔`,
    figures: {
      permitsInForce: systems.length,
      tooLong: long.length,
      checkpoints: notes,
      sealedCameras: sealed,
    },
    sources: [{ label: 'ledger', href: '/governance/ledger' }],
  };
});

/** What an alert shows is kept with its digest. */
export const evidenceKept = present(async ({ db, now }) => {
  const { rows } = await sql<{ alerts: number; kept: number }>`
    SELECT count(*)::integer AS alerts,
      count(*) FILTER (WHERE EXISTS (
        SELECT FROM evidence_item WHERE evidence_item.observation_id = alert.observation_id
      ))::integer AS kept
    FROM alert
    WHERE raised_at > ${instantOf(now - DAY_MS)}::timestamptz AND NOT simulated`.execute(db);
  const { alerts, kept } = rows[0]!;
  return {
    state: stateOver(alerts, 0, kept < alerts),
    en: `${kept} of ${alerts} alerts of the last 24 hours have pictures or clips kept under their digest.`,
    ur: `گزشتہ 24 گھنٹوں کے ${alerts} میں سے ${kept} الرٹ کی تصاویر یا کلپ ڈائجسٹ سمیت محفوظ ہیں۔`,
    figures: { alerts, kept },
    sources: [{ label: 'alerts', href: '/operations?state=new' }],
  };
});

/** What we own is listed: cameras, workers, models and AI systems, each system with an owner. */
export const assetsListed = present(async ({ db, systems, entries }) => {
  const { rows } = await sql<{ cameras: number; workers: number; models: number }>`
    SELECT (SELECT count(*) FROM camera WHERE deleted_at IS NULL)::integer AS cameras,
      (SELECT count(*) FROM worker)::integer AS workers,
      (SELECT count(*) FROM model)::integer AS models`.execute(db);
  const { cameras, workers, models } = rows[0]!;
  const [registered, written] = await Promise.all([systems(), entries()]);
  const ownerless = registered.filter(
    ({ definition }) => (written.get(definition.id)?.body.owner ?? '') === '',
  );
  return {
    state: stateOf(0, ownerless.length),
    en: `${cameras} cameras, ${workers} workers, ${models} model files and ${registered.length} AI systems are registered; ${ownerless.length} of the systems name no owner.`,
    ur: `${cameras} کیمرے، ${workers} ورکر، ${models} ماڈل فائلیں اور ${registered.length} AI نظام درج ہیں؛ ${ownerless.length} نظاموں کا ذمہ دار درج نہیں۔`,
    figures: { cameras, workers, models, systems: registered.length, withoutOwner: ownerless.length },
    sources: systemSources(ownerless),
  };
});
