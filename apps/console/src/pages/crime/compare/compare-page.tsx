import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { boundariesQuery } from '../../../api/crime.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { daysOfPeriod, periodOfDays } from '../question/local-period.ts';
import { type CrimeSelectionState, useCrimeSelection } from '../question/use-crime-selection.ts';
import { AreaComparison } from './area-comparison.tsx';
import { COMPARED_BY, COMPARED_WITH, type CompareSearch, periodBefore } from './compare-search.ts';
import { DensityChange } from './density-change.tsx';

type Change = (changes: { [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }) => void;

const route = getRouteApi('/shell/crime/compare');

/** Two periods against each other: in all, area by area with intervals, or as a change of density. */
export function ComparePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const { data: areas } = useQuery({
    ...boundariesQuery(state.siteId ?? ''),
    enabled: state.siteId !== undefined,
  });
  const by = search.by ?? (areas?.boundaries.length === 0 ? 'cells' : 'boundaries');
  const change: Change = (changes) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as CompareSearch, replace: true });
  return (
    <CrimeFrame>
      <CrimePageBody
        search={search}
        state={state}
        onChange={change}
        tools={
          state.selection && <Against search={search} selection={state.selection} by={by} onChange={change} />
        }
      >
        {(selection) => <Compared selection={selection} search={search} state={state} by={by} />}
      </CrimePageBody>
    </CrimeFrame>
  );
}

/** What the period is compared with, and by what. */
function Against({
  search,
  selection,
  by,
  onChange,
}: {
  search: CompareSearch;
  selection: IncidentSelection;
  by: (typeof COMPARED_BY)[number];
  onChange: Change;
}) {
  const { t } = useTranslation();
  const { with: choice = 'previous' } = search;
  const before = periodBefore(search, selection.period);
  const days = daysOfPeriod(before);
  return (
    <>
      <Select
        size="xs"
        w={210}
        aria-label={t('crimeCompare.with')}
        allowDeselect={false}
        value={choice}
        data={COMPARED_WITH.map((value) => ({ value, label: t(`crimeCompare.withs.${value}`) }))}
        onChange={(value) =>
          onChange({
            with: COMPARED_WITH.find((one) => one === value),
            // From what is on the screen, so that one changes it and does not begin from nothing.
            ...(value === 'between'
              ? { thenSince: before.from, thenUntil: before.until }
              : { thenSince: undefined, thenUntil: undefined }),
          })
        }
      />
      {choice === 'between' &&
        (['from', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            size="xs"
            aria-label={t(`crimeCompare.other.${end}`)}
            value={days[end]}
            onChange={({ currentTarget: { value } }) => {
              const period = periodOfDays({ ...days, [end]: value });
              if (period) onChange({ thenSince: period.from, thenUntil: period.until });
            }}
          />
        ))}
      <SegmentedControl
        size="xs"
        aria-label={t('crimeCompare.by')}
        value={by}
        data={COMPARED_BY.map((value) => ({ value, label: t(`crimeCompare.bys.${value}`) }))}
        onChange={(value) => onChange({ by: COMPARED_BY.find((one) => one === value) })}
      />
    </>
  );
}

function Compared({
  selection,
  search,
  state,
  by,
}: {
  selection: IncidentSelection;
  search: CompareSearch;
  state: CrimeSelectionState;
  by: (typeof COMPARED_BY)[number];
}) {
  const before = periodBefore(search, selection.period);
  const site = { name: state.siteName, bounds: state.summary?.bounds ?? null };
  return by === 'density' ? (
    <DensityChange selection={selection} before={before} site={site} />
  ) : (
    <AreaComparison selection={selection} before={before} by={by} site={site} />
  );
}
