import { IconPointer } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { useListKeys } from '../../../components/use-list-keys.ts';
import { ViolationsFrame } from '../violations-frame.tsx';
import { CaseDetail } from './case-detail.tsx';
import { CaseQueue } from './case-queue.tsx';
import type { CaseSearch, CaseView } from './case-search.ts';
import classes from './review.module.css';
import { useCaseQueue } from './use-case-queue.ts';

const route = getRouteApi('/shell/violations/review');

/** What waits for an answer at the start side, the open case at the end side; the address holds both. */
export function ReviewPage() {
  return (
    <ViolationsFrame>
      <ReviewView />
    </ViolationsFrame>
  );
}

function ReviewView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const reviews = may('violation-case.review');
  const view: CaseView = search.view ?? 'waiting';
  const { query, cases, counts } = useCaseQueue(view, site);
  const change = useCallback(
    (changes: { [Key in keyof CaseSearch]: CaseSearch[Key] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as CaseSearch, replace: true }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ id }), [change]);
  /** The next case comes by itself; after the last one the list says that nothing waits. */
  const openAfter = useCallback(
    (id: string) => {
      if (view !== 'waiting' && view !== 'held') return;
      const at = cases.findIndex((each) => each.id === id);
      open((cases[at + 1] ?? cases[at - 1])?.id);
    },
    [cases, open, view],
  );
  useListKeys(cases, search.id, open);
  return (
    <div className={`${frame.page} ${classes.page}`} data-open={search.id !== undefined || undefined}>
      <CaseQueue
        query={query}
        cases={cases}
        counts={counts}
        view={view}
        reviews={reviews}
        chosen={search.id}
        onView={(chosen) => change({ view: chosen, id: undefined })}
      />
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('violations.review.choose')}
            action={
              reviews && (
                <p className={classes.keys}>
                  <Trans i18nKey="violations.review.keys" components={{ k: <kbd /> }} />
                </p>
              )
            }
          />
        ) : (
          <CaseDetail key={search.id} id={search.id} onAnswered={openAfter} onClose={() => open(undefined)} />
        )}
      </section>
    </div>
  );
}
