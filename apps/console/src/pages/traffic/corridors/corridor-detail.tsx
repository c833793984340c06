import type { Corridor, CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconDownload, IconPencil, IconRoad, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { corridorMeasuresQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { IncidentList } from '../parts/incident-list.tsx';
import { periodOf } from '../parts/period.ts';
import { PeriodBar } from '../parts/period-bar.tsx';
import { seriesCsv } from '../parts/series-csv.ts';
import { CorridorForm } from './corridor-form.tsx';
import type { CorridorSearch } from './corridor-search.ts';
import classes from './corridors.module.css';
import { PlateTimes } from './plate-times.tsx';
import { RemoveCorridorDialog } from './remove-corridor-dialog.tsx';
import { STRIP_MEASURES, type StripMeasure } from './strip-measure.ts';
import { TimeSpaceStrip } from './time-space-strip.tsx';
import { TravelTimeChart } from './travel-time-chart.tsx';
import { VolumeChart } from './volume-chart.tsx';

const route = getRouteApi('/shell/traffic/corridors');
const MINUTE_MS = 60_000;

/** One corridor over a time: place over time, travel time, volumes, incidents. */
export function CorridorDetail({ corridor }: { corridor: Corridor }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  // A page that is drawn again within the minute asks for the same.
  const now = Math.ceil(useNow('ten-seconds') / MINUTE_MS) * MINUTE_MS;
  const period = periodOf(search, now);
  const { data, error, refetch, isPlaceholderData } = useQuery(corridorMeasuresQuery(corridor.id, period));
  const change = (next: { [Key in keyof CorridorSearch]: CorridorSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as CorridorSearch, replace: true });
  return (
    <>
      <header className={classes.heading}>
        <h1>
          <bdi>{corridor.name}</bdi>
        </h1>
        {data?.stops.some(({ simulated }) => simulated) && <SimulatedMark />}
        <span className={classes.grow} />
        {may('traffic.change') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            {t('traffic.corridor.edit')}
          </Button>
        )}
        {may('traffic.change') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => setRemoving(true)}
          >
            {t('traffic.corridor.delete')}
          </Button>
        )}
      </header>
      <PeriodBar search={search} period={period} onChange={change}>
        <SegmentedControl
          size="xs"
          aria-label={t('traffic.corridor.show')}
          value={search.show ?? 'level'}
          data={STRIP_MEASURES.map((value) => ({ value, label: t(`traffic.strip.${value}`) }))}
          onChange={(show) => change({ show: show as StripMeasure })}
        />
        <Button
          size="xs"
          variant="default"
          disabled={data === undefined}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => data && saveCsv(`${corridor.name}.csv`, csvOf(data))}
        >
          {t('traffic.csv')}
        </Button>
      </PeriodBar>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={420} />
      ) : (
        <div className={classes.stack} data-stale={isPlaceholderData || undefined}>
          <Figures
            measures={data}
            show={search.show ?? 'level'}
            onZoom={(from, to) => change({ span: 'between', from, to, step: undefined })}
          />
        </div>
      )}
      {data && may('traffic.travel') && <PlateTimes measures={data} from={period.from} to={period.to} />}
      <IncidentList
        cameras={corridor.stops.map(({ cameraId }) => cameraId)}
        from={period.from}
        to={period.to}
      />
      {removing && (
        <RemoveCorridorDialog
          corridor={corridor}
          onClose={() => setRemoving(false)}
          onRemoved={() => change({ id: undefined })}
        />
      )}
      {editing && (
        <CorridorForm
          corridor={corridor}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Figures({
  measures,
  show,
  onZoom,
}: {
  measures: CorridorMeasures;
  show: StripMeasure;
  onZoom: (from: string, to: string) => void;
}) {
  const { t } = useTranslation();
  const finding = useStripFinding(measures);
  if (measures.stops.every(({ points }) => points.every(({ figures }) => figures === null)))
    return (
      <EmptyNotice
        icon={<IconRoad />}
        title={t('traffic.nothingInTime')}
        hint={t('traffic.nothingInTimeHint')}
      />
    );
  return (
    <>
      <section className={classes.panel}>
        <h2>{finding}</h2>
        <TimeSpaceStrip measures={measures} measure={show} label={finding} onZoom={onZoom} />
      </section>
      <div className={classes.columns}>
        <section className={classes.panel}>
          <TravelTimeChart measures={measures} />
        </section>
        <section className={classes.panel}>
          <VolumeChart measures={measures} />
        </section>
      </div>
    </>
  );
}

/** The worst that there was, in one sentence. */
function useStripFinding({ stops }: CorridorMeasures): string {
  const { t } = useTranslation();
  const format = useFormat();
  const bad = stops.flatMap(({ approach, points }) =>
    points.flatMap(({ from, figures }) =>
      figures?.levelOfService === 'E' || figures?.levelOfService === 'F' ? [{ approach, from }] : [],
    ),
  );
  if (bad.length === 0) return t('traffic.corridor.flows');
  const counts = Map.groupBy(bad, ({ approach }) => approach);
  const [approach, times] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]!;
  return t('traffic.corridor.worst', {
    approach,
    count: times.length,
    at: format.dateTime(times[0]!.from),
  });
}

function csvOf({ stops }: CorridorMeasures): string {
  return seriesCsv(
    stops.map(({ cameraName, approach, simulated, points }) => ({
      ...{ camera: cameraName, approach, lane: '', simulated, points },
    })),
  );
}
