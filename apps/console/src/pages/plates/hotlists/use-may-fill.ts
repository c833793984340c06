import type { SiteScope } from '@amaan/contracts/api/me';
import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../access.ts';
import { purposeQuery } from '../../../api/access.ts';
import { meQuery } from '../../../api/session.ts';

/** The sites that one works for now: while a purpose is stated, that of its case alone. */
export function useWorkSites(): SiteScope {
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  const purpose = stated?.purpose ?? null;
  return purpose === null ? (me?.sites ?? []) : [purpose.siteId];
}

/** Whether one may change a list: it is of one of one's own sites, or one works for all of them. */
export function useMayFill(): (list: Pick<Hotlist, 'siteId'>) => boolean {
  const may = useMay();
  const sites = useWorkSites();
  return ({ siteId }) =>
    may('hotlist.write') && (sites === 'all' || (siteId !== null && sites.includes(siteId)));
}
