import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import { type Selectable, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import type { PlateRead } from '../plates/sightings.ts';
import type { Schema } from '../schema.ts';

/** A vehicle at one end of a section. */
export interface StoredPassage {
  readonly passage: SectionPassage;
  /** By the control plane's clock. */
  readonly at: Instant;
  /** Null: not read yet. */
  readonly plate: string | null;
  readonly readId: Identifier | null;
}

/** The plate of a vehicle, with the observation that says it. */
export interface PassagePlate {
  readonly text: string;
  readonly confidence: number;
  readonly readId: Identifier;
}

export function passagePlate({ id, reading }: PlateRead): PassagePlate {
  return { text: reading.text, confidence: reading.confidence, readId: id };
}

/** Remembers a passage; one that is there already is left as it is. @returns whether it is new */
export async function insertSectionPassage(
  tx: Database,
  kept: {
    readonly passage: SectionPassage;
    readonly at: Instant;
    readonly plate: PassagePlate | null;
    readonly expiresAt: Instant;
  },
): Promise<boolean> {
  const { passage, at, plate, expiresAt } = kept;
  const row = await tx
    .insertInto('section_passage')
    .values({
      ...{ id: passage.id, section_id: passage.sectionId, section_end: passage.end },
      ...{ site_id: passage.siteId, camera_id: passage.cameraId, track: passage.object.track, at },
      body: JSON.stringify({ passage, readId: plate?.readId ?? null }),
      ...{ plate: plate?.text ?? null, plate_confidence: plate?.confidence ?? null, expires_at: expiresAt },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives the passages of a track their plate. @returns those that had none */
export async function plateSectionPassages(
  tx: Database,
  of: {
    readonly cameraId: Identifier;
    readonly track: number;
    readonly from: Instant;
    readonly to: Instant;
    readonly plate: PassagePlate;
  },
): Promise<StoredPassage[]> {
  const { cameraId, track, from, to, plate } = of;
  const rows = await tx
    .updateTable('section_passage')
    .set({
      ...{ plate: plate.text, plate_confidence: plate.confidence },
      body: sql`body || jsonb_build_object('readId', ${plate.readId}::text)`,
    })
    .where('camera_id', '=', cameraId)
    .where('track', '=', track)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where('plate', 'is', null)
    .returningAll()
    .execute();
  return rows.map(passageOf);
}

/** The passages of a plate at one end of a section, oldest first; locked until the transaction is over. */
export async function findSectionPassages(
  tx: Database,
  of: { readonly sectionId: Identifier; readonly end: 'entry' | 'exit'; readonly plate: string },
): Promise<StoredPassage[]> {
  const rows = await tx
    .selectFrom('section_passage')
    .selectAll()
    .where('section_id', '=', of.sectionId)
    .where('plate', '=', of.plate)
    .where('section_end', '=', of.end)
    .orderBy('at')
    .forUpdate()
    .execute();
  return rows.map(passageOf);
}

export async function deleteSectionPassages(tx: Database, ids: readonly Identifier[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('section_passage')
      .where('id', 'in', [...ids])
      .execute();
}

/** Forgets the passages whose time is over. @returns how many */
export async function dropExpiredPassages(db: Database, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('section_passage')
    .where('expires_at', '<', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function passageOf(row: Selectable<Schema['section_passage']>): StoredPassage {
  return { passage: row.body.passage, readId: row.body.readId, at: row.at, plate: row.plate };
}
