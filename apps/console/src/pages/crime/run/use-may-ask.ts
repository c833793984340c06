import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../access.ts';
import { crimeStandingQuery } from '../../../api/crime.ts';

/** Whether the person may have something computed now: while the system does not run, what there is can only be read. */
export function useMayAsk(): boolean {
  const may = useMay();
  const { data: standing } = useQuery(crimeStandingQuery);
  return may('crime-analysis.run') && standing?.running !== false;
}
