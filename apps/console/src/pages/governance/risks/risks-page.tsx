import type { RiskRating } from '@amaan/contracts/governance/risk';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconAlertHexagon, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { riskGuideQuery, risksQuery } from '../../../api/risks.ts';
import { RecordBrowser } from '../../../components/records/record-browser.tsx';
import { matchesRecord, type RecordSearch } from '../../../components/records/record-search.ts';
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
  const narrow = (change: { [Key in keyof RecordSearch]: RecordSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never });
  const select = (id: string | undefined) => narrow({ id });
  const chosen = data?.find(({ record }) => record.id === search.id);
  const add = may('risk.write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('risks.add')}
    </Button>
  );
  return (
    <GovernanceFrame title={t('risks.title')} hint={t('risks.hint')} actions={add || undefined}>
      <RecordBrowser
        items={data}
        error={error}
        search={search}
        states={STATES}
        keep={(view) => cell === null || (view.record.closedAt === null && isIn(cell, view))}
        below={
          guide &&
          data &&
          data.length > 0 && (
            <RiskMatrix
              risks={data.filter(({ record }) => record.closedAt === null && matchesRecord(record, search))}
              guide={guide}
              chosen={cell}
              onChoose={setCell}
            />
          )
        }
        icon={<IconAlertHexagon />}
        empty={{ title: t('risks.empty'), hint: t('risks.emptyHint'), action: add }}
        factsOf={(view) => <RiskFacts view={view} />}
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
        onSearch={narrow}
        onRetry={() => void refetch()}
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
