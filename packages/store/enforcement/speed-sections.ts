import type { SiteScope } from '@amaan/contracts/api/me';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { SpeedSectionInput } from '@amaan/contracts/violations/api-enforcement';
import type { SpeedSection } from '@amaan/contracts/violations/enforcement';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** `SPEED_SECTION_CHANGED`: somebody else saved or removed it meanwhile. */
export class SpeedSectionError extends AmaanError {}

/** A section in force. */
export interface StoredSection {
  readonly section: SpeedSection;
  readonly version: number;
  readonly siteId: Identifier;
}

/** The sections in force, by their names. */
export async function listSpeedSections(
  db: Database,
  filter: { readonly sites?: SiteScope; readonly ids?: readonly Identifier[] } = {},
): Promise<StoredSection[]> {
  let query = db
    .selectFrom('speed_section')
    .select(['section_id', 'version', 'site_id', 'body'])
    .where('retired_at', 'is', null);
  if (filter.sites !== undefined) query = query.where(withinSites('site_id', filter.sites));
  if (filter.ids !== undefined) {
    if (filter.ids.length === 0) return [];
    query = query.where('section_id', 'in', [...filter.ids]);
  }
  const rows = await query.execute();
  return rows
    .map(({ section_id, version, site_id, body }) => ({
      section: { ...body, id: section_id },
      version,
      siteId: site_id,
    }))
    .toSorted((a, b) => a.section.name.localeCompare(b.section.name));
}

/**
 * Makes a section, or the next version of one. Call it in a transaction.
 * @throws SpeedSectionError `SPEED_SECTION_CHANGED`
 */
export async function saveSpeedSection(
  db: Database,
  saved: {
    /** Null: a new one. */
    readonly id: Identifier | null;
    readonly siteId: Identifier;
    readonly section: SpeedSectionInput;
    readonly at: Instant;
    readonly by: { readonly id: string; readonly name: string };
  },
  seen: number,
): Promise<StoredSection> {
  const { siteId, section, at, by } = saved;
  if (saved.id !== null) await retireSpeedSection(db, saved.id, seen, at);
  const id = saved.id ?? newIdentifier();
  const version = seen + 1;
  await db
    .insertInto('speed_section')
    .values({
      ...{ section_id: id, version, site_id: siteId, body: JSON.stringify(section), at },
      ...{ by_user: by.id, by_name: by.name, retired_at: null },
    })
    .execute();
  return { section: { ...section, id }, version, siteId };
}

/** Takes a section out of force. Call it in a transaction. @throws SpeedSectionError `SPEED_SECTION_CHANGED` */
export async function retireSpeedSection(
  db: Database,
  id: Identifier,
  seen: number,
  at: Instant,
): Promise<void> {
  const row = await db
    .updateTable('speed_section')
    .set({ retired_at: at })
    .where('section_id', '=', id)
    .where('version', '=', seen)
    .where('retired_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  if (row === undefined)
    throw new SpeedSectionError(
      'SPEED_SECTION_CHANGED',
      'Somebody else changed this section meanwhile; nothing was saved. Look at it anew and do it again.',
    );
}
