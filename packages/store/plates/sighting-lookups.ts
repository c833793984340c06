import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { sql } from 'kysely';
import { getObservation } from '../observations.ts';
import type { Database } from '../open-database.ts';
import { describeColdRows } from './describe-cold-rows.ts';
import { getSighting } from './sightings.ts';

/** A sighting, also of a day that has moved to a file: its observation is still there. */
export async function findAnySighting(
  db: Database,
  key: { readonly id: Identifier; readonly capturedAt: Instant },
): Promise<Sighting | null> {
  const hot = await getSighting(db, key);
  if (hot !== null) return hot;
  const observation = await getObservation(db, key);
  if (observation?.kind !== 'plate-read') return null;
  const { reading, vehicle } = observation;
  const [described] = await describeColdRows(db, [
    {
      ...{ id: observation.id, captured_at: Date.parse(observation.capturedAt), plate: reading.text },
      ...{ confidence: reading.confidence, format: reading.format, rows: reading.rows },
      ...{ site_id: observation.siteId, camera_id: observation.cameraId, simulated: observation.simulated },
      ...{ class: vehicle.class, class_confidence: vehicle.classConfidence, colour: vehicle.colour },
      ...{ colour_confidence: vehicle.colourConfidence, heading: vehicle.heading, box: vehicle.box },
      suspicion: null,
    },
  ]);
  return described ?? null;
}

/** Whether an alert is about this sighting, or names it as the other one of a plate on two vehicles. */
export async function namedByAlert(db: Database, id: Identifier): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM alert WHERE observation_id = ${id}::uuid
    UNION ALL SELECT FROM alert WHERE cause -> 'suspicion' ->> 'otherId' = ${id} LIMIT 1`.execute(db);
  return rows.length > 0;
}
