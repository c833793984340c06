import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { SignalNetwork } from '@amaan/contracts/traffic/what-if';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** Puts a network down whose file lies among the objects. */
export async function insertNetwork(
  tx: Database,
  network: SignalNetwork & { readonly digest: Digest },
): Promise<void> {
  await tx
    .insertInto('signal_network')
    .values({
      id: network.id,
      site_id: network.siteId,
      name: network.name,
      digest: digestBytes(network.digest),
      bytes: network.bytes,
      junctions: JSON.stringify(network.junctions),
      added_at: network.addedAt,
      added_by_name: network.addedBy,
    })
    .execute();
}

/** Networks of somebody's sites with the digests of their files, the newest first. */
export async function listNetworks(
  db: Database,
  sites: SiteScope,
  id?: Identifier,
): Promise<(SignalNetwork & { digest: Digest })[]> {
  let query = db.selectFrom('signal_network').selectAll().where(withinSites('site_id', sites));
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    bytes: row.bytes,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    junctions: row.junctions,
    digest: digestHex(row.digest),
  }));
}
