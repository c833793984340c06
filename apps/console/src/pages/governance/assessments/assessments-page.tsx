import { Button } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { assessmentsQuery } from '../../../api/assessments.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { RecordColumns } from '../../../components/records/record-columns.tsx';
import { RecordFilters } from '../../../components/records/record-filters.tsx';
import { RecordList } from '../../../components/records/record-list.tsx';
import { matchesRecord } from '../../../components/records/record-search.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { AssessmentDetail } from './assessment-detail.tsx';
import { AssessmentFacts } from './assessment-facts.tsx';
import { EndingAssessments } from './ending-assessments.tsx';
import { NewAssessmentDialog } from './new-assessment-dialog.tsx';

const route = getRouteApi('/shell/governance/assessments');
const STATES = ['draft', 'submitted', 'approved', 'rejected', 'superseded', 'withdrawn'] as const;

/** AI impact assessments: the list, and one with its form, its decision and its past. */
export function AssessmentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(assessmentsQuery);
  const [opening, setOpening] = useState<{ system: string | null } | null>(null);
  const select = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, id }) as never });
  const items = (data ?? []).filter(({ record }) => matchesRecord(record, search));
  const add = may('assessment.write') && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={() => setOpening({ system: search.system ?? null })}
    >
      {t('assessments.add')}
    </Button>
  );
  return (
    <GovernanceFrame title={t('assessments.title')} hint={t('assessments.hint')} actions={add || undefined}>
      <RecordColumns
        above={
          <>
            <EndingAssessments views={data ?? []} onSelect={select} />
            <RecordFilters
              search={search}
              records={data?.map(({ record }) => record) ?? []}
              states={STATES}
              onChange={(change) =>
                void navigate({ search: (before) => ({ ...before, ...change }) as never })
              }
            />
          </>
        }
        loading={data === undefined}
        error={data === undefined ? error : null}
        onRetry={() => void refetch()}
        empty={
          items.length > 0 ? null : data?.length === 0 ? (
            <EmptyNotice
              icon={<IconScale />}
              title={t('assessments.empty')}
              hint={t('assessments.emptyHint')}
              action={add}
            />
          ) : (
            <EmptyNotice icon={<IconScale />} title={t('documents.nothingFound')} />
          )
        }
        list={
          <RecordList
            items={items}
            selected={search.id}
            factsOf={(view) => <AssessmentFacts view={view} />}
            onSelect={select}
          />
        }
        detail={
          search.id === undefined ? null : (
            <AssessmentDetail
              key={search.id}
              id={search.id}
              onAgain={({ record }) => setOpening({ system: record.system })}
              onClose={() => select(undefined)}
            />
          )
        }
      />
      {opening && (
        <NewAssessmentDialog
          known={data ?? []}
          system={opening.system}
          onOpened={select}
          onClose={() => setOpening(null)}
        />
      )}
    </GovernanceFrame>
  );
}
