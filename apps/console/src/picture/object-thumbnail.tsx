import type { Alert } from '@amaan/contracts/alert';
import { observedIn } from '@amaan/contracts/observed';
import { IconEyeOff, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { evidenceUrl } from '../api/alerts.ts';
import { useMaskedSource } from '../unmasking/use-masked-source.ts';
import classes from './object-thumbnail.module.css';
import { viewAround } from './view-around.ts';

const RATIO = 16 / 9;

/** What an alert is about, cut out of its picture with the box drawn. */
export function ObjectThumbnail({ alert }: { alert: Alert }) {
  const url = evidenceUrl(alert, 'picture') ?? evidenceUrl(alert, 'model-frame');
  const [pictureRatio, setPictureRatio] = useState(RATIO);
  const source = useMaskedSource(url);
  const isShown = url !== undefined && source.state.kind === 'shown';
  const { box } = observedIn(alert.observation);
  const [x, y, width, height] = viewAround(box, pictureRatio, RATIO);
  const Icon = source.state.kind === 'shown' ? IconPhotoOff : IconEyeOff;
  const percent = (fraction: number) => `${fraction * 100}%`;
  return (
    <span className={classes.thumbnail} style={{ aspectRatio: RATIO }} aria-hidden="true" dir="ltr">
      {isShown ? (
        <img
          key={source.attempt}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setPictureRatio(naturalWidth / naturalHeight)
          }
          onError={source.onError}
          style={{
            width: percent(1 / width),
            height: percent(1 / height),
            left: percent(-x / width),
            top: percent(-y / height),
          }}
        />
      ) : (
        <Icon className={classes.none} size={20} stroke={1.4} />
      )}
      <span
        className={classes.box}
        style={{
          left: percent((box[0] - x) / width),
          top: percent((box[1] - y) / height),
          width: percent(box[2] / width),
          height: percent(box[3] / height),
        }}
      />
    </span>
  );
}
