import type { Point } from '@amaan/contracts/geometry';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './drawing-canvas.module.css';
import {
  closed,
  type DrawnShape,
  withDefaultShape,
  withoutPoint,
  withPoint,
  withPointMoved,
} from './drawn-shape.ts';
import type { StageSize } from './picture-stage.tsx';

/** Distance in pixels within which a click means the corner and not a new one. */
const GRAB = 12;
const KEY_STEP = 0.005;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
};

/** Where lines and zones are drawn, over the picture: with a pointer, or with the keyboard alone. */
export function DrawingCanvas<Shape extends DrawnShape>({
  draft,
  size: { width, height },
  children,
  onChange,
  onCancel,
}: {
  draft: Shape;
  size: StageSize;
  /** Draws the shape as far as it is set; while drawing, the pointer is its last corner. */
  children: (points: readonly Point[]) => ReactNode;
  onChange: (draft: Shape) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const canvas = useRef<SVGSVGElement>(null);
  const [pointer, setPointer] = useState<Point | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);

  const at = (event: PointerEvent): Point => {
    const bounds = canvas.current!.getBoundingClientRect();
    return [(event.clientX - bounds.left) / bounds.width, (event.clientY - bounds.top) / bounds.height];
  };
  const isNear = ([x, y]: Point, [otherX, otherY]: Point) =>
    Math.hypot((x - otherX) * width, (y - otherY) * height) < GRAB;

  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || draft.closed) return;
    const point = at(event);
    // A click on the first corner closes an area, one on the last point ends a path.
    const end = draft.shape === 'path' ? draft.points.at(-1) : draft.points[0];
    const finished = end && isNear(point, end) ? closed(draft) : draft;
    onChange(finished.closed ? finished : withPoint(draft, point));
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (dragged !== null) onChange(withPointMoved(draft, dragged, at(event)));
    else if (!draft.closed) setPointer(at(event));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !draft.closed) {
      onChange(draft.points.length === 0 ? withDefaultShape(draft) : closed(draft));
    } else if (event.key === 'Backspace' && !draft.closed) {
      onChange(withoutPoint(draft, draft.points.length - 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <svg
      ref={canvas}
      className={classes.canvas}
      viewBox={`0 0 ${width} ${height}`}
      role="application"
      aria-label={t('rules.canvas')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing area is worked with the keyboard.
      tabIndex={0}
      data-drawing={!draft.closed || undefined}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={() => setDragged(null)}
      onPointerLeave={() => setPointer(null)}
      onKeyDown={key}
    >
      {children(draft.closed || !pointer ? draft.points : [...draft.points, pointer])}
      {draft.points.map((point, index) => (
        <Corner
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the order.
          key={index}
          point={point}
          index={index}
          width={width}
          height={height}
          onGrab={(event) => {
            if (!draft.closed) return;
            event.stopPropagation();
            canvas.current?.setPointerCapture(event.pointerId);
            setDragged(index);
          }}
          onMove={(moved) => onChange(withPointMoved(draft, index, moved))}
          onRemove={() => onChange(withoutPoint(draft, index))}
        />
      ))}
    </svg>
  );
}

function Corner({
  point,
  index,
  width,
  height,
  onGrab,
  onMove,
  onRemove,
}: {
  point: Point;
  index: number;
  width: number;
  height: number;
  onGrab: (event: PointerEvent) => void;
  onMove: (point: Point) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [x, y] = point;
  const key = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const factor = event.shiftKey ? 10 : 1;
    if (arrow) onMove([x + arrow[0] * factor, y + arrow[1] * factor]);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
    <circle
      className={classes.corner}
      cx={x * width}
      cy={y * height}
      r={7}
      role="button"
      tabIndex={0}
      aria-label={t('rules.vertex', {
        number: format.number(index + 1),
        x: format.percent(x),
        y: format.percent(y),
      })}
      onPointerDown={onGrab}
      onKeyDown={key}
    />
  );
}
