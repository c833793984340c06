import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { ResultPanel } from '../picture/result-panel.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import type { CrimeSearch } from '../question/crime-search.ts';
import { useQuestion } from '../question/question-of.ts';
import { useCrimeSelection } from '../question/use-crime-selection.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { useAnalysis } from '../run/use-analysis.ts';
import { HeatMapChart } from './heat-map-chart.tsx';
import classes from './heat-map-page.module.css';
import { MarginChart } from './margin-chart.tsx';
import { byDay, byHour, useDayNames } from './week-sums.ts';

const route = getRouteApi('/shell/crime/time');

/** When incidents happen: hour of the day by day of the week. */
export function HeatMapPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  return (
    <CrimeFrame>
      <CrimePageBody
        search={search}
        state={state}
        onChange={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }) as CrimeSearch, replace: true })
        }
      >
        {(selection) => <WeekView selection={selection} siteName={state.siteName} />}
      </CrimePageBody>
    </CrimeFrame>
  );
}

function WeekView({ selection, siteName }: { selection: IncidentSelection; siteName: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDayNames();
  const run = useAnalysis(useQuestion('heat-map', selection));
  return (
    <AnalysisFrame run={run} height={420} about={{ title: t('crimeTime.title'), hint: t('crimeTime.hint') }}>
      {(result, details) => {
        const hours = byHour(result.hours);
        const week = byDay(result.hours);
        const title = t('crimeTime.title');
        const simulated = details.simulated ? <SimulatedMark /> : undefined;
        return (
          <ResultPanel details={details} title={title} name={`${siteName}-week`} formats={['csv']}>
            <HeatMapChart hours={result.hours} marks={simulated} />
            <div className={classes.margins}>
              <MarginChart
                name={t('crimeTime.hour')}
                values={hours}
                labels={hours.map((_, hour) => format.number(hour))}
                finding="crimeTime.hourFinding"
                marks={simulated}
              />
              <MarginChart
                name={t('crimeTime.day')}
                values={week}
                labels={days}
                finding="crimeTime.dayFinding"
                marks={simulated}
              />
            </div>
            <p className="quiet">
              {t('crimeTime.known', {
                exact: format.number(result.exact),
                shared: format.number(result.shared),
                leftOut: format.number(result.leftOut),
              })}
            </p>
          </ResultPanel>
        );
      }}
    </AnalysisFrame>
  );
}
