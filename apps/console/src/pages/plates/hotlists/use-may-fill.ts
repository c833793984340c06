import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { useMay } from '../../../access.ts';
import { useWorkScope } from '../../../components/list-form/use-work-sites.ts';

/** Whether one may change a list: it is of one of one's own sites, or one works for all of them. */
export function useMayFill(): (list: Pick<Hotlist, 'siteId'>) => boolean {
  const may = useMay();
  const sites = useWorkScope();
  return ({ siteId }) =>
    may('hotlist.write') && (sites === 'all' || (siteId !== null && sites.includes(siteId)));
}
