import type { SiteScope } from '@amaan/contracts/api/me';
import type { Briefing, BriefingInput } from '@amaan/contracts/crime/briefing';
import type { Digest } from '@amaan/contracts/digest';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

export interface MadeBriefing {
  readonly id: Identifier;
  readonly input: BriefingInput;
  readonly simulated: boolean;
  readonly at: Instant;
  readonly by: RecordAuthor;
  readonly digest: Digest;
}

/** Puts down a briefing that was printed. */
export async function insertBriefing(tx: Database, briefing: MadeBriefing): Promise<void> {
  const { id, input, simulated, at, by, digest } = briefing;
  await tx
    .insertInto('crime_briefing')
    .values({
      ...{ id, site_id: input.siteId, body: JSON.stringify(input), simulated },
      ...{ made_at: at, made_by: by.actor, made_by_name: by.name, digest: digestBytes(digest) },
    })
    .execute();
}

/** Newest first. */
export async function listBriefings(
  db: Database,
  sites: SiteScope,
  query: { readonly siteId?: Identifier | undefined; readonly id?: Identifier },
): Promise<Briefing[]> {
  let asked = db.selectFrom('crime_briefing').selectAll().where(withinSites('site_id', sites));
  if (query.siteId !== undefined) asked = asked.where('site_id', '=', query.siteId);
  if (query.id !== undefined) asked = asked.where('id', '=', query.id);
  const rows = await asked.orderBy('id', 'desc').limit(200).execute();
  return rows.map(({ id, body, simulated, made_at, made_by_name, digest }) => ({
    ...body,
    ...{ id, simulated, madeAt: made_at, madeBy: made_by_name, digest: digestHex(digest) },
  }));
}
