import type { ExplainedKind } from '@amaan/contracts/explanation';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../access.ts';
import { explanationQuery } from '../../api/explanations.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { ChainView } from './chain-view.tsx';

/** Why something is there: from the frame to what people decided. Nothing for who may not read it. */
export function ExplainedChain({ kind, id }: { kind: ExplainedKind; id: string }) {
  const may = useMay();
  const allowed = may(`${kind}.explain`);
  const { data, error, refetch } = useQuery({ ...explanationQuery(kind, id), enabled: allowed });
  if (!allowed) return null;
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <ChainView explanation={data} />;
}
