import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import { listSites, type Site } from '@amaan/store/sites';

/** The sites that a reader may see, or the one of them that was asked for. */
export async function visibleSites(db: Database, scope: SiteScope, siteId?: Identifier): Promise<Site[]> {
  return (await listSites(db)).filter(
    ({ id }) => (scope === 'all' || scope.includes(id)) && (siteId === undefined || siteId === id),
  );
}
