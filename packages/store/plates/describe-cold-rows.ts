import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { sql } from 'kysely';
import { digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import type { ColdRow } from './cold-sightings.ts';
import { sightingOf } from './sightings.ts';

/** Adds to rows of files what only the database knows: names and places of cameras, pictures, corrections. */
export async function describeColdRows(db: Database, rows: readonly ColdRow[]): Promise<Sighting[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const cameras = await db
    .selectFrom('camera')
    .select(['id', 'name', 'longitude', 'latitude'])
    .where('id', '=', sql<Identifier>`any(${[...new Set(rows.map((row) => row.camera_id))]}::uuid[])`)
    .execute();
  const evidence = await db
    .selectFrom('evidence_item')
    .select(['observation_id', 'kind', 'digest'])
    .where('observation_id', '=', sql<Identifier>`any(${ids}::uuid[])`)
    .execute();
  const corrections = await db
    .selectFrom('plate_correction')
    .select(['observation_id', 'plate', 'original'])
    .where('observation_id', '=', sql<Identifier>`any(${ids}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const cameraOf = new Map(cameras.map((camera) => [camera.id, camera]));
  const digestOf = new Map(
    evidence.map((item) => [`${item.observation_id} ${item.kind}`, digestHex(item.digest)]),
  );
  const saidOf = new Map(corrections.map((one) => [one.observation_id, one]));
  return rows.map((row) => {
    const camera = cameraOf.get(row.camera_id);
    const said = saidOf.get(row.id);
    return sightingOf({
      ...row,
      captured_at: instantOf(row.captured_at),
      corrected: said === undefined || said.plate === said.original ? null : said.plate,
      camera_name: camera?.name ?? '',
      longitude: camera?.longitude ?? null,
      latitude: camera?.latitude ?? null,
      crop: digestOf.get(`${row.id} plate-crop`) ?? null,
      picture: digestOf.get(`${row.id} picture`) ?? null,
    });
  });
}
