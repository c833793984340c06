import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { Button, Skeleton } from '@mantine/core';
import { IconDatabaseOff, IconMapPinOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { crimeStandingQuery } from '../../../api/crime.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { TimeBrush } from '../brush/time-brush.tsx';
import classes from './crime-page-body.module.css';
import type { CrimeSearch } from './crime-search.ts';
import { type CrimeSearchChange, QuestionBar } from './question-bar.tsx';
import type { CrimeSelectionState } from './use-crime-selection.ts';

/**
 * What every page of the area has around its picture: the question above it, the time to choose from, and what is said
 * while there is nothing to ask about.
 * @param props.fill the picture takes the height that there is, with the time below it
 */
export function CrimePageBody({
  search,
  state,
  tools,
  fill = false,
  children,
  onChange,
}: {
  search: CrimeSearch;
  state: CrimeSelectionState;
  /** What belongs to the page, in the bar. */
  tools?: ReactNode;
  fill?: boolean;
  children: (selection: IncidentSelection) => ReactNode;
  onChange: (change: CrimeSearchChange) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { siteId, noSite, steps, selection, error, retry } = state;
  if (noSite) return <NoSiteNotice />;
  if (error && steps === undefined) return <ProblemNotice error={error} onRetry={retry} />;
  if (siteId !== undefined && steps === null)
    return (
      <EmptyNotice
        icon={<IconDatabaseOff />}
        title={t('crime.nothingStored')}
        hint={t('crime.nothingStoredHint')}
        action={
          may('crime-import.write') && (
            <Button component={Link} to="/crime/data">
              {t('crime.importIncidents')}
            </Button>
          )
        }
      />
    );
  if (steps === undefined || steps === null || selection === null)
    return (
      <div className={classes.page}>
        <Skeleton height={34} />
        <Skeleton height={320} />
      </div>
    );
  const brush = (
    <TimeBrush
      steps={steps}
      since={Date.parse(selection.period.from)}
      until={Date.parse(selection.period.until)}
      onChange={({ since, until }) =>
        onChange({ since: new Date(since).toISOString(), until: new Date(until).toISOString() })
      }
    />
  );
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <div className={classes.question}>
        <StandingNotice />
        <QuestionBar search={search} state={state} selection={selection} onChange={onChange}>
          {tools}
        </QuestionBar>
        {!fill && brush}
      </div>
      {children(selection)}
      {fill && <div className={classes.time}>{brush}</div>}
    </div>
  );
}

/** Says that nothing new is computed, and why; what was computed before stays. */
function StandingNotice() {
  const { t } = useTranslation();
  const { data } = useQuery(crimeStandingQuery);
  if (data === undefined || data.running) return null;
  return (
    <div className={classes.standing} role="status">
      <Mark shape="square" tone="suspended">
        {t('crime.standing')}
      </Mark>
      <span dir="auto">{data.reason}</span>
      <span className="quiet">{t('crime.standingHint')}</span>
    </div>
  );
}

/** Where there is no site that one works for. */
export function NoSiteNotice() {
  const { t } = useTranslation();
  return <EmptyNotice icon={<IconMapPinOff />} title={t('crime.noSite')} hint={t('crime.noSiteHint')} />;
}
