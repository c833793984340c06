import { UNMASKING_STATES, type Unmasking, type UnmaskingState } from '@amaan/contracts/redaction/unmasking';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconEyeOff, IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unmaskingsQuery } from '../../../api/unmaskings.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { UnmaskingDetail } from './unmasking-detail.tsx';
import { UnmaskingMarks } from './unmasking-marks.tsx';
import type { UnmaskingSearch } from './unmasking-search.ts';
import classes from './unmaskings.module.css';
import { useSubjectWords } from './use-subject-words.ts';

const route = getRouteApi('/shell/cases/unmaskings');

/** Who asked to see what un-masked, by state at the start side; the open one at the end side. */
export function UnmaskingsPage() {
  const { t } = useTranslation();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const state: UnmaskingState = search.show ?? 'waiting';
  const found = useInfiniteQuery(unmaskingsQuery({ state }));
  const shown = (found.data?.pages.flat() ?? []).filter(
    ({ siteId }) => site === undefined || siteId === site,
  );
  const change = (changes: { [Key in keyof UnmaskingSearch]: UnmaskingSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as UnmaskingSearch, replace: true });
  return (
    <div className={frame.page} data-open={search.id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('unmasking.title')}>
        <header className={frame.heading}>
          <h1>{t('unmasking.title')}</h1>
          <span className={frame.grow} />
          <Link to="/cases" className={classes.link}>
            {t('unmasking.toCases')}
          </Link>
        </header>
        <p className="prose quiet">{t('unmasking.hint')}</p>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('unmasking.filter')}
          value={state}
          onChange={(chosen) => change({ show: chosen as UnmaskingState, id: undefined })}
          data={UNMASKING_STATES.map((each) => ({ value: each, label: t(`unmasking.views.${each}`) }))}
        />
        {found.error && shown.length === 0 ? (
          <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <>
            <Skeleton height={84} />
            <Skeleton height={84} />
          </>
        ) : shown.length === 0 ? (
          <EmptyNotice
            icon={<IconEyeOff />}
            title={t(`unmasking.empty.${state}`)}
            hint={t(`unmasking.emptyHint.${state}`)}
          />
        ) : (
          <>
            {shown.map((each) => (
              <UnmaskingCard key={each.id} unmasking={each} chosen={each.id === search.id} />
            ))}
            {found.hasNextPage && (
              <Button
                size="xs"
                variant="default"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('unmasking.more')}
              </Button>
            )}
          </>
        )}
      </section>
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('unmasking.choose')} />
        ) : (
          <UnmaskingDetail key={search.id} id={search.id} onClose={() => change({ id: undefined })} />
        )}
      </section>
    </div>
  );
}

function UnmaskingCard({ unmasking, chosen }: { unmasking: Unmasking; chosen: boolean }) {
  const words = useSubjectWords();
  return (
    <Link
      to="/cases/unmaskings"
      search={(before) => ({ ...(before as UnmaskingSearch), id: unmasking.id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>{words(unmasking)}</strong>
      <span className={`${classes.facts} quiet`}>
        <bdi>{unmasking.askedBy}</bdi>
        <span className="ltr">{unmasking.caseNumber}</span>
      </span>
      <span className={classes.facts}>
        <UnmaskingMarks unmasking={unmasking} />
      </span>
    </Link>
  );
}
