import type { Point } from '@amaan/contracts/geometry';
import { measureLabel } from '../../../picture/measure-label.ts';
import overlay from '../../../picture/overlay.module.css';
import type { StageSize } from '../../../picture/picture-stage.tsx';
import classes from './lane-shapes.module.css';

/** What is drawn of a lane; what is not drawn yet is null. */
export interface DrawnLane {
  readonly id: string;
  readonly name: string;
  readonly polygon: readonly Point[] | null;
  readonly travel: readonly Point[] | null;
  readonly countingLine: readonly Point[] | null;
  readonly stopLine: readonly Point[] | null;
  readonly exit: readonly Point[] | null;
}

/** SVG of lanes over a picture: their area, the way that traffic drives, and the lines that they are measured at. */
export function LaneShapes({
  lanes,
  size,
  chosen,
  labels = true,
}: {
  lanes: readonly DrawnLane[];
  size: StageSize;
  /** The lane that stands out. */
  chosen?: string | undefined;
  labels?: boolean;
}) {
  return lanes.map((lane) => (
    <g key={lane.id} className={classes.lane} data-chosen={lane.id === chosen || undefined}>
      {lane.polygon && <Area points={lane.polygon} size={size} />}
      {lane.countingLine && <Stroke points={lane.countingLine} size={size} look="counting" />}
      {lane.exit && <Stroke points={lane.exit} size={size} look="exit" />}
      {lane.stopLine && <Stroke points={lane.stopLine} size={size} look="stop" />}
      {lane.travel && <Travel points={lane.travel} size={size} />}
      {labels && lane.polygon && lane.name !== '' && <Label lane={lane} size={size} />}
    </g>
  ));
}

const scaled = (points: readonly Point[], { width, height }: StageSize) =>
  points.map(([x, y]) => `${x * width},${y * height}`).join(' ');

function Area({ points, size }: { points: readonly Point[]; size: StageSize }) {
  return (
    <>
      <polygon className={overlay.halo} points={scaled(points, size)} />
      <polygon className={classes.area} points={scaled(points, size)} />
    </>
  );
}

/** A line over the picture; its look says what it is for. */
export function Stroke({
  points,
  size,
  look,
}: {
  points: readonly Point[];
  size: StageSize;
  look: 'counting' | 'stop' | 'exit' | 'marks';
}) {
  return (
    <>
      <polyline className={overlay.halo} points={scaled(points, size)} />
      <polyline className={classes.stroke} data-look={look} points={scaled(points, size)} />
    </>
  );
}

const HEAD = 11;

/** The way that traffic drives. */
function Travel({ points, size: { width, height } }: { points: readonly Point[]; size: StageSize }) {
  const [from, to] = points.map(([x, y]): Point => [x * width, y * height]);
  if (!from || !to) return null;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return null;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const head = [
    to,
    [to[0] - HEAD * ux - 6 * uy, to[1] - HEAD * uy + 6 * ux],
    [to[0] - HEAD * ux + 6 * uy, to[1] - HEAD * uy - 6 * ux],
  ];
  return (
    <>
      <line className={overlay.halo} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      <line className={classes.travel} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      <polygon className={classes.head} points={head.map((point) => point.join(',')).join(' ')} />
    </>
  );
}

/** The name of a lane, in the middle of its area. */
function Label({ lane: { name, polygon }, size: { width, height } }: { lane: DrawnLane; size: StageSize }) {
  const points = polygon!;
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const label = measureLabel(name);
  const x = Math.max(label.width / 2, Math.min(middle(0) * width, width - label.width / 2));
  const y = middle(1) * height;
  return (
    <>
      <rect className={overlay.label} x={x - label.width / 2} y={y - label.height / 2} {...label} rx={3} />
      <text className={overlay.text} x={x} y={y} textAnchor="middle" dominantBaseline="central">
        {name}
      </text>
    </>
  );
}
