import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import { Skeleton } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newestDensityQuery } from '../../../api/crime.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { useWorkSites } from '../../../components/list-form/use-work-sites.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { boundsOf } from '../layers/crime-map.tsx';
import { MapPicture } from '../picture/map-picture.tsx';
import classes from './newest-density.module.css';
import { useDensityPicture } from './use-density-picture.ts';
import { useDensityWords } from './use-density-words.ts';

const OPACITY = 0.8;

/** The newest density map of the site: all that the control room sees of crime analytics beside its briefings. */
export function NewestDensity() {
  const { t } = useTranslation();
  const { site } = useSearch({ from: '/shell' });
  const { sites } = useWorkSites();
  const chosen = sites.find(({ id }) => id === site) ?? sites[0];
  const { data, error, refetch } = useQuery({
    ...newestDensityQuery(chosen?.id ?? ''),
    enabled: chosen !== undefined,
  });
  if (error && data === undefined) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined)
    return (
      <div className={classes.page}>
        <Skeleton height={460} />
      </div>
    );
  if (data === null)
    return (
      <EmptyNotice icon={<IconMap2 />} title={t('crimeMap.noDensity')} hint={t('crimeMap.noDensityHint')} />
    );
  return (
    <div className={classes.page}>
      <DensityMap details={data} siteName={chosen?.name ?? ''} />
      <p className="quiet prose">{t('crimeMap.placesOnly')}</p>
    </div>
  );
}

function DensityMap({ details, siteName }: { details: AnalysisDetails; siteName: string }) {
  const result = details.result?.kind === 'density' ? details.result : null;
  const words = useDensityWords();
  const picture = useDensityPicture(result, OPACITY);
  if (result === null || picture?.drawn.form !== 'raster') return null;
  return (
    <MapPicture
      key={details.id}
      site={{ name: siteName, bounds: boundsOf(picture.drawn.corners) }}
      details={details}
      name={`${siteName}-density`}
      title={words(result)}
      legends={[picture.legend]}
      formats={[]}
      layers={[picture.drawn]}
      describe={() => null}
    />
  );
}
