import type { ReviewerQuality } from '@amaan/contracts/violations/api-violation-cases';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { reviewerQualityQuery } from '../../../api/violations.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './statistics.module.css';
import { sum } from './sum-figures.ts';

/** What reviewers did. The number of answers stands in the same cell as how many of them were wrong, never alone. */
export function ReviewerTable({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const allowed = may('reviewer-quality.read');
  const { data, error, refetch } = useQuery({ ...reviewerQualityQuery(from, to), enabled: allowed });
  if (!allowed) return null;
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={160} />;
  const { reviewers } = data;
  const checked = sum(reviewers, (each) => each.secondLooks + each.confirmed);
  const wrong = sum(reviewers, (each) => each.disagreements + each.cancelledLater);
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="reviewers">
      <h2 id="reviewers">
        {reviewers.length === 0
          ? t('violationFigures.reviewersNone')
          : t('violationFigures.reviewersFound', { wrong, checked })}
      </h2>
      <p className="prose quiet">{t('violationFigures.reviewersHint')}</p>
      {reviewers.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('violationFigures.reviewer')}</th>
                <th scope="col">{t('violationFigures.errorRate')}</th>
                <th scope="col">{t('violationFigures.answers')}</th>
                <th scope="col">{t('violationFigures.secondLooks')}</th>
                <th scope="col">{t('violationFigures.confirmed')}</th>
              </tr>
            </thead>
            <tbody>
              {reviewers.map((reviewer) => (
                <ReviewerRow key={reviewer.by} reviewer={reviewer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ReviewerRow({ reviewer }: { reviewer: ReviewerQuality }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { byName, decided, secondLooks, disagreements, confirmed, cancelledLater, errorRate } = reviewer;
  const percent = (value: number) => format.number(value * 100, 1);
  return (
    <tr>
      <th scope="row">
        <bdi>{byName}</bdi>
      </th>
      <td>
        {errorRate === null ? (
          <span className="quiet">{t('violationFigures.tooFew')}</span>
        ) : (
          <>
            <strong>{t('violationFigures.share', { value: percent(errorRate.value) })}</strong>{' '}
            <span className="quiet">
              {t('violationFigures.interval', { low: percent(errorRate.low), high: percent(errorRate.high) })}
            </span>
          </>
        )}
      </td>
      <td>{format.number(decided)}</td>
      <td>
        {format.number(secondLooks)}{' '}
        <span className="quiet">
          ({t('violationFigures.disagreements')}: {format.number(disagreements)})
        </span>
      </td>
      <td>
        {format.number(confirmed)}{' '}
        <span className="quiet">
          ({t('violationFigures.cancelledLater')}: {format.number(cancelledLater)})
        </span>
      </td>
    </tr>
  );
}
