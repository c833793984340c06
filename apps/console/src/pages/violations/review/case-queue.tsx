import type { ViolationCaseSummary } from '@amaan/contracts/violations/violation-case';
import { Select } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { PagedItems } from '../../../components/paged-items.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CaseStateMark } from '../parts/case-marks.tsx';
import { CASE_VIEWS, type CaseSearch, type CaseView } from './case-search.ts';
import classes from './review.module.css';

/** The list of cases. It shows no picture: each look at one is recorded, and made on purpose. */
export function CaseQueue({
  query,
  cases,
  counts,
  view,
  reviews,
  chosen,
  onView,
}: {
  query: ComponentProps<typeof PagedItems>['query'];
  cases: readonly ViolationCaseSummary[];
  /** How many there are of each view; undefined while that is not known. */
  counts: Partial<Record<CaseView, number>> | undefined;
  view: CaseView;
  /** Whether the person answers on cases at all. */
  reviews: boolean;
  chosen: string | undefined;
  onView: (view: CaseView) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={frame.list} aria-label={t('violations.review.title')}>
      <header className={frame.heading}>
        <h1>{t('violations.review.title')}</h1>
      </header>
      <p className="prose quiet">{t('violations.review.hint')}</p>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('violations.review.show')}
        value={view}
        onChange={(chosenView) => onView(CASE_VIEWS.find((one) => one === chosenView) ?? 'waiting')}
        data={CASE_VIEWS.map((each) => {
          const count = counts?.[each];
          const name = t(
            !reviews && each === 'waiting'
              ? 'violations.review.states.for-review'
              : `violations.review.views.${each}`,
          );
          return { value: each, label: count === undefined ? name : `${name} (${format.number(count)})` };
        })}
      />
      <PagedItems
        query={query}
        items={cases}
        more={t('violations.more')}
        empty={
          <EmptyNotice
            icon={<IconClipboardCheck />}
            title={t(`violations.review.empty.${view}`)}
            hint={t(`violations.review.emptyHint.${view}`)}
          />
        }
      >
        {(each) => <CaseCard key={each.id} summary={each} view={view} chosen={each.id === chosen} />}
      </PagedItems>
    </section>
  );
}

function CaseCard({
  summary,
  view,
  chosen,
}: {
  summary: ViolationCaseSummary;
  view: CaseView;
  chosen: boolean;
}) {
  const { t } = useTranslation();
  const { id, kind, cameraName, plate, occurredAt, state, holds, rejectReason, simulated } = summary;
  return (
    <Link
      to="/violations/review"
      search={(before) => ({ ...(before as CaseSearch), id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <span className={classes.cardTop}>
        <strong>{t(`violations.kind.${kind}`)}</strong>
        <PlateText text={plate} />
      </span>
      <span className={`${parts.facts} quiet`}>
        <bdi>{cameraName}</bdi>
        <RelativeTime instant={occurredAt} />
      </span>
      {(view !== 'waiting' || simulated) && (
        <span className={parts.facts}>
          {state === 'held'
            ? holds.map(({ reason }) => (
                <Mark key={reason} shape="triangle" tone="high">
                  {t(`violations.review.holds.${reason}`)}
                </Mark>
              ))
            : view !== 'waiting' && <CaseStateMark state={state} />}
          {rejectReason !== null && (
            <span className="quiet">{t(`violations.review.reason.${rejectReason}`)}</span>
          )}
          {simulated && <SimulatedMark />}
        </span>
      )}
    </Link>
  );
}
