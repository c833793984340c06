import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../access.ts';
import { explanationQuery } from '../../../api/explanations.ts';
import { ChainView } from '../../../components/explanation/chain-view.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';

/** Why the match is there: from the frame to the authorisation, and to the answers once it is decided. */
export function MatchChain({ id }: { id: string }) {
  const may = useMay();
  const { data, error, refetch } = useQuery({
    ...explanationQuery('face-match', id),
    enabled: may('face-match.explain'),
  });
  if (!may('face-match.explain')) return null;
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <ChainView explanation={data} />;
}
