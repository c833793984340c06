import { useQuery } from '@tanstack/react-query';
import { meQuery } from './api/session.ts';

/**
 * What the console offers to the person. The server decides every request again; this only keeps buttons
 * away that would be refused.
 */
export function useMay(): (action: string) => boolean {
  const { data: me } = useQuery(meQuery);
  return (action) => me?.actions.includes(action) ?? false;
}
