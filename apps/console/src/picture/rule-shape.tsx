import type { Point } from '@amaan/contracts/geometry';
import type { SceneRuleInput } from '@amaan/contracts/scene-rule';
import { useTranslation } from 'react-i18next';
import { measureLabel } from './measure-label.ts';
import classes from './overlay.module.css';

const ARROW = 26;

/** SVG of a line or zone over a picture that is shown `width` × `height` pixels large. */
export function RuleShape({
  rule,
  width,
  height,
  chosen = false,
  directionLabels = false,
}: {
  rule: SceneRuleInput | DraftRule;
  width: number;
  height: number;
  chosen?: boolean;
  /** Words at the arrows, as the editor needs them. */
  directionLabels?: boolean;
}) {
  const scale = ([x, y]: Point): Point => [x * width, y * height];
  if (rule.kind === 'line') {
    const [from, to] = rule.line.map(scale) as [Point, Point];
    const directions = rule.directions ?? 'both';
    return (
      <g className={classes.rule} data-chosen={chosen || undefined}>
        <line className={classes.halo} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        <line className={classes.line} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        {directions !== 'backward' && (
          <Arrow from={from} to={to} direction="forward" labelled={directionLabels} />
        )}
        {directions !== 'forward' && (
          <Arrow from={from} to={to} direction="backward" labelled={directionLabels} />
        )}
      </g>
    );
  }
  const points = rule.zone
    .map(scale)
    .map((point) => point.join(','))
    .join(' ');
  return (
    <g className={classes.rule} data-chosen={chosen || undefined}>
      <polygon className={classes.halo} points={points} />
      <polygon className={classes.zone} points={points} />
    </g>
  );
}

/** What `RuleShape` needs of a rule that is being drawn. */
export type DraftRule =
  | {
      readonly kind: 'line';
      readonly line: readonly Point[];
      readonly directions?: 'both' | 'forward' | 'backward';
    }
  | { readonly kind: 'zone' | 'loitering'; readonly zone: readonly Point[] };

/**
 * The arrow across the middle of a line. Forward is to the right of whoever walks from its first point to
 * its second, as seen on the picture (y grows downwards, so right is (−dy, dx)).
 */
function Arrow({
  from,
  to,
  direction,
  labelled,
}: {
  from: Point;
  to: Point;
  direction: 'forward' | 'backward';
  labelled: boolean;
}) {
  const { t } = useTranslation();
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return null;
  const sign = direction === 'forward' ? 1 : -1;
  const across: Point = [(-sign * (to[1] - from[1])) / length, (sign * (to[0] - from[0])) / length];
  const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const at = (forwards: number, sidewards: number) =>
    [
      middle[0] + across[0] * forwards + along[0] * sidewards,
      middle[1] + across[1] * forwards + along[1] * sidewards,
    ] as const;
  const tip = at(ARROW, 0);
  const head = [tip, at(ARROW - 9, 6), at(ARROW - 9, -6)].map((point) => point.join(',')).join(' ');
  const text = t(`rules.${direction}`);
  const size = measureLabel(text);
  const [x, y] = at(
    ARROW + 6 + Math.abs(across[0] * size.width) / 2 + Math.abs(across[1] * size.height) / 2,
    0,
  );
  return (
    <g>
      <line className={classes.line} x1={middle[0]} y1={middle[1]} x2={tip[0]} y2={tip[1]} />
      <polygon className={classes.arrow} points={head} />
      {labelled && (
        <>
          <rect className={classes.label} x={x - size.width / 2} y={y - size.height / 2} {...size} rx={3} />
          <text className={classes.text} x={x} y={y} textAnchor="middle" dominantBaseline="central">
            {text}
          </text>
        </>
      )}
    </g>
  );
}
