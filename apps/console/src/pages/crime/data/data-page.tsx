import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CrimeFrame } from '../crime-frame.tsx';
import { NoSiteNotice } from '../question/crime-page-body.tsx';
import { useCrimeSite } from '../use-crime-site.ts';
import { AreasView } from './areas-view.tsx';
import classes from './data.module.css';
import { DATA_VIEWS, type DataSearch } from './data-search.ts';
import { ImportsView } from './imports-view.tsx';
import { OffencesView } from './offences-view.tsx';

const route = getRouteApi('/shell/crime/data');

/** What crime analytics counts: imported files, what offences count as, and the areas of police stations. */
export function CrimeDataPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const siteId = useCrimeSite()?.id;
  const { view = 'imports' } = search;
  const change = (changes: { [Key in keyof DataSearch]: DataSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as DataSearch, replace: true });
  return (
    <CrimeFrame>
      <div className={classes.frame}>
        <SegmentedControl
          className={classes.views}
          size="xs"
          aria-label={t('crimeData.title')}
          value={view}
          onChange={(value) => change({ view: DATA_VIEWS.find((one) => one === value), import: undefined })}
          data={DATA_VIEWS.map((value) => ({ value, label: t(`crimeData.views.${value}`) }))}
        />
        {siteId === undefined ? (
          <NoSiteNotice />
        ) : view === 'imports' ? (
          <ImportsView
            key={siteId}
            siteId={siteId}
            open={search.import}
            onOpen={(id) => change({ import: id })}
          />
        ) : view === 'offences' ? (
          <OffencesView />
        ) : (
          <AreasView key={siteId} siteId={siteId} />
        )}
      </div>
    </CrimeFrame>
  );
}
