import type { CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import { type LaneFigures, LEVELS_OF_SERVICE } from '@amaan/contracts/traffic/lane-measures';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChartTheme, useChartTheme } from '../../../components/chart-theme.ts';
import { viridis } from '../../../components/viridis.ts';
import { useFormat } from '../../../format/use-format.ts';
import { colourOfLevel, LevelMark } from '../parts/level-mark.tsx';
import { bandsOf } from './strip-cells.ts';
import type { StripMeasure } from './strip-measure.ts';
import classes from './time-space-strip.module.css';

const BAND_PX = 44;
const LEAST_PX = 120;
const MOST_PX = 520;
/** A drag shorter than this is a click. */
const LEAST_DRAG = 6;

/**
 * Place over time: the corridor from its beginning (bottom) to its end (top), time from left to right, the colour says
 * how traffic was. What nobody saw stays empty. A drag chooses a time to look at more closely; so do the arrow keys
 * with Enter.
 */
export function TimeSpaceStrip({
  measures,
  measure,
  label,
  onZoom,
}: {
  measures: CorridorMeasures;
  measure: StripMeasure;
  label: string;
  onZoom: (from: string, to: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const theme = useChartTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width } = useElementSize();
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const [hover, setHover] = useState<{ stop: number; point: number } | null>(null);
  const { stops } = measures;
  const times = stops[0]?.points ?? [];
  const height = Math.max(LEAST_PX, Math.min(MOST_PX, stops.length * BAND_PX));
  const { bands, toScale } = bandsOf(stops.map(({ metres }) => metres));
  const most = greatest(measures, measure);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current!.width = Math.round(width * ratio);
    canvas.current!.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    context.clearRect(0, 0, width, height);
    const cell = width / Math.max(1, times.length);
    for (const [index, { points }] of stops.entries()) {
      const { from, to } = bands[index]!;
      // The beginning of the way is at the bottom.
      const top = (1 - to) * height;
      for (const [at, { figures }] of points.entries()) {
        const colour = colourOf(theme, figures, measure, most);
        if (colour === null) continue;
        context.fillStyle = colour;
        // A hair wider, so that no seam of the background shows between neighbours.
        context.fillRect(at * cell, top + 1, cell + 0.4, (to - from) * height - 2);
      }
    }
  }, [stops, times.length, bands, measure, most, theme, width, height]);

  const pointAt = (x: number) =>
    Math.max(0, Math.min(Math.floor((x / Math.max(1, width)) * times.length), times.length - 1));
  const at = (event: PointerEvent) => {
    const bounds = canvas.current!.getBoundingClientRect();
    return [event.clientX - bounds.left, event.clientY - bounds.top] as const;
  };
  const zoom = (first: number, last: number) => {
    const [from, to] = first <= last ? [first, last] : [last, first];
    if (times[from] && times[to]) onZoom(times[from].from, times[to].to);
  };
  const move = (event: PointerEvent) => {
    const [x, y] = at(event);
    if (drag) setDrag([drag[0], x]);
    const way = 1 - y / height;
    const stop = bands.findIndex(({ from, to }) => way >= from && way <= to);
    setHover(stop < 0 ? null : { stop, point: pointAt(x) });
  };
  const key = (event: KeyboardEvent) => {
    const middle = Math.floor(times.length / 2);
    const now = hover ?? { stop: 0, point: middle };
    const step = (by: number) => Math.max(0, Math.min(now.point + by, times.length - 1));
    const along = (by: number) => Math.max(0, Math.min(now.stop + by, stops.length - 1));
    if (event.key === 'ArrowLeft') setHover({ ...now, point: step(-1) });
    else if (event.key === 'ArrowRight') setHover({ ...now, point: step(1) });
    else if (event.key === 'ArrowUp') setHover({ ...now, stop: along(1) });
    else if (event.key === 'ArrowDown') setHover({ ...now, stop: along(-1) });
    else if (event.key === 'Enter') {
      const half = Math.max(1, Math.round(times.length / 8));
      zoom(Math.max(0, now.point - half), Math.min(times.length - 1, now.point + half));
    } else return;
    event.preventDefault();
  };
  const shown = hover === null ? null : stops[hover.stop];
  const figures = hover === null ? null : (shown?.points[hover.point]?.figures ?? null);
  return (
    <div className={classes.strip}>
      <ol className={classes.stops} style={{ height }}>
        {stops.map(({ cameraId, cameraName, approach, metres }, index) => (
          <li
            key={`${cameraId} ${approach}`}
            style={{ insetBlockStart: `${(1 - (bands[index]!.from + bands[index]!.to) / 2) * 100}%` }}
          >
            <bdi className="cut">{approach}</bdi>
            <span className="quiet cut">
              {metres === null
                ? cameraName
                : t('traffic.unit.km', { value: format.number(metres / 1000, 1) })}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.plot} dir="ltr">
        <div ref={ref} className={classes.ground} style={{ height }}>
          <canvas
            ref={canvas}
            className={classes.canvas}
            role="img"
            aria-label={label}
            tabIndex={0}
            style={{ height }}
            onKeyDown={key}
            onPointerDown={(event) => {
              canvas.current?.setPointerCapture(event.pointerId);
              const [x] = at(event);
              setDrag([x, x]);
            }}
            onPointerMove={move}
            onPointerUp={() => {
              if (drag && Math.abs(drag[1] - drag[0]) >= LEAST_DRAG) zoom(pointAt(drag[0]), pointAt(drag[1]));
              setDrag(null);
            }}
            onPointerLeave={() => !drag && setHover(null)}
          />
          {drag && (
            <span
              className={classes.brush}
              style={{ left: Math.min(...drag), width: Math.abs(drag[1] - drag[0]) }}
            />
          )}
          {hover && !drag && (
            <span
              className={classes.cursor}
              style={{
                left: (hover.point / Math.max(1, times.length)) * width,
                width: Math.max(2, width / Math.max(1, times.length)),
                top: (1 - bands[hover.stop]!.to) * height,
                height: (bands[hover.stop]!.to - bands[hover.stop]!.from) * height,
              }}
            />
          )}
        </div>
        <div className={classes.axis}>
          {times[0] && <span dir="auto">{format.dateTime(times[0].from)}</span>}
          {times.length > 0 && <span dir="auto">{format.dateTime(times.at(-1)!.to)}</span>}
        </div>
      </div>
      <p className={classes.said} aria-live="polite">
        {shown && hover
          ? t('traffic.corridor.at', {
              approach: shown.approach,
              time: format.dateTime(shown.points[hover.point]!.from),
              said:
                figures === null
                  ? t('traffic.notSeen')
                  : [
                      figures.levelOfService &&
                        t('traffic.levelWord', {
                          level: figures.levelOfService,
                          word: t(`traffic.level.${figures.levelOfService}`),
                        }),
                      figures.speedKmh &&
                        t('traffic.unit.kmh', { value: format.number(figures.speedKmh.value, 0) }),
                      figures.flowVehPerHour &&
                        t('traffic.unit.vehh', { value: format.number(figures.flowVehPerHour.value) }),
                    ]
                      .filter(Boolean)
                      .join(' · ') || t('traffic.notMeasured'),
            })
          : t(toScale ? 'traffic.corridor.dragHint' : 'traffic.corridor.dragHintUnscaled')}
      </p>
      <Scale measure={measure} most={most} />
    </div>
  );
}

/** What the colours mean. */
function Scale({ measure, most }: { measure: StripMeasure; most: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (measure === 'level')
    return (
      <ul className={classes.levels}>
        {LEVELS_OF_SERVICE.map((level) => (
          <li key={level}>
            <LevelMark level={level} />
          </li>
        ))}
      </ul>
    );
  return (
    <p className={classes.scale}>
      <span className="ltr">{format.number(0)}</span>
      <span className={classes.ramp} data-measure={measure} aria-hidden="true" />
      <span>
        {t(measure === 'speed' ? 'traffic.unit.kmh' : 'traffic.unit.vehh', { value: format.number(most) })}
      </span>
    </p>
  );
}

function stripValue(figures: LaneFigures | null, measure: StripMeasure): number | null {
  if (measure === 'speed') return figures?.speedKmh?.value ?? null;
  return measure === 'flow' ? (figures?.flowVehPerHour?.value ?? null) : null;
}

/** The upper end of the colours, rounded up to a number that one can read. */
function greatest({ stops }: CorridorMeasures, measure: StripMeasure): number {
  let most = 0;
  for (const { points } of stops)
    for (const { figures } of points) most = Math.max(most, stripValue(figures, measure) ?? 0);
  const unit = measure === 'speed' ? 10 : 100;
  return Math.max(unit, Math.ceil(most / unit) * unit);
}

function colourOf(
  theme: ChartTheme,
  figures: LaneFigures | null,
  measure: StripMeasure,
  most: number,
): string | null {
  if (measure === 'level')
    return figures === null || figures.levelOfService === null
      ? null
      : colourOfLevel(theme, figures.levelOfService);
  const value = stripValue(figures, measure);
  if (value === null) return null;
  return rampColour(Math.min(1, value / most), measure);
}

/** Low speeds and high flows are the dark end. */
function rampColour(share: number, measure: StripMeasure): string {
  return `rgb(${viridis(measure === 'speed' ? share : 1 - share).join(' ')})`;
}
