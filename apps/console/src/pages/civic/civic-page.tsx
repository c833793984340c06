import { CIVIC_KINDS, type CivicTicket } from '@amaan/contracts/civic/civic-ticket';
import { Button, Select, Switch } from '@mantine/core';
import { IconMapPinExclamation, IconPlus, IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { type CivicFilters, civicTicketsQuery } from '../../api/civic.ts';
import parts from '../../components/detail-parts.module.css';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import frame from '../../components/list-detail.module.css';
import { PagedItems } from '../../components/paged-items.tsx';
import { SimulatedMark } from '../../components/status-marks.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';
import { OperationsFrame } from '../operations/operations-frame.tsx';
import classes from './civic.module.css';
import { CivicStateMark, DueMark } from './civic-marks.tsx';
import { CIVIC_VIEWS, type CivicSearch } from './civic-search.ts';
import { ReportDialog } from './report-dialog.tsx';
import { TicketDetail } from './ticket-detail.tsx';
import { useDepartmentName } from './use-department-name.ts';

const route = getRouteApi('/shell/operations/places');

/** Tickets about places at the start side, the open one at the end side. */
export function CivicPage() {
  return (
    <OperationsFrame>
      <TicketsView />
    </OperationsFrame>
  );
}

function TicketsView() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [reporting, setReporting] = useState(false);
  const view = search.view ?? 'open';
  const query = useInfiniteQuery(civicTicketsQuery(filtersOf(search, view, site)));
  const tickets = useMemo(() => query.data?.pages.flatMap((page) => page.tickets) ?? [], [query.data]);
  const counts = query.data?.pages[0]?.counts;
  const change = useCallback(
    (changes: { [Key in keyof CivicSearch]: CivicSearch[Key] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as CivicSearch, replace: true }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ id }), [change]);
  useListKeys(tickets, search.id, open);
  const isNarrowed = search.kind !== undefined || search.department !== undefined;
  return (
    <div className={frame.page} data-open={search.id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('civic.title')}>
        <header className={frame.heading}>
          <h1 className={frame.grow}>{t('civic.title')}</h1>
          {may('civic.work') && (
            <Button
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setReporting(true)}
            >
              {t('civic.report')}
            </Button>
          )}
        </header>
        <p className="prose quiet">{t('civic.hint')}</p>
        <div className={classes.narrow}>
          <Select
            size="xs"
            allowDeselect={false}
            aria-label={t('civic.show')}
            value={view}
            onChange={(chosen) => change({ view: CIVIC_VIEWS.find((one) => one === chosen), id: undefined })}
            data={CIVIC_VIEWS.map((value) => ({
              value,
              label:
                counts === undefined || value === 'overdue' || view === 'overdue'
                  ? t(`civic.view.${value}`)
                  : t('civic.counted', {
                      what: t(`civic.view.${value}`),
                      number: format.number(counts[value]),
                    }),
            }))}
          />
          <Select
            size="xs"
            clearable
            aria-label={t('civic.kindLabel')}
            placeholder={t('civic.everyKind')}
            value={search.kind ?? null}
            onChange={(chosen) => change({ kind: CIVIC_KINDS.find((one) => one === chosen), id: undefined })}
            data={CIVIC_KINDS.map((value) => ({ value, label: t(`civic.kind.${value}`) }))}
          />
        </div>
        <Switch
          size="xs"
          label={t('civic.withoutSimulated')}
          checked={search.simulated === 'no'}
          onChange={({ currentTarget }) =>
            change({ simulated: currentTarget.checked ? 'no' : undefined, id: undefined })
          }
        />
        <PagedItems
          query={query}
          items={tickets}
          more={t('civic.more')}
          empty={
            <EmptyNotice
              icon={<IconMapPinExclamation />}
              title={t(`civic.empty.${view}`)}
              hint={isNarrowed ? t('civic.emptyNarrowed') : t('civic.emptyHint')}
              {...(isNarrowed && {
                action: (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => change({ kind: undefined, department: undefined })}
                  >
                    {t('civic.clear')}
                  </Button>
                ),
              })}
            />
          }
        >
          {(ticket) => <TicketCard key={ticket.id} ticket={ticket} chosen={ticket.id === search.id} />}
        </PagedItems>
      </section>
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('civic.choose')}
            action={
              <p className="quiet">
                <Trans i18nKey="contests.keys" components={{ k: <kbd /> }} />
              </p>
            }
          />
        ) : (
          <TicketDetail key={search.id} id={search.id} onClose={() => open(undefined)} />
        )}
      </section>
      {reporting && (
        <ReportDialog
          startSite={site}
          onClose={() => setReporting(false)}
          onReported={(id) => {
            setReporting(false);
            change({ view: 'open', kind: undefined, department: undefined, simulated: undefined, id });
          }}
        />
      )}
    </div>
  );
}

function filtersOf(
  search: CivicSearch,
  view: (typeof CIVIC_VIEWS)[number],
  site: string | undefined,
): CivicFilters {
  return {
    ...(view === 'overdue' ? { overdue: 'true' } : { state: view }),
    ...(site !== undefined && { siteId: site }),
    ...(search.kind !== undefined && { kind: search.kind }),
    ...(search.department !== undefined && { department: search.department }),
    ...(search.simulated === 'no' && { simulated: 'false' }),
  };
}

function TicketCard({ ticket, chosen }: { ticket: CivicTicket; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('ten-seconds');
  const departmentName = useDepartmentName();
  const { id, number, kind, place, state, department, openedAt, origin, simulated } = ticket;
  return (
    <Link
      to="/operations/places"
      search={(before) => ({ ...(before as CivicSearch), id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>{t(`civic.kind.${kind}`)}</strong>
      <span className={classes.shortPlace}>
        <bdi>{place}</bdi>
      </span>
      <span className={`${parts.facts} quiet`}>
        <bdi className="mono">{number}</bdi>
        <span title={format.dateTime(openedAt)}>{format.relative(openedAt, now)}</span>
        {origin === 'rule' && <span>{t('civic.byRule')}</span>}
        {department !== null && <bdi>{departmentName(department)}</bdi>}
      </span>
      <span className={parts.facts}>
        <CivicStateMark state={state} />
        <DueMark ticket={ticket} />
        {simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
