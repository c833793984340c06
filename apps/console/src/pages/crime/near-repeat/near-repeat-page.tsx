import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CrimeFrame } from '../crime-frame.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { useQuestion } from '../question/question-of.ts';
import { type CrimeSelectionState, useCrimeSelection } from '../question/use-crime-selection.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { useLongAnalysis } from '../run/use-analysis.ts';
import classes from './near-repeat-page.module.css';
import { DISTANCES, type NearRepeatSearch } from './near-repeat-search.ts';
import { NearRepeatView } from './near-repeat-view.tsx';

const route = getRouteApi('/shell/crime/near-repeat');

/** Whether incidents follow each other nearby soon after: as advice, with the table that it rests on. */
export function NearRepeatPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const { distance = 'manhattan' } = search;
  const change = (changes: { [Key in keyof NearRepeatSearch]?: NearRepeatSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as NearRepeatSearch, replace: true });
  return (
    <CrimeFrame>
      <CrimePageBody
        search={search}
        state={state}
        onChange={change}
        tools={
          <Select
            size="xs"
            w={230}
            aria-label={t('crimeNear.distance')}
            allowDeselect={false}
            value={distance}
            data={DISTANCES.map((value) => ({ value, label: t(`crimeNear.distances.${value}`) }))}
            onChange={(value) => change({ distance: DISTANCES.find((one) => one === value) })}
          />
        }
      >
        {(selection) => <Repeats selection={selection} distance={distance} state={state} />}
      </CrimePageBody>
    </CrimeFrame>
  );
}

function Repeats({
  selection,
  distance,
  state,
}: {
  selection: IncidentSelection;
  distance: (typeof DISTANCES)[number];
  state: CrimeSelectionState;
}) {
  const { t } = useTranslation();
  const question = useQuestion('near-repeat', selection, { distance });
  const run = useLongAnalysis(question);
  const mixed = selection.kinds.length + selection.offences.length !== 1;
  return (
    <>
      {mixed && (
        <p className={classes.hint} role="note">
          {t('crimeNear.oneKind')}
        </p>
      )}
      <AnalysisFrame
        run={run}
        height={420}
        about={{ title: t('crimeNear.title'), hint: t('crimeNear.hint') }}
      >
        {(result, details) => (
          <NearRepeatView
            result={result}
            details={details}
            alpha={question?.settings.alpha ?? 0.05}
            site={{ name: state.siteName, bounds: state.summary?.bounds ?? null }}
          />
        )}
      </AnalysisFrame>
    </>
  );
}
