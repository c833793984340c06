import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './picture-stage.module.css';

/** The size that a picture is shown in, in pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A picture of a known shape with SVG exactly over it. It is never mirrored: left in the street is left on
 * the screen in every language.
 */
export function PictureStage({
  ratio,
  children,
  overlay,
  layer,
  fill = false,
}: {
  /** Width / height. */
  ratio: number;
  children: ReactNode;
  overlay?: ((size: StageSize) => ReactNode) | undefined;
  /** What can be clicked, above everything else. */
  layer?: ((size: StageSize) => ReactNode) | undefined;
  /** Fits into the parent's height as well. */
  fill?: boolean;
}) {
  const { ref, width, height } = useElementSize();
  return (
    <div className={classes.frame} data-fill={fill || undefined} dir="ltr">
      <div ref={ref} className={classes.stage} style={{ aspectRatio: ratio, ['--ratio' as string]: ratio }}>
        {children}
        {overlay && width > 0 && (
          <svg className={classes.overlay} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {overlay({ width, height })}
          </svg>
        )}
        {width > 0 && layer?.({ width, height })}
      </div>
    </div>
  );
}
