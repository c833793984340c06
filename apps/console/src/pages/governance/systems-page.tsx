import type { SystemView } from '@amaan/contracts/api/system-view';
import { Skeleton } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { systemsQuery } from '../../api/platform.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { GovernanceFrame } from './governance-frame.tsx';
import { SystemRow } from './system-row.tsx';
import classes from './systems.module.css';

/** The register of AI systems: where each stands, and what waits for somebody. */
export function SystemsPage() {
  const { t } = useTranslation();
  const { data: systems, error, refetch } = useQuery(systemsQuery);
  const nothingRuns = systems?.every(({ permit, models }) => models.length === 0 || permit === null) ?? false;
  return (
    <GovernanceFrame title={t('governance.systems')} hint={t('governance.systemsHint')}>
      {error && !systems ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : systems === undefined ? (
        <Skeleton height={560} />
      ) : systems.length === 0 ? (
        <EmptyNotice icon={<IconScale />} title={t('governance.empty')} hint={t('governance.emptyHint')} />
      ) : (
        <>
          {nothingRuns && (
            <p className={classes.nothingRuns} role="status">
              {t('lifecycle.nothingRuns')}
            </p>
          )}
          <ul className={classes.list}>
            {inOrder(systems).map((system) => (
              <SystemRow key={system.id} system={system} />
            ))}
          </ul>
        </>
      )}
    </GovernanceFrame>
  );
}

/** What runs before what is built, and that before what is only described. */
function inOrder(systems: readonly SystemView[]): SystemView[] {
  const rank = ({ built, permit }: SystemView) => (permit !== null ? 0 : built ? 1 : 2);
  return systems.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}
