import type { Box, Point } from '@amaan/contracts/geometry';
import type { EnforcementRule } from '@amaan/contracts/violations/enforcement';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import overlay from '../../../picture/overlay.module.css';
import type { StageSize } from '../../../picture/picture-stage.tsx';
import { RuleShape } from '../../../picture/rule-shape.tsx';
import { Stroke } from '../../traffic/parts/lane-shapes.tsx';
import classes from './violation-layer.module.css';

/** The lines of a rule over the picture, each in the look of what it is for. */
export function RuleLines({ rule, size }: { rule: EnforcementRule; size: StageSize }) {
  const entry = 'entry' in rule ? rule.entry : rule.kind === 'average-speed' ? rule.line : null;
  const exits = 'exits' in rule ? rule.exits : [];
  const solid = rule.kind === 'lane' ? rule.solidLine : null;
  return (
    <g className={classes.rule}>
      {rule.kind === 'no-parking' && <RuleShape rule={{ kind: 'zone', zone: rule.zone }} {...size} />}
      {entry !== null && <Stroke points={entry} size={size} look="stop" />}
      {exits.map((line) => (
        <Stroke key={line.flat().join(' ')} points={line} size={size} look="exit" />
      ))}
      {solid !== null && <Stroke points={solid} size={size} look="counting" />}
    </g>
  );
}

/** The way of a vehicle's foot point, the places where it crossed, and the vehicle itself at the picture's moment. */
export function Passage({
  violation,
  box,
  at,
  size: { width, height },
}: {
  violation: SuspectedViolation;
  /** The vehicle in this picture; null: not known. */
  box: Box | null;
  /** When the picture was taken: the way is solid up to it. Null: the whole way. */
  at: string | null;
  size: StageSize;
}) {
  const drawn = (points: readonly Point[]) => points.map(([x, y]) => `${x * width},${y * height}`).join(' ');
  const until = at === null ? Number.POSITIVE_INFINITY : Date.parse(at);
  const before = violation.path.filter((step) => Date.parse(step.at) <= until).map(({ place }) => place);
  const after = violation.path.slice(Math.max(0, before.length - 1)).map(({ place }) => place);
  const crossed = placesOf(violation);
  return (
    <g className={classes.passage}>
      <polyline className={overlay.halo} points={drawn(before)} />
      <polyline className={classes.after} points={drawn(after)} />
      <polyline className={classes.before} points={drawn(before)} />
      {crossed.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={classes.crossing} cx={x * width} cy={y * height} r={5} />
      ))}
      {box !== null && (
        <g className={overlay.objects} data-subject>
          {[overlay.halo, overlay.box].map((look) => (
            <rect
              key={look}
              className={look}
              x={box[0] * width}
              y={box[1] * height}
              width={box[2] * width}
              height={box[3] * height}
              rx={2}
            />
          ))}
        </g>
      )}
    </g>
  );
}

/** Where the vehicle's foot point went over the lines. */
function placesOf(violation: SuspectedViolation): readonly Point[] {
  const { kind } = violation;
  if (kind === 'red-light' || kind === 'prohibited-turn')
    return [violation.entry.place, violation.exit.place];
  if (kind === 'stop-line') return [violation.entry.place];
  if (kind === 'speed') return [violation.crossing.place];
  return kind === 'lane' && violation.crossing !== null ? [violation.crossing.place] : [];
}
