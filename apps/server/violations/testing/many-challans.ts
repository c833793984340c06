import { randomBytes } from 'node:crypto';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { insertCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { sql } from 'kysely';

export interface ManyChallans {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly count: number;
  /** Unix time of the first violation, in milliseconds; the others follow by the second, and each is issued an hour later. */
  readonly at: number;
  readonly softwareVersion: string;
}

export function addTestCamera(db: Database, siteId: Identifier, name: string): Promise<Identifier> {
  const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
  return insertCamera(db, { name, url: 'rtsp://10.0.0.5/s1', siteId, analysisRate: 5 }, secrets);
}

/** Challans of 2,000 rupees by the thousand, as if people had confirmed each: put into the database as they would stand there. */
export async function insertManyChallans(db: Database, of: ManyChallans): Promise<void> {
  const { cameraId, siteId, count, softwareVersion } = of;
  const begin: Instant = instantOf(of.at);
  await sql`
    WITH made AS (
      INSERT INTO violation_case (id, site_id, camera_id, kind, state, occurred_at, opened_at, observation_id,
        captured_at, permit_id, software_version, simulated, second_look, plate, observation, reading, vehicle, decided_at)
      SELECT gen_random_uuid(), ${siteId}, ${cameraId}, 'speed', 'confirmed', at, at, gen_random_uuid(),
        at, gen_random_uuid(), ${softwareVersion}, false, false, 'LEA4521', '{}', '{}', '{}', at
      FROM (SELECT ${begin}::timestamptz + make_interval(secs => n) AS at
        FROM generate_series(0, ${count - 1}) AS n) AS times
      RETURNING id, occurred_at),
    issued AS (
      INSERT INTO challan (id, number, case_id, site_id, camera_id, province, plate, kind, state, money_held,
        was_contested, occurred_at, issued_at, law, amount, currency, pay_by, contest_by, software_version, simulated,
        changed_at)
      SELECT gen_random_uuid(), 'T-' || id, id, ${siteId}, ${cameraId}, 'punjab', 'LEA4521', 'speed', 'issued', false,
        false, occurred_at, occurred_at + interval '1 hour', '{"payWithinDays": 30}', 2000, 'PKR',
        occurred_at + interval '30 days', occurred_at + interval '15 days', ${softwareVersion}, false,
        occurred_at + interval '1 hour'
      FROM made RETURNING id, issued_at)
    INSERT INTO challan_event (id, challan_id, at, event, to_state, note)
    SELECT gen_random_uuid(), id, issued_at, 'issued', 'issued', '' FROM issued`.execute(db);
}
