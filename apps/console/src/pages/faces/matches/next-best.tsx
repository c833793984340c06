import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { watchlistPictureUrl } from '../../../api/faces.ts';
import { useFormat } from '../../../format/use-format.ts';
import { FacePicture } from './face-picture.tsx';
import classes from './matches.module.css';

/** Who else on the list the face resembles, so that nobody takes the first for the only one. */
export function NextBest({ match: { nextBest, watchlistId } }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [shown, setShown] = useState(false);
  return (
    <section className={classes.panel} aria-labelledby="match-next">
      <h2 id="match-next">{t('faces.matches.nextBest')}</h2>
      {nextBest === null ? (
        <p className="quiet">{t('faces.matches.nextBestNone')}</p>
      ) : (
        <>
          <p>
            {t('faces.matches.similarity')} <bdi>{format.confidence(nextBest.similarity)}</bdi>
          </p>
          <p className="prose quiet">{t('faces.matches.nextBestHint')}</p>
          {!may('watchlist.read') ? (
            <p className="prose quiet">{t('faces.matches.nextBestNoRight')}</p>
          ) : shown ? (
            <div className={classes.single}>
              <FacePicture
                url={watchlistPictureUrl({ ...nextBest, id: nextBest.pictureId, watchlistId })}
                title={t('faces.matches.nextBest')}
                alt={t('faces.matches.nextBestAlt')}
              />
            </div>
          ) : (
            <span>
              <Button size="xs" variant="default" onClick={() => setShown(true)}>
                {t('faces.matches.nextBestShow')}
              </Button>
            </span>
          )}
        </>
      )}
    </section>
  );
}
