import type { CONCERN_CATEGORIES } from '@amaan/contracts/governance/concern';
import { IconMessageReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { concernsQuery } from '../../../api/concerns.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { RecordColumns } from '../../../components/records/record-columns.tsx';
import { RecordList } from '../../../components/records/record-list.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { en } from '../../../messages/en.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { ConcernDetail } from './concern-detail.tsx';

const route = getRouteApi('/shell/governance/concerns');

/** What people inside and outside say is wrong. */
export function ConcernsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(concernsQuery);
  const select = (next: string | undefined) =>
    void navigate({ search: (before) => ({ site: before.site, id: next }) as never });
  return (
    <GovernanceFrame title={t('concerns.title')} hint={t('concerns.hint')}>
      <RecordColumns
        loading={data === undefined}
        error={data === undefined ? error : null}
        onRetry={() => void refetch()}
        empty={
          data?.length === 0 ? (
            <EmptyNotice
              icon={<IconMessageReport />}
              title={t('concerns.empty')}
              hint={t('incidents.emptyHint')}
            />
          ) : null
        }
        list={
          <RecordList
            items={(data ?? []).map((record) => ({ record }))}
            selected={id}
            titleOf={({ record: { body } }) =>
              t(`concerns.categories.${body.category as (typeof CONCERN_CATEGORIES)[number]}`)
            }
            factsOf={({ record: { body, openedAt } }) => (
              <>
                <span>{t(`concerns.origin.${body.origin as keyof typeof en.concerns.origin}`)}</span>
                <span className="quiet">{t('incidents.openedAt', { at: format.date(openedAt) })}</span>
              </>
            )}
            onSelect={select}
          />
        }
        detail={
          id === undefined ? null : <ConcernDetail key={id} id={id} onClose={() => select(undefined)} />
        }
      />
    </GovernanceFrame>
  );
}
