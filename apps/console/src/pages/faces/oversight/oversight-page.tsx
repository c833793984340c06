import { FACE_AUTHORISATION_ENDS } from '@amaan/contracts/faces/face-authorisation';
import type { FaceMatchRetention } from '@amaan/contracts/faces/matches/face-match';
import { Skeleton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { faceOversightQuery, faceRetentionQuery } from '../../../api/face-reports.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark, type Tone } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FacesFrame } from '../faces-frame.tsx';
import classes from '../reports/reports.module.css';

/** Facial recognition in numbers, for those who judge it: nobody can be found in them. */
export function OversightPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <FacesFrame>
      {may('face-oversight.read') ? (
        <div className={classes.page}>
          <header className={classes.heading}>
            <h1>{t('faceReports.oversight.title')}</h1>
            <p className="prose quiet">{t('faceReports.oversight.hint')}</p>
          </header>
          <Numbers />
          {may('face-report.read') && <Retention />}
        </div>
      ) : (
        <EmptyNotice
          icon={<IconLock />}
          title={t('faces.nothingForYou')}
          hint={t('faces.nothingForYouHint')}
        />
      )}
    </FacesFrame>
  );
}

function Numbers() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(faceOversightQuery);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={260} />;
  const { authorisations, searches, watchlists } = data;
  return (
    <>
      <div className={classes.cards}>
        <NumberList
          title={t('faceReports.oversight.authorisations')}
          rows={[
            { name: t('faceReports.oversight.live'), count: authorisations.live },
            { name: t('faceReports.oversight.inForce'), count: authorisations.inForce },
            { name: t('faceReports.oversight.waiting'), count: authorisations.waiting, tone: 'medium' },
            {
              name: t('faceReports.oversight.urgent'),
              count: authorisations.urgentWithoutApproval,
              tone: 'high',
            },
          ]}
        />
        <NumberList
          title={t('faceReports.oversight.ended')}
          rows={FACE_AUTHORISATION_ENDS.map((end) => ({
            name: t(end === 'lapsed' ? 'faceReports.oversight.lapsed' : `faceAuthorisations.ends.${end}`),
            count: authorisations.ended[end],
          }))}
        />
        <NumberList
          title={t('faceReports.oversight.searches')}
          rows={[
            { name: t('faceReports.oversight.made'), count: searches.made },
            { name: t('faceReports.oversight.withoutMatch'), count: searches.withoutMatch },
          ]}
        />
        <NumberList
          title={t('faceReports.oversight.watchlists')}
          rows={[
            { name: t('faceReports.oversight.open'), count: watchlists.open },
            { name: t('faceReports.oversight.unreviewed'), count: watchlists.unreviewed, tone: 'medium' },
            { name: t('faceReports.oversight.findings'), count: watchlists.openFindings, tone: 'medium' },
            { name: t('faceReports.oversight.destroyed'), count: watchlists.destroyed },
          ]}
        />
        <NumberList
          title={t('faceReports.oversight.people')}
          rows={[
            { name: t('faceReports.oversight.entries'), count: watchlists.entries },
            { name: t('faceReports.oversight.children'), count: watchlists.children },
            { name: t('faceReports.oversight.missing'), count: watchlists.missing },
            { name: t('faceReports.oversight.pictures'), count: watchlists.pictures },
          ]}
        />
      </div>
      <p className="quiet">{t('faceReports.oversight.at', { at: format.dateTime(data.at) })}</p>
    </>
  );
}

interface CountedRow {
  readonly name: string;
  readonly count: number;
  /** How it is marked where it is not zero: something waits for people. */
  readonly tone?: Tone;
}

function NumberList({ title, rows }: { title: string; rows: readonly CountedRow[] }) {
  const format = useFormat();
  return (
    <section className={`${parts.panel} ${classes.panel}`}>
      <h2>{title}</h2>
      <dl className={classes.numbers}>
        {rows.map(({ name, count, tone }) => (
          <div key={name}>
            <dt>
              {tone !== undefined && count > 0 ? (
                <Mark shape="triangle" tone={tone}>
                  {name}
                </Mark>
              ) : (
                name
              )}
            </dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** When rejected matches are deleted, and what the last run deleted. */
function Retention() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(faceRetentionQuery);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={120} />;
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="face-retention">
      <h2 id="face-retention">{t('faceReports.retention.title')}</h2>
      <p>{t('faceReports.retention.rule', { count: data.days })}</p>
      <LastRun last={data.last} />
    </section>
  );
}

/** A run is due every day: one that is older than this is late. */
const LATE_MS = 2 * 24 * 60 * 60_000;

function LastRun({ last }: Pick<FaceMatchRetention, 'last'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (last === null) return <p className="quiet">{t('faceReports.retention.never')}</p>;
  const late = Date.now() - Date.parse(last.finishedAt) > LATE_MS;
  return (
    <>
      <span>
        <Mark shape={late ? 'triangle' : 'circle'} tone={late ? 'high' : 'good'}>
          {t(late ? 'faceReports.retention.late' : 'faceReports.retention.done', {
            at: format.dateTime(last.finishedAt),
          })}
        </Mark>
      </span>
      <p className="quiet">
        {t('faceReports.retention.deleted', {
          deleted: format.number(last.deleted),
          abandoned: format.number(last.abandoned),
          before: format.dateTime(last.before),
        })}
      </p>
    </>
  );
}
