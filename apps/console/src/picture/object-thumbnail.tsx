import type { Alert } from '@amaan/contracts/alert';
import type { Box } from '@amaan/contracts/geometry';
import { IconPhotoOff } from '@tabler/icons-react';
import { evidenceUrl } from '../api/alerts.ts';
import classes from './object-thumbnail.module.css';

const RATIO = 16 / 9;
/** How much wider than the object the thumbnail looks, and how little of the picture it may show. */
const MARGIN = 2.6;
const SMALLEST_VIEW = 0.34;

/**
 * The part of a picture to show so that the object is recognised at the size of a stamp.
 * @returns `[x, y, side]` in fractions of the picture; the part has the picture's own shape.
 */
export function viewAround([x, y, width, height]: Box): readonly [number, number, number] {
  const side = Math.min(1, Math.max(SMALLEST_VIEW, MARGIN * Math.max(width, height)));
  const clamp = (value: number) => Math.max(0, Math.min(value, 1 - side));
  return [clamp(x + width / 2 - side / 2), clamp(y + height / 2 - side / 2), side];
}

/** What an alert is about, cut out of its picture with the box drawn. */
export function ObjectThumbnail({ alert }: { alert: Alert }) {
  const url = evidenceUrl(alert, 'picture') ?? evidenceUrl(alert, 'model-frame');
  const { box } = alert.observation.object;
  const [x, y, side] = viewAround(box);
  const inView = [(box[0] - x) / side, (box[1] - y) / side, box[2] / side, box[3] / side] as const;
  const percent = (fraction: number) => `${fraction * 100}%`;
  return (
    <span className={classes.thumbnail} style={{ aspectRatio: RATIO }} aria-hidden="true" dir="ltr">
      {url ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          style={{
            width: percent(1 / side),
            height: percent(1 / side),
            left: percent(-x / side),
            top: percent(-y / side),
          }}
        />
      ) : (
        <IconPhotoOff className={classes.none} size={20} stroke={1.4} />
      )}
      <span
        className={classes.box}
        style={{
          left: percent(inView[0]),
          top: percent(inView[1]),
          width: percent(inView[2]),
          height: percent(inView[3]),
        }}
      />
    </span>
  );
}
