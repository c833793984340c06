import { CONTEST_STATES, type ContestState, type ContestSummary } from '@amaan/contracts/violations/contest';
import { Select } from '@mantine/core';
import { IconMessageQuestion, IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { contestsQuery } from '../../../api/contests.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { PagedItems } from '../../../components/paged-items.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useListKeys } from '../../../components/use-list-keys.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ViolationsFrame } from '../violations-frame.tsx';
import { ContestDetail } from './contest-detail.tsx';
import { ContestStateMark, DeadlineMark } from './contest-marks.tsx';
import type { ContestSearch } from './contest-search.ts';

const route = getRouteApi('/shell/violations/contests');

/** What citizens say against challans, the one that ends first on top; the open one at the end side. */
export function ContestsPage() {
  return (
    <ViolationsFrame>
      <ContestsView />
    </ViolationsFrame>
  );
}

function ContestsView() {
  const { t } = useTranslation();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const view: ContestState = search.view ?? 'open';
  const query = useInfiniteQuery(contestsQuery({ state: view, ...(site !== undefined && { siteId: site }) }));
  const contests = useMemo(() => query.data?.pages.flatMap((page) => page.contests) ?? [], [query.data]);
  const change = useCallback(
    (changes: { [Key in keyof ContestSearch]: ContestSearch[Key] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as ContestSearch, replace: true }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ id }), [change]);
  const openAfter = (id: string) => {
    const at = contests.findIndex((each) => each.id === id);
    open((contests[at + 1] ?? contests[at - 1])?.id);
  };
  useListKeys(contests, search.id, open);
  return (
    <div className={frame.page} data-open={search.id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('contests.title')}>
        <header className={frame.heading}>
          <h1>{t('contests.title')}</h1>
        </header>
        <p className="prose quiet">{t('contests.hint')}</p>
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('contests.show')}
          value={view}
          onChange={(chosen) => change({ view: CONTEST_STATES.find((one) => one === chosen), id: undefined })}
          data={CONTEST_STATES.map((value) => ({ value, label: t(`contests.views.${value}`) }))}
        />
        <PagedItems
          query={query}
          items={contests}
          more={t('violations.more')}
          empty={
            <EmptyNotice
              icon={<IconMessageQuestion />}
              title={t(`contests.empty.${view}`)}
              hint={t('contests.emptyHint')}
            />
          }
        >
          {(contest) => <ContestCard key={contest.id} contest={contest} chosen={contest.id === search.id} />}
        </PagedItems>
      </section>
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('contests.choose')}
            action={
              <p className="quiet">
                <Trans i18nKey="contests.keys" components={{ k: <kbd /> }} />
              </p>
            }
          />
        ) : (
          <ContestDetail
            key={search.id}
            id={search.id}
            onDecided={openAfter}
            onClose={() => open(undefined)}
          />
        )}
      </section>
    </div>
  );
}

function ContestCard({ contest, chosen }: { contest: ContestSummary; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, challanNumber, state, reasons, files, decideBy, endedAt, mayNotDecide, simulated } = contest;
  return (
    <Link
      to="/violations/contests"
      search={(before) => ({ ...(before as ContestSearch), id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>{format.list(reasons.map((reason) => t(`contests.reason.${reason}`)))}</strong>
      <span className={`${parts.facts} quiet`}>
        <bdi className="mono">{challanNumber}</bdi>
        {files > 0 && <span>{t('contests.files', { count: files })}</span>}
      </span>
      <span className={parts.facts}>
        {state === 'open' ? (
          <DeadlineMark decideBy={decideBy} />
        ) : (
          <>
            <ContestStateMark state={state} />
            {endedAt !== null && <span className="quiet">{format.date(endedAt)}</span>}
          </>
        )}
        {mayNotDecide === 'reviewed-it' && <span className="quiet">{t('contests.forSomebodyElse')}</span>}
        {simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
