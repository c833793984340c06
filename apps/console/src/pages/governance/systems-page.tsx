import { Skeleton } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { systemsQuery } from '../../api/platform.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { GovernanceFrame } from './governance-frame.tsx';
import { SystemCard } from './system-card.tsx';

/** The register of AI systems: what each may do, who approved it, and until when. */
export function SystemsPage() {
  const { t } = useTranslation();
  const { data: systems, error, refetch } = useQuery(systemsQuery);
  return (
    <GovernanceFrame title={t('governance.systems')} hint={t('governance.systemsHint')}>
      {error && !systems ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : systems === undefined ? (
        <Skeleton height={360} />
      ) : systems.length === 0 ? (
        <EmptyNotice icon={<IconScale />} title={t('governance.empty')} hint={t('governance.emptyHint')} />
      ) : (
        systems.map((system) => <SystemCard key={system.id} system={system} />)
      )}
    </GovernanceFrame>
  );
}
