import type { Point } from '@amaan/contracts/geometry';
import type { CalibrationBudget, CalibrationInput, Homography } from '@amaan/contracts/traffic/calibration';
import { useMemo } from 'react';
import overlay from '../../../picture/overlay.module.css';
import type { StageSize } from '../../../picture/picture-stage.tsx';
import { Stroke } from '../parts/lane-shapes.tsx';
import classes from './calibration-layer.module.css';
import { groundGrid } from './ground-grid.ts';

/** SVG of a calibration over its picture: the grid on the road, where it is good enough for speeds, and its marks. */
export function CalibrationLayer({
  homography,
  budget,
  input,
  size,
}: {
  homography: Homography;
  budget: CalibrationBudget;
  /** Left out: the marks are drawn by whoever moves them. */
  input?: CalibrationInput | undefined;
  size: StageSize;
}) {
  const grid = useMemo(() => groundGrid(homography), [homography]);
  const at = ([x, y]: Point) => `${x * size.width},${y * size.height}`;
  return (
    <g>
      {grid.map(({ points, runs, metres }) => (
        <polyline
          key={`${runs} ${metres} ${points[0]!.join(' ')}`}
          className={classes.grid}
          data-first={metres === 0 || undefined}
          points={points.map(at).join(' ')}
        />
      ))}
      {budget.places
        .filter(({ speedErrorKmh }) => speedErrorKmh <= budget.limitKmh)
        .map(({ at: [x, y] }) => (
          <circle
            key={`${x} ${y}`}
            className={classes.place}
            cx={x * size.width}
            cy={y * size.height}
            r={2.5}
          />
        ))}
      {budget.usable && (
        <>
          <polygon className={overlay.halo} points={budget.usable.map(at).join(' ')} />
          <polygon className={classes.usable} points={budget.usable.map(at).join(' ')} />
        </>
      )}
      {input && <Marks input={input} size={size} />}
    </g>
  );
}

/** What was marked, without corners to grab. */
export function Marks({ input, size }: { input: CalibrationInput; size: StageSize }) {
  if (input.method === 'rectangle')
    return <Stroke points={[...input.corners, input.corners[0]]} size={size} look="marks" />;
  return (
    <>
      <Stroke points={input.left} size={size} look="marks" />
      <Stroke points={input.right} size={size} look="marks" />
    </>
  );
}
