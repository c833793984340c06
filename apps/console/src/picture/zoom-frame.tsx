import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './zoom-frame.module.css';

const STEP = 1.6;
const LARGEST = 10;

interface View {
  readonly scale: number;
  /** Shift of the picture's top left corner, in pixels of the frame. */
  readonly x: number;
  readonly y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** Zoom by buttons and double click, move by dragging. The wheel stays for scrolling the page. */
export function ZoomFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const [view, setView] = useState(WHOLE);

  const zoom = (factor: number, at?: { clientX: number; clientY: number }) =>
    setView((before) => {
      const bounds = frame.current?.getBoundingClientRect();
      if (!bounds) return before;
      const scale = Math.max(1, Math.min(before.scale * factor, LARGEST));
      const focusX = at ? at.clientX - bounds.left : bounds.width / 2;
      const focusY = at ? at.clientY - bounds.top : bounds.height / 2;
      const ratio = scale / before.scale;
      return within(bounds, {
        scale,
        x: focusX - (focusX - before.x) * ratio,
        y: focusY - (focusY - before.y) * ratio,
      });
    });
  const move = (event: PointerEvent) => {
    const bounds = frame.current?.getBoundingClientRect();
    const from = drag.current;
    if (!bounds || !from) return;
    drag.current = { x: event.clientX, y: event.clientY };
    setView((before) =>
      within(bounds, {
        ...before,
        x: before.x + event.clientX - from.x,
        y: before.y + event.clientY - from.y,
      }),
    );
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons do the same for keyboards.
    <div
      ref={frame}
      className={classes.frame}
      data-zoomed={view.scale > 1 || undefined}
      onDoubleClick={(event) => zoom(STEP, event)}
      onPointerDown={(event) => {
        if (view.scale === 1) return;
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
    >
      <div
        className={classes.content}
        data-pixels={view.scale > 3 || undefined}
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      >
        {children}
      </div>
      <div className={classes.buttons}>
        <ActionIcon variant="default" aria-label={t('evidence.zoomIn')} onClick={() => zoom(STEP)}>
          <IconZoomIn size={18} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('evidence.zoomOut')} onClick={() => zoom(1 / STEP)}>
          <IconZoomOut size={18} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('evidence.zoomReset')} onClick={() => setView(WHOLE)}>
          <IconZoomReset size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
    </div>
  );
}

/** Keeps the frame filled by the picture. */
function within({ width, height }: { width: number; height: number }, view: View): View {
  const least = (size: number) => size * (1 - view.scale);
  return {
    scale: view.scale,
    x: Math.max(least(width), Math.min(view.x, 0)),
    y: Math.max(least(height), Math.min(view.y, 0)),
  };
}
