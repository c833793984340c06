import { Button } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { assessmentsQuery } from '../../../api/assessments.ts';
import { RecordBrowser } from '../../../components/records/record-browser.tsx';
import type { RecordSearch } from '../../../components/records/record-search.ts';
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
  const narrow = (change: { [Key in keyof RecordSearch]: RecordSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never });
  const select = (id: string | undefined) => narrow({ id });
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
      <RecordBrowser
        items={data}
        error={error}
        search={search}
        states={STATES}
        above={<EndingAssessments views={data ?? []} onSelect={select} />}
        icon={<IconScale />}
        empty={{ title: t('assessments.empty'), hint: t('assessments.emptyHint'), action: add }}
        factsOf={(view) => <AssessmentFacts view={view} />}
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
        onSearch={narrow}
        onRetry={() => void refetch()}
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
