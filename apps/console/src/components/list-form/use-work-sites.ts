import type { SiteScope } from '@amaan/contracts/api/me';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../access.ts';
import { purposeQuery } from '../../api/access.ts';
import { sitesQuery } from '../../api/platform.ts';
import { meQuery } from '../../api/session.ts';

/** The sites that one works for now: while a purpose is stated, that of its case alone. */
export function useWorkScope(): SiteScope {
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  const purpose = stated?.purpose ?? null;
  return purpose === null ? (me?.sites ?? []) : [purpose.siteId];
}

export interface WorkSites {
  /** Only who works for every site makes lists of every site. */
  readonly everywhere: boolean;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** The same with their names. */
export function useWorkSites(): WorkSites {
  const scope = useWorkScope();
  const { data: known = [] } = useQuery(sitesQuery);
  return {
    everywhere: scope === 'all',
    sites: known.filter(({ id }) => scope === 'all' || scope.includes(id)),
  };
}

/** The site that a new list is of while nobody has chosen one; null: every site. */
export function firstSite({ everywhere, sites }: WorkSites): string | null {
  return everywhere ? null : (sites[0]?.id ?? null);
}
