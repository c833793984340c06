import type { SiteScope } from '@amaan/contracts/api/me';
import { type RawBuilder, sql } from 'kysely';

/**
 * The condition that a column names a site of somebody's scope.
 * @example db.selectFrom('alert').where(withinSites('alert.site_id', principal.sites))
 */
export function withinSites(column: string, sites: SiteScope): RawBuilder<boolean> {
  if (sites === 'all') return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(column)} = any(${[...sites]}::uuid[])`;
}
