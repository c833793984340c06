import type { CONCERN_CATEGORIES } from '@amaan/contracts/governance/concern';
import { Skeleton } from '@mantine/core';
import { IconMessageReport, IconPointer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { concernsQuery } from '../../../api/concerns.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import type { en } from '../../../messages/en.ts';
import { FlowList } from '../flows/flow-list.tsx';
import classes from '../flows/flows.module.css';
import { GovernanceFrame } from '../governance-frame.tsx';
import { ConcernDetail } from './concern-detail.tsx';

const route = getRouteApi('/shell/governance/concerns');

/** What people inside and outside say is wrong. */
export function ConcernsPage() {
  const { t } = useTranslation();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(concernsQuery);
  const select = (next: string | undefined) =>
    void navigate({ search: (before) => ({ site: before.site, id: next }) as never });
  return (
    <GovernanceFrame title={t('concerns.title')} hint={t('concerns.hint')}>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={320} />
      ) : data.length === 0 ? (
        <EmptyNotice
          icon={<IconMessageReport />}
          title={t('concerns.empty')}
          hint={t('incidents.emptyHint')}
        />
      ) : (
        <div className={classes.columns} data-open={id !== undefined || undefined}>
          <FlowList
            records={data}
            selected={id}
            titleOf={({ body }) =>
              t(`concerns.categories.${body.category as (typeof CONCERN_CATEGORIES)[number]}`)
            }
            extraOf={({ body }) => (
              <span>{t(`concerns.origin.${body.origin as keyof typeof en.concerns.origin}`)}</span>
            )}
            onSelect={select}
          />
          {id === undefined ? (
            <EmptyNotice icon={<IconPointer />} title={t('concerns.choose')} />
          ) : (
            <ConcernDetail key={id} id={id} onClose={() => select(undefined)} />
          )}
        </div>
      )}
    </GovernanceFrame>
  );
}
