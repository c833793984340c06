import type { RiskRating } from '@amaan/contracts/governance/risk';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconAlertHexagon, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { riskGuideQuery, risksQuery } from '../../../api/risks.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { RecordColumns } from '../../../components/records/record-columns.tsx';
import { RecordFilters } from '../../../components/records/record-filters.tsx';
import { RecordList } from '../../../components/records/record-list.tsx';
import { matchesRecord } from '../../../components/records/record-search.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { RiskDetail } from './risk-detail.tsx';
import { RiskFacts } from './risk-facts.tsx';
import { RiskForm } from './risk-form.tsx';
import { isIn, RiskMatrix } from './risk-matrix.tsx';

const route = getRouteApi('/shell/governance/risks');
const STATES = ['open', 'reopened', 'treated', 'accepted', 'closed'] as const;

/** The AI risk register: the matrix, the list, and one risk with its treatment and its past. */
export function RisksPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(risksQuery);
  const { data: guide } = useQuery(riskGuideQuery);
  const [cell, setCell] = useState<RiskRating | null>(null);
  const [adding, setAdding] = useState(false);
  const select = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, id }) as never });
  const matching = (data ?? []).filter(({ record }) => matchesRecord(record, search));
  const items = matching.filter(
    (view) => cell === null || (view.record.closedAt === null && isIn(cell, view)),
  );
  const chosen = data?.find(({ record }) => record.id === search.id);
  const add = may('risk.write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('risks.add')}
    </Button>
  );
  return (
    <GovernanceFrame title={t('risks.title')} hint={t('risks.hint')} actions={add || undefined}>
      <RecordColumns
        above={
          <>
            <RecordFilters
              search={search}
              records={data?.map(({ record }) => record) ?? []}
              states={STATES}
              onChange={(change) =>
                void navigate({ search: (before) => ({ ...before, ...change }) as never })
              }
            />
            {guide && data && data.length > 0 && (
              <RiskMatrix
                risks={matching.filter(({ record }) => record.closedAt === null)}
                guide={guide}
                chosen={cell}
                onChoose={setCell}
              />
            )}
          </>
        }
        loading={data === undefined}
        error={data === undefined ? error : null}
        onRetry={() => void refetch()}
        empty={
          items.length > 0 ? null : data?.length === 0 ? (
            <EmptyNotice
              icon={<IconAlertHexagon />}
              title={t('risks.empty')}
              hint={t('risks.emptyHint')}
              action={add}
            />
          ) : (
            <EmptyNotice icon={<IconAlertHexagon />} title={t('documents.nothingFound')} />
          )
        }
        list={
          <RecordList
            items={items}
            selected={search.id}
            factsOf={(view) => <RiskFacts view={view} />}
            onSelect={select}
          />
        }
        detail={
          chosen === undefined ? null : guide === undefined ? (
            <Skeleton height={320} />
          ) : (
            <RiskDetail
              key={chosen.record.id}
              view={chosen}
              guide={guide}
              onClose={() => select(undefined)}
            />
          )
        }
      />
      {adding && guide && (
        <Modal opened size="lg" onClose={() => setAdding(false)} title={t('risks.add')}>
          <RiskForm
            view={null}
            guide={guide}
            onSaved={(id) => {
              setAdding(false);
              select(id);
            }}
            onClose={() => setAdding(false)}
          />
        </Modal>
      )}
    </GovernanceFrame>
  );
}
