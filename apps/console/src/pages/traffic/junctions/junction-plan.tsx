import type { ApproachLane, Junction } from '@amaan/contracts/traffic/junction';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { LaneLive } from '@amaan/contracts/traffic/signal-live';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { type Arm, armsOf } from './arms-of.ts';
import classes from './junction-plan.module.css';

const SIZE = 420;
const LANE = 22;
/** From the middle of the junction to the stop lines, and from there to the end of what is drawn. */
const STOP = 62;
const REACH = 128;
/** Metres of road that an arm's length stands for, and metres that a standing vehicle takes. */
const REACH_M = 100;
const VEHICLE_M = 7;

/**
 * A plan of the junction, not to scale: each approach with its lanes, the light at each stop line, and how long the
 * queue before it is. It is a picture of a place, so nothing of it is mirrored.
 */
export function JunctionPlan({
  junction,
  lights,
  lanes,
  bearings,
}: {
  junction: Junction;
  /** Of each group in the junction's order; null: not known now. */
  lights: readonly Light[] | null;
  /** What is seen before the stop lines; lanes that are missing are not seen. */
  lanes: readonly LaneLive[];
  /** Compass bearing of the traffic of approaches, where cameras know it. */
  bearings: ReadonlyMap<string, number>;
}) {
  const { t } = useTranslation();
  return (
    <svg
      className={classes.plan}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={t('signals.planLabel', { name: junction.name })}
      direction="ltr"
    >
      <circle className={classes.middle} cx={SIZE / 2} cy={SIZE / 2} r={STOP} />
      {armsOf(junction, bearings).map((arm) => (
        <ArmShape key={arm.approach} arm={arm} junction={junction} lights={lights} seen={lanes} />
      ))}
    </svg>
  );
}

function ArmShape({
  arm,
  junction,
  lights,
  seen,
}: {
  arm: Arm;
  junction: Junction;
  lights: readonly Light[] | null;
  seen: readonly LaneLive[];
}) {
  const width = arm.lanes.length * LANE;
  const radians = (arm.angle * Math.PI) / 180;
  const out = STOP + REACH + 16;
  // Beside an arm that lies flat, its name would stand on the figures of its lanes.
  const lift = Math.abs(Math.sin(radians)) > 0.5 ? width / 2 + 8 : 0;
  const label = [SIZE / 2 + Math.sin(radians) * out, SIZE / 2 - Math.cos(radians) * out - lift] as const;
  return (
    <>
      {/* Drawn as the arm from the north, then turned. */}
      <g transform={`rotate(${arm.angle} ${SIZE / 2} ${SIZE / 2}) translate(${SIZE / 2} ${SIZE / 2 - STOP})`}>
        <rect className={classes.road} x={-width / 2} y={-REACH} width={width} height={REACH} />
        {arm.lanes.map((lane, index) => (
          <LaneShape
            key={lane.id}
            lane={lane}
            x={-width / 2 + index * LANE}
            light={lightOf(lane, junction, lights)}
            seen={seen.find(({ lane: id }) => id === lane.id)}
            upright={-arm.angle}
          />
        ))}
      </g>
      <text
        className={classes.approach}
        x={label[0]}
        y={Math.max(12, Math.min(label[1], SIZE - 8))}
        textAnchor={label[0] < SIZE * 0.3 ? 'start' : label[0] > SIZE * 0.7 ? 'end' : 'middle'}
      >
        {arm.approach}
      </text>
    </>
  );
}

function LaneShape({
  lane,
  x,
  light,
  seen,
  upright,
}: {
  lane: ApproachLane;
  x: number;
  light: Light | null;
  seen: LaneLive | undefined;
  /** Turns what is written back. */
  upright: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = seen !== undefined && seen.dataAge !== null;
  const queue = known ? Math.min(REACH, (seen.queue * VEHICLE_M * REACH) / REACH_M) : 0;
  const title = t('signals.lanePlan', {
    lane: lane.name,
    light: light === null ? t('signals.lightUnknown') : t(`signals.light.${light}`),
    queue: known ? format.number(seen.queue) : '–',
  });
  return (
    <g>
      <title>{title}</title>
      <line className={classes.edge} x1={x} x2={x} y1={-REACH} y2={0} />
      <rect className={classes.queue} x={x + 4} width={LANE - 8} y={-queue - 3} height={queue} rx={2} />
      <line
        className={classes.stop}
        x1={x + 1}
        x2={x + LANE - 1}
        y1={0}
        y2={0}
        data-light={light ?? 'unknown'}
      />
      <path
        className={classes.light}
        d={LIGHT_SHAPES[light ?? 'unknown']}
        transform={`translate(${x + LANE / 2} 13) rotate(${upright})`}
        data-light={light ?? 'unknown'}
      />
      <text
        className={classes.count}
        transform={`translate(${x + LANE / 2} ${-REACH + 12}) rotate(${upright})`}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {known ? format.number(seen.queue) : '–'}
      </text>
    </g>
  );
}

/** A shape of its own for what goes, what ends and what stands, so that nobody needs the colours. */
const LIGHT_SHAPES: Record<Light | 'unknown', string> = {
  green: 'M0-8a8 8 0 1 1 0 16a8 8 0 1 1 0-16z',
  yield: 'M0-8a8 8 0 1 1 0 16a8 8 0 1 1 0-16zM0-3.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  yellow: 'M0-8 8 7H-8z',
  clearing: 'M0-8 8 7H-8z',
  red: 'M-7-7h14v14h-14z',
  unknown: 'M-5-5h10v10h-10z',
};

const ORDER: readonly Light[] = ['green', 'yield', 'yellow', 'clearing', 'red'];

/** What a lane sees: the light of the movement that goes furthest. */
function lightOf(
  { movements }: ApproachLane,
  { groups }: Junction,
  lights: readonly Light[] | null,
): Light | null {
  if (lights === null) return null;
  const own = movements.flatMap(({ group }) => lights[groups.findIndex(({ id }) => id === group)] ?? []);
  return ORDER.find((light) => own.includes(light)) ?? null;
}
