import type { Briefing } from '@amaan/contracts/crime/briefing';
import { Button, Skeleton } from '@mantine/core';
import { IconFileTypePdf, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { briefingPdfUrl, briefingsQuery } from '../../../api/crime-plans.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { NoSiteNotice } from '../question/crime-page-body.tsx';
import { useAreaNames } from '../use-area-names.ts';
import { useCrimeSite } from '../use-crime-site.ts';
import { BriefingDialog } from './briefing-dialog.tsx';
import classes from './briefings.module.css';

/** Briefings on paper: what was printed, for whom, and a new one. */
export function BriefingsPage() {
  const site = useCrimeSite();
  return (
    <CrimeFrame>
      {site === undefined ? <NoSiteNotice /> : <BriefingsView key={site.id} siteId={site.id} />}
    </CrimeFrame>
  );
}

function BriefingsView({ siteId }: { siteId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const { data, error, refetch } = useQuery(briefingsQuery(siteId));
  const make = may('crime-briefing.make') && (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {t('crimeBriefings.make')}
    </Button>
  );
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('crimeBriefings.title')}</h1>
        {make}
      </header>
      <p className="prose quiet">{t('crimeBriefings.hint')}</p>
      {error && data === undefined ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={160} />
      ) : data.length === 0 ? (
        <EmptyNotice
          icon={<IconPrinter />}
          title={t('crimeBriefings.none')}
          hint={t('crimeBriefings.noneHint')}
          action={make || null}
        />
      ) : (
        <ul className={classes.list}>
          {data.map((briefing) => (
            <BriefingRow key={briefing.id} briefing={briefing} siteId={siteId} />
          ))}
        </ul>
      )}
      {making && <BriefingDialog siteId={siteId} onClose={() => setMaking(false)} />}
    </div>
  );
}

function BriefingRow({ briefing, siteId }: { briefing: Briefing; siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useAreaNames(siteId);
  return (
    <li className={classes.row}>
      <div>
        <strong>
          <bdi>{briefing.title}</bdi>
        </strong>{' '}
        {briefing.simulated && <SimulatedMark />}
        <p className="quiet">
          {briefing.boundaryId === null ? t('crimeBriefings.wholeSite') : <bdi>{nameOf(briefing)}</bdi>} ·{' '}
          {t('crimeBriefings.pictures', { count: briefing.analysisIds.length })}
          {briefing.planId !== null && ` · ${t('crimeBriefings.withPlan')}`} ·{' '}
          {t('crimeBriefings.madeBy', { name: briefing.madeBy, time: format.dateTime(briefing.madeAt) })}
        </p>
      </div>
      <Button
        component="a"
        href={briefingPdfUrl(briefing.id)}
        target="_blank"
        rel="noreferrer"
        size="xs"
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
      >
        {t('crimeBriefings.open')}
      </Button>
    </li>
  );
}
