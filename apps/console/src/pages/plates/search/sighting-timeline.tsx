import type { Sighting } from '@amaan/contracts/plates/sighting';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './sighting-timeline.module.css';
import { timeTicks } from './time-ticks.ts';

const ROW = 18;
const NAMES = 132;
const AXIS = 18;
const MOST_ROWS = 6;

/** When each camera saw it: a row per camera, a dot per sighting. Time runs left to right in every language. */
export function SightingTimeline({
  sightings,
  from,
  to,
  chosen,
  onChoose,
}: {
  sightings: readonly Sighting[];
  from: string;
  to: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const rows = useMemo(() => rowsOf(sightings), [sightings]);
  const names = width < 480 ? 84 : NAMES;
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const xOf = (at: number) => names + ((at - begin) / (end - begin)) * (width - names - 12);
  const { at: ticks, days } = timeTicks(
    begin,
    end,
    Math.max(2, Math.floor((width - names) / 90)),
    new Date(end).getTimezoneOffset(),
  );
  const height = rows.length * ROW + AXIS;
  const lettersOfName = Math.floor(names / 6.4);
  return (
    <section className={classes.timeline}>
      <h2>{t('plates.search.timeline')}</h2>
      <div ref={ref} className={classes.chart} dir="ltr">
        {width > 0 && (
          // The list beside it says the same to who cannot see it.
          <svg height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={classes.tick} x1={xOf(tick)} x2={xOf(tick)} y1={0} y2={height - AXIS} />
                <text className={classes.label} x={xOf(tick)} y={height - 4} textAnchor="middle">
                  {days ? dayOf(tick, format.locale) : timeOf(tick, format.locale)}
                </text>
              </g>
            ))}
            {rows.map(({ name, others, seen }, index) => {
              const y = index * ROW + ROW / 2;
              const label = others > 0 ? t('plates.search.otherCameras', { count: others }) : name;
              return (
                <g key={name}>
                  <line className={classes.row} x1={names} x2={width} y1={y} y2={y} />
                  <text className={classes.camera} x={0} y={y} dominantBaseline="central">
                    <title>{label}</title>
                    {label.length > lettersOfName ? `${label.slice(0, lettersOfName - 1)}…` : label}
                  </text>
                  {withLast(seen, chosen).map((sighting) => (
                    // biome-ignore lint/a11y/noStaticElementInteractions: the list does the same for keyboards.
                    <circle
                      key={sighting.id}
                      className={classes.dot}
                      cx={xOf(Date.parse(sighting.capturedAt))}
                      cy={y}
                      r={sighting.id === chosen ? 7 : 5}
                      data-chosen={sighting.id === chosen || undefined}
                      data-simulated={sighting.simulated || undefined}
                      onClick={() => onChoose(sighting.id)}
                    >
                      <title>{`${format.dateTime(sighting.capturedAt)} · ${sighting.cameraName}`}</title>
                    </circle>
                  ))}
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </section>
  );
}

interface Row {
  readonly name: string;
  /** How many cameras share the row; 0: it is one camera's. */
  readonly others: number;
  readonly seen: readonly Sighting[];
}

/** With the chosen one last, so that no other dot covers it. */
function withLast(seen: readonly Sighting[], chosen: string | undefined): readonly Sighting[] {
  const found = seen.find(({ id }) => id === chosen);
  return found === undefined ? seen : [...seen.filter((sighting) => sighting !== found), found];
}

/** The cameras that saw the most have a row each, the rest share the last. */
function rowsOf(sightings: readonly Sighting[]): Row[] {
  const byCamera = Map.groupBy(sightings, ({ cameraId }) => cameraId);
  const cameras = [...byCamera.values()].sort((a, b) => b.length - a.length);
  const own = cameras.length > MOST_ROWS ? cameras.slice(0, MOST_ROWS - 1) : cameras;
  const rest = cameras.slice(own.length);
  return [
    ...own.map((seen) => ({ name: seen[0]!.cameraName, others: 0, seen })),
    ...(rest.length > 0 ? [{ name: '', others: rest.length, seen: rest.flat() }] : []),
  ];
}

const timeOf = (at: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);

const dayOf = (at: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
