import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { TrendResult } from '@amaan/contracts/crime/analysis-result';
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { CrimeFrame } from '../crime-frame.tsx';
import { ResultPanel } from '../picture/result-panel.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { useQuestion } from '../question/question-of.ts';
import { useCrimeSelection } from '../question/use-crime-selection.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { useAnalysis } from '../run/use-analysis.ts';
import { TrendChart } from './trend-chart.tsx';
import { TREND_STEPS, type TrendSearch } from './trend-search.ts';
import { TrendTable } from './trend-table.tsx';
import { sortedSeries } from './trend-word.ts';
import classes from './trends-page.module.css';
import { useTrendWords } from './use-trend-words.ts';

const route = getRouteApi('/shell/crime/trends');

/** How offences develop: season, trend, changes of level, and whether they are more than chance. */
export function TrendsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const { step = 'week' } = search;
  const change = (changes: { [Key in keyof TrendSearch]?: TrendSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as TrendSearch, replace: true });
  return (
    <CrimeFrame>
      <CrimePageBody
        search={search}
        state={state}
        onChange={change}
        tools={
          <Select
            size="xs"
            w={120}
            aria-label={t('crimeTrends.step')}
            allowDeselect={false}
            value={step}
            data={TREND_STEPS.map((value) => ({ value, label: t(`crimeTrends.steps.${value}`) }))}
            onChange={(value) => change({ step: TREND_STEPS.find((one) => one === value) })}
          />
        }
      >
        {(selection) => <TrendsView selection={selection} step={step} siteName={state.siteName} />}
      </CrimePageBody>
    </CrimeFrame>
  );
}

function TrendsView({
  selection,
  step,
  siteName,
}: {
  selection: IncidentSelection;
  step: TrendResult['step'];
  siteName: string;
}) {
  const { t } = useTranslation();
  const question = useQuestion('trend', selection, { step });
  const words = useTrendWords();
  const run = useAnalysis(question);
  return (
    <AnalysisFrame
      run={run}
      height={460}
      about={{ title: t('crimeTrends.title'), hint: t('crimeTrends.hint') }}
    >
      {(result, details) => {
        const alpha = question?.settings.alpha ?? 0.05;
        const series = sortedSeries(result.series, alpha);
        const [all, ...kinds] = series;
        const marks = details.simulated ? <SimulatedMark /> : undefined;
        return (
          <ResultPanel
            details={details}
            title={all ? words.finding(all, alpha) : t('crimeTrends.title')}
            name={`${siteName}-trends`}
            formats={['csv']}
          >
            {all && <TrendChart series={all} at={result.at} alpha={alpha} height={280} marks={marks} />}
            <TrendTable series={series} at={result.at} alpha={alpha} />
            <div className={classes.charts}>
              {kinds.map((one) => (
                <TrendChart
                  key={one.offenceKind}
                  series={one}
                  at={result.at}
                  alpha={alpha}
                  height={180}
                  marks={marks}
                />
              ))}
            </div>
          </ResultPanel>
        );
      }}
    </AnalysisFrame>
  );
}
