import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../access.ts';
import { purposeQuery } from '../../api/access.ts';

/** The stated purpose under which plates are searched in this browser session. */
const SEARCH_PURPOSE = 'amaan.plate-search-purpose';

export interface SearchReason {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly expiresAt: string;
  readonly statement: string;
}

/**
 * The case and reason that searches are made for. Null until they were stated for searching: a purpose that was
 * stated for reading alerts does not open where a vehicle was.
 */
export function useSearchReason(): SearchReason | null {
  const may = useMay();
  const { data } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  const purpose = data?.purpose ?? null;
  return purpose !== null && purpose.id === sessionStorage.getItem(SEARCH_PURPOSE) ? purpose : null;
}

/** Remembers that a purpose was stated for searching. */
export function keepSearchReason(purposeId: string): void {
  sessionStorage.setItem(SEARCH_PURPOSE, purposeId);
}
