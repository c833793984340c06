import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { useQuestion } from '../question/question-of.ts';
import { type CrimeSelectionState, useCrimeSelection } from '../question/use-crime-selection.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { useLongAnalysis } from '../run/use-analysis.ts';
import {
  CELLS,
  CELLS_NAMES,
  type CellsName,
  type ForecastSearch,
  HORIZONS,
  SHARES,
} from './forecast-search.ts';
import { ForecastView } from './forecast-view.tsx';

const route = getRouteApi('/shell/crime/forecasts');

/** Where incidents are to be expected in the coming days, and whether that is better than counting. */
export function ForecastsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const { horizon = '7', share = '5', cells = 'square-150' } = search;
  const change = (changes: { [Key in keyof ForecastSearch]?: ForecastSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as ForecastSearch, replace: true });
  return (
    <CrimeFrame>
      <CrimePageBody
        search={search}
        state={state}
        onChange={change}
        tools={
          <>
            <Select
              size="xs"
              w={150}
              aria-label={t('crimeForecasts.horizon')}
              allowDeselect={false}
              value={horizon}
              data={HORIZONS.map((value) => ({
                value,
                label: t('crimeForecasts.nextDays', { days: format.number(Number(value)) }),
              }))}
              onChange={(value) => change({ horizon: HORIZONS.find((one) => one === value) })}
            />
            <Select
              size="xs"
              w={170}
              aria-label={t('crimeForecasts.share')}
              allowDeselect={false}
              value={share}
              data={SHARES.map((value) => ({
                value,
                label: t('crimeForecasts.ofArea', { share: format.number(Number(value) / 10, 1) }),
              }))}
              onChange={(value) => change({ share: SHARES.find((one) => one === value) })}
            />
            <Select
              size="xs"
              w={210}
              aria-label={t('crimeForecasts.cells')}
              allowDeselect={false}
              value={cells}
              data={CELLS_NAMES.map((value) => ({
                value,
                label: t(`crimeForecasts.cellsOf.${CELLS[value].cells.shape}`, {
                  metres: format.number(CELLS[value].metres),
                }),
              }))}
              onChange={(value) => change({ cells: CELLS_NAMES.find((one) => one === value) })}
            />
          </>
        }
      >
        {(selection) => (
          <Forecast
            selection={selection}
            state={state}
            days={Number(horizon)}
            fraction={Number(share) / 1000}
            cells={cells}
          />
        )}
      </CrimePageBody>
    </CrimeFrame>
  );
}

function Forecast({
  selection,
  state,
  days,
  fraction,
  cells,
}: {
  selection: IncidentSelection;
  state: CrimeSelectionState;
  days: number;
  fraction: number;
  cells: CellsName;
}) {
  const { t } = useTranslation();
  const run = useLongAnalysis(
    useQuestion('forecast', selection, {
      horizonDays: days,
      areaFraction: fraction,
      cells: CELLS[cells].cells,
    }),
  );
  return (
    <AnalysisFrame
      run={run}
      height={480}
      about={{ title: t('crimeForecasts.title'), hint: t('crimeForecasts.hint') }}
    >
      {(result, details) => (
        <ForecastView
          result={result}
          details={details}
          site={{ name: state.siteName, bounds: state.summary?.bounds ?? null }}
        />
      )}
    </AnalysisFrame>
  );
}
