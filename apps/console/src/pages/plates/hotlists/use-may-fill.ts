import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../access.ts';
import { meQuery } from '../../../api/session.ts';

/** Whether one may change a list: it is of one of one's own sites, or one works for all of them. */
export function useMayFill(): (list: Pick<Hotlist, 'siteId'>) => boolean {
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  return ({ siteId }) =>
    may('hotlist.write') &&
    me !== undefined &&
    (me.sites === 'all' || (siteId !== null && me.sites.includes(siteId)));
}
