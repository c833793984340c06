import type { Detection } from '@amaan/contracts/detection';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { measureLabel } from './measure-label.ts';
import classes from './overlay.module.css';
import { placeLabel, type Rectangle } from './place-label.ts';

interface DrawnObject extends Pick<Detection, 'confidence' | 'box'> {
  /** Null: a plate whose vehicle was not seen. */
  readonly class: Detection['class'] | null;
  readonly track?: number;
}

/** SVG of the objects in a picture that is shown `width` × `height` pixels large. */
export function ObjectBoxes({
  objects,
  width,
  height,
  subject = false,
  labels = true,
}: {
  objects: readonly DrawnObject[];
  width: number;
  height: number;
  /** Drawn in the colour of what an alert is about. */
  subject?: boolean;
  labels?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const boxes = objects.map(({ box: [x, y, w, h] }) => ({
    x: x * width,
    y: y * height,
    width: w * width,
    height: h * height,
  }));
  const taken: Rectangle[] = [...boxes];
  return (
    <g className={classes.objects} data-objects data-subject={subject || undefined}>
      {objects.map((object, index) => {
        const box = boxes[index]!;
        const text = `${t(`object.${object.class ?? 'plate'}`)} ${format.confidence(object.confidence)}`;
        const others = taken.filter((other) => other !== box);
        const label = labels ? placeLabel(box, measureLabel(text), { width, height }, others) : null;
        if (label) taken.push(label);
        return (
          <g key={object.track ?? index}>
            <rect className={classes.halo} {...box} rx={2} />
            <rect className={classes.box} {...box} rx={2} />
            {label && (
              <>
                <rect className={classes.label} {...label} rx={3} />
                <text
                  className={classes.text}
                  x={label.x + label.width / 2}
                  y={label.y + label.height / 2}
                  textAnchor="middle"
                  dominantBaseline="central"
                >
                  {text}
                </text>
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}
