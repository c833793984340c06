import overlay from '../../../picture/overlay.module.css';
import type { StageSize } from '../../../picture/picture-stage.tsx';
import { RuleShape } from '../../../picture/rule-shape.tsx';
import { Stroke } from '../../traffic/parts/lane-shapes.tsx';
import classes from './enforcement.module.css';
import { boxOf, type PlanDraft, type RuleShapes } from './plan-draft.ts';
import { LAMPS, type RulePart } from './rule-kinds.ts';

/** SVG of what is drawn of a plan's rules; the chosen rule stands out. */
export function PlanShapes({
  draft,
  size,
  chosen,
}: {
  draft: PlanDraft;
  size: StageSize;
  chosen: string | null;
}) {
  return draft.rules.map((rule) => (
    <g key={rule.id} className={classes.rule} data-chosen={rule.id === chosen || undefined}>
      <DrawnParts shapes={rule.shapes} size={size} />
    </g>
  ));
}

function DrawnParts({ shapes, size }: { shapes: RuleShapes; size: StageSize }) {
  return (Object.keys(shapes) as RulePart[]).map((part) => {
    const shape = shapes[part];
    if (!shape?.closed) return null;
    const lamp = LAMPS.find((each) => each === part);
    if (lamp !== undefined) return <LampBox key={part} lamp={lamp} points={shape.points} size={size} />;
    if (part === 'zone')
      return <RuleShape key={part} rule={{ kind: 'zone', zone: shape.points }} {...size} />;
    const look = part === 'entry' ? 'stop' : part.startsWith('exit-') ? 'exit' : 'counting';
    return <Stroke key={part} points={shape.points} size={size} look={look} />;
  });
}

/** The box around a lamp, in the colour of the lamp. */
export function LampBox({
  lamp,
  points,
  size: { width, height },
}: {
  lamp: (typeof LAMPS)[number];
  points: Parameters<typeof boxOf>[0];
  size: StageSize;
}) {
  const box = boxOf(points);
  if (box === null) return null;
  const [x, y, w, h] = box;
  const rectangle = { x: x * width, y: y * height, width: w * width, height: h * height };
  return (
    <>
      <rect className={overlay.halo} {...rectangle} />
      <rect className={classes.lamp} data-lamp={lamp} {...rectangle} />
    </>
  );
}
