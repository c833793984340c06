import { useDebouncedCallback, useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import {
  type BrushHandle,
  type BrushRange,
  drawnRange,
  movedBy,
  rangeOfPeriod,
  stepsOfKey,
} from './brush-range.ts';
import classes from './time-brush.module.css';

/** How many incidents there are in each step of time. */
export interface TimeSteps {
  /** Where steps begin and where the last one ends, Unix milliseconds, ascending: one more than counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const HEIGHT = 56;
/** A drag shorter than this is a click. */
const LEAST_DRAG = 5;
/** Keys that follow each other sooner are one change: each change is a question that is computed and kept. */
const KEY_PAUSE_MS = 400;

/**
 * A histogram over time on which one chooses a period: by dragging over it, by its two handles, by dragging what is
 * chosen as a whole, or by keys on any of the three. A double click chooses everything. It tells what is chosen when
 * the pointer is let go, so that nothing is computed on the way.
 */
export function TimeBrush({
  steps: { edges, counts },
  since,
  until,
  onChange,
}: {
  steps: TimeSteps;
  /** The period that is chosen, Unix milliseconds. */
  since: number;
  until: number;
  onChange: (period: { since: number; until: number }) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const ground = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ handle: BrushHandle | 'new'; from: number; to: number } | null>(null);
  const [keyed, setKeyed] = useState<BrushRange | null>(null);
  const steps = counts.length;
  const chosen = rangeOfPeriod(edges, since, until);
  const range = drag === null ? (keyed ?? chosen) : dragged(chosen, drag, steps, width);
  const most = Math.max(1, ...counts);
  const place = (edge: number) => (edge / Math.max(1, steps)) * width;
  const day = (edge: number) => format.date(new Date(edges[edge]!).toISOString());

  const commit = ({ first, last }: BrushRange) => onChange({ since: edges[first]!, until: edges[last]! });
  const commitKeys = useDebouncedCallback((moved: BrushRange) => {
    setKeyed(null);
    commit(moved);
  }, KEY_PAUSE_MS);
  const at = ({ clientX }: PointerEvent) => clientX - ground.current!.getBoundingClientRect().left;
  const press = (handle: BrushHandle | 'new') => (event: PointerEvent) => {
    event.stopPropagation();
    ground.current!.setPointerCapture(event.pointerId);
    setDrag({ handle, from: at(event), to: at(event) });
  };
  const release = () => {
    if (drag && Math.abs(drag.to - drag.from) >= LEAST_DRAG) commit(range);
    setDrag(null);
  };
  const key = (handle: BrushHandle) => (event: KeyboardEvent) => {
    const by = stepsOfKey(event.key, steps);
    if (by === null) return;
    event.preventDefault();
    const moved = movedBy(range, handle, by, steps);
    setKeyed(moved);
    commitKeys(moved);
  };
  return (
    <div className={classes.brush} dir="ltr">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its handles do with keys what a drag over it does. */}
      <div
        ref={ground}
        className={classes.ground}
        title={t('crime.brush.label')}
        onPointerDown={press('new')}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
        onPointerUp={release}
        onPointerCancel={() => setDrag(null)}
        onDoubleClick={() => commit({ first: 0, last: steps })}
      >
        <svg ref={ref as never} className={classes.bars} height={HEIGHT} aria-hidden="true">
          {counts.map((count, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its step.
              key={index}
              x={place(index)}
              y={HEIGHT - (count / most) * HEIGHT}
              width={Math.max(0.5, width / steps - (width / steps > 4 ? 1 : 0))}
              height={(count / most) * HEIGHT}
              data-chosen={(index >= range.first && index < range.last) || undefined}
            />
          ))}
        </svg>
        <div
          className={classes.window}
          role="slider"
          tabIndex={0}
          aria-label={t('crime.brush.window')}
          aria-valuemin={0}
          aria-valuemax={steps}
          aria-valuenow={range.first}
          aria-valuetext={t('crime.brush.chosen', { from: day(range.first), to: day(range.last) })}
          style={{ left: place(range.first), width: place(range.last) - place(range.first) }}
          onPointerDown={press(chosen.first === 0 && chosen.last === steps ? 'new' : 'window')}
          onKeyDown={key('window')}
        />
        {(['first', 'last'] as const).map((handle) => (
          <div
            key={handle}
            className={classes.handle}
            role="slider"
            tabIndex={0}
            aria-label={t(`crime.brush.${handle}`)}
            aria-valuemin={0}
            aria-valuemax={steps}
            aria-valuenow={range[handle]}
            aria-valuetext={day(range[handle])}
            style={{ left: place(range[handle]) }}
            onPointerDown={press(handle)}
            onKeyDown={key(handle)}
          />
        ))}
      </div>
      <div className={classes.axis}>
        <span dir="auto">{day(0)}</span>
        <span dir="auto" className={classes.said} aria-live="polite">
          {t('crime.brush.said', {
            from: day(range.first),
            to: day(range.last),
            count: counts.slice(range.first, range.last).reduce((sum, count) => sum + count, 0),
          })}
        </span>
        <span dir="auto">{day(steps)}</span>
      </div>
    </div>
  );
}

/** What would be chosen if the pointer were let go now. */
function dragged(
  chosen: BrushRange,
  { handle, from, to }: { handle: BrushHandle | 'new'; from: number; to: number },
  steps: number,
  width: number,
): BrushRange {
  if (width === 0 || Math.abs(to - from) < LEAST_DRAG) return chosen;
  if (handle === 'new') return drawnRange(from / width, to / width, steps);
  return movedBy(chosen, handle, Math.round(((to - from) / width) * steps), steps);
}
