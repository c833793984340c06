import { useSearch } from '@tanstack/react-router';
import { useWorkSites } from '../../components/list-form/use-work-sites.ts';

/** The site that is looked at: that of the shell, or the first one that one works for; undefined: there is none. */
export function useCrimeSite(): { readonly id: string; readonly name: string } | undefined {
  const { site } = useSearch({ from: '/shell' });
  const { sites } = useWorkSites();
  return sites.find(({ id }) => id === site) ?? sites[0];
}
