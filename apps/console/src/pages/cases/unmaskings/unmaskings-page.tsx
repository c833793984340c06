import { UNMASKING_STATES, type Unmasking, type UnmaskingState } from '@amaan/contracts/redaction/unmasking';
import { SegmentedControl } from '@mantine/core';
import { IconEyeOff, IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unmaskingsQuery } from '../../../api/unmaskings.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { PagedItems } from '../../../components/paged-items.tsx';
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
        <PagedItems
          query={found}
          items={shown}
          more={t('unmasking.more')}
          empty={
            <EmptyNotice
              icon={<IconEyeOff />}
              title={t(`unmasking.empty.${state}`)}
              hint={t(`unmasking.emptyHint.${state}`)}
            />
          }
        >
          {(each) => <UnmaskingCard key={each.id} unmasking={each} chosen={each.id === search.id} />}
        </PagedItems>
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
