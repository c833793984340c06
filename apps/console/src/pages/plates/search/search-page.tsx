import type { Camera } from '@amaan/contracts/camera';
import type { Position } from '@amaan/contracts/geometry';
import type { PlateSearchResult } from '@amaan/contracts/plates/sighting';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../../api/cameras.ts';
import { type PlateSearchBody, plateSearchesKey, searchPlates } from '../../../api/plates.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { MapStop } from '../../../map/stops-by-place.ts';
import frame from '../found-frame.module.css';
import { PlatesFrame } from '../plates-frame.tsx';
import { useReasonGate } from '../reason-gate.tsx';
import { SightingDetail } from '../sighting-detail.tsx';
import { areaOf, filterKey, filterOf, type PlateSearch, type SearchProblem } from './plate-search.ts';
import { ResultList } from './result-list.tsx';
import { SearchForm } from './search-form.tsx';
import classes from './search-page.module.css';
import { SearchStart } from './search-start.tsx';
import { SightingTimeline } from './sighting-timeline.tsx';
import { useViewFollows } from './use-view-follows.ts';

const RouteMap = lazy(() =>
  import('../../../map/route-map.tsx').then(({ RouteMap }) => ({ default: RouteMap })),
);

const route = getRouteApi('/shell/plates/search');

/** Finds where vehicles were seen; only for a case and a reason, which are recorded first. */
export function SearchPage() {
  return (
    <PlatesFrame>
      <SearchView />
    </PlatesFrame>
  );
}

const NO_PLACES: readonly Position[] = [];

/** What stays the same however often the cameras report. */
const placesOf = (cameras: readonly Camera[]): readonly Position[] =>
  cameras.flatMap(({ position }) => (position === null ? [] : [position]));

/** Most results that one search gives. */
const LIMIT = 500;

interface Run {
  readonly key: string;
  readonly body: PlateSearchBody;
}

function SearchView() {
  const { t } = useTranslation();
  const format = useFormat();
  const { site: _site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const gate = useReasonGate();
  const [problem, setProblem] = useState<SearchProblem | null>(null);
  const { data: places = NO_PLACES } = useQuery({ ...camerasQuery, select: placesOf });
  const [view, setView] = useState<'list' | 'map'>('list');
  const run = useMutation({
    mutationFn: ({ body }: Run) => searchPlates(body),
    onSettled: () => queryClient.invalidateQueries({ queryKey: plateSearchesKey }),
  });
  const result: PlateSearchResult | undefined = run.isPending ? undefined : run.data;
  const sightings = useMemo(() => result?.sightings ?? [], [result]);
  const area = useMemo(() => areaOf(search.area), [search.area]);
  const chosen = sightings.find(({ id }) => id === search.seen);

  const change = useCallback(
    (changes: { [Key in keyof PlateSearch]: PlateSearch[Key] | undefined }) => {
      setProblem(null);
      void navigate({ search: (before) => ({ ...before, ...changes }) as PlateSearch, replace: true });
    },
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ seen: id }), [change]);
  const { results, detail } = useViewFollows(run.error ?? result, chosen?.id);
  const submit = () => {
    const filter = filterOf(search, new Date());
    if (typeof filter === 'string') {
      setProblem(filter);
      return;
    }
    setProblem(null);
    gate.withReason((reason) =>
      run.mutate({
        key: filterKey(search),
        body: { filter, reason, scope: search.scope ?? 'case-site', limit: LIMIT },
      }),
    );
  };

  const stops = useMemo<MapStop[]>(
    () =>
      sightings.flatMap(({ id, position, cameraName, capturedAt, simulated }, index) =>
        position === null
          ? []
          : [
              {
                id,
                position,
                number: index + 1,
                title: `${index + 1} · ${format.dateTime(capturedAt)} · ${cameraName}`,
                simulated,
              },
            ],
      ),
    [sightings, format],
  );

  return (
    <div className={frame.page}>
      <h1 className="unseen">{t('plates.search.title')}</h1>
      <SearchForm
        search={search}
        problem={problem}
        pending={run.isPending}
        onChange={change}
        onRun={submit}
      />
      {gate.bar}
      {gate.dialog}
      <div className={classes.views}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('plates.search.view')}
          value={view}
          onChange={(value) => setView(value as typeof view)}
          data={[
            { value: 'list', label: t('plates.search.list') },
            { value: 'map', label: t('plates.search.map') },
          ]}
        />
      </div>
      <div ref={results} className={`${frame.columns} ${classes.columns}`} data-view={view}>
        <section className={`${frame.side} ${classes.side}`} aria-label={t('plates.search.title')}>
          {run.error ? (
            <ProblemNotice error={run.error} onRetry={submit} />
          ) : run.isPending ? (
            <div className={frame.summary} aria-busy="true">
              {Array.from({ length: 6 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders are all alike and never move.
                <Skeleton key={index} height={60} />
              ))}
            </div>
          ) : result === undefined ? (
            <SearchStart search={search} onUse={(filters) => void navigate({ search: filters })} />
          ) : (
            <ResultList
              result={result}
              stale={run.variables?.key !== filterKey(search)}
              chosen={search.seen}
              onOpen={open}
            />
          )}
        </section>
        <div className={classes.main} data-open={chosen !== undefined || undefined}>
          <div className={frame.map}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <RouteMap
                stops={stops}
                cameras={places}
                chosen={search.seen}
                area={area}
                label={t('plates.search.mapLabel')}
                onChoose={open}
                onArea={(drawn) => change({ area: drawn?.join(',') })}
              />
            </Suspense>
          </div>
          {sightings.length > 0 && run.variables && (
            <div className={classes.timeline}>
              <SightingTimeline
                sightings={sightings}
                from={run.variables.body.filter.from}
                to={run.variables.body.filter.to}
                chosen={search.seen}
                onChoose={open}
              />
            </div>
          )}
          {chosen && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the button in it closes it as well.
            <section
              ref={detail}
              className={classes.detail}
              tabIndex={-1}
              // A dialog over it is closed by the same key, and stands elsewhere in the document.
              onKeyDown={({ key, target, currentTarget }) =>
                key === 'Escape' && currentTarget.contains(target as Node) && open(undefined)
              }
            >
              <SightingDetail key={chosen.id} sighting={chosen} onClose={() => open(undefined)} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
