import type { PictureFace } from '@amaan/contracts/faces/searches/picture-search';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { PictureStage } from '../../../picture/picture-stage.tsx';
import classes from './searches.module.css';

/** Pixels that a picture is high at most: choice and fields stay near it. */
const MOST_HEIGHT = 420;

/** The picture with its faces as buttons: one of them is meant. A face that is not good enough says what would help. */
export function FaceChoice({
  url,
  faces,
  chosen,
  onChoose,
}: {
  /** Of the picture, in this page's memory. */
  url: string;
  faces: readonly PictureFace[];
  chosen: number | null;
  onChoose: (index: number) => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [ratio, setRatio] = useState<number | null>(null);
  const nameOf = (index: number) => t('faceSearches.face', { number: format.number(index + 1) });
  return (
    <div className={classes.choice}>
      <div style={{ maxInlineSize: ratio === null ? undefined : `${MOST_HEIGHT * ratio}px` }}>
        <PictureStage
          ratio={ratio ?? 4 / 3}
          layer={() =>
            ratio !== null &&
            faces.map(({ box: [x, y, w, h], usable }, index) => (
              <button
                key={`${x} ${y}`}
                type="button"
                className={classes.box}
                data-usable={usable || undefined}
                aria-pressed={chosen === index}
                aria-label={nameOf(index)}
                style={{
                  left: `${x * 100}%`,
                  top: `${y * 100}%`,
                  width: `${w * 100}%`,
                  height: `${h * 100}%`,
                }}
                onClick={() => onChoose(index)}
              >
                <span>{format.number(index + 1)}</span>
              </button>
            ))
          }
        >
          <img
            src={url}
            alt={t('faceSearches.pictureAlt')}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
          />
        </PictureStage>
      </div>
      <ol className={classes.faces} aria-label={t('faceSearches.facesFound')}>
        {faces.map(({ box, usable, advice, quality }, index) => (
          <li key={box.join(' ')}>
            <label className={classes.option} data-chosen={chosen === index || undefined}>
              <input type="radio" name="face" checked={chosen === index} onChange={() => onChoose(index)} />
              <strong>{nameOf(index)}</strong>
              <span className="quiet">
                {t('faceSearches.quality')} <bdi>{format.confidence(quality.total)}</bdi>
              </span>
              {!usable && advice !== null && (
                <span className={classes.advice}>{i18n.language === 'ur' ? advice.ur : advice.en}</span>
              )}
            </label>
          </li>
        ))}
      </ol>
    </div>
  );
}
