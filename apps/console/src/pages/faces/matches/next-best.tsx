import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { faceMatchPictureUrl } from '../../../api/face-matches.ts';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { FacePicture } from './face-picture.tsx';
import classes from './matches.module.css';

/** Who else on the list the face resembles, so that nobody takes the first for the only one. */
export function NextBest({ match: { id, nextBest } }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const judges = may('face-match.review') || may('face-match.rule');
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="match-next">
      <h2 id="match-next">{t('faces.matches.nextBest')}</h2>
      {nextBest === null ? (
        <p className="quiet">{t('faces.matches.nextBestNone')}</p>
      ) : (
        <>
          <p>
            {t('faces.matches.similarity')} <bdi>{format.confidence(nextBest.similarity)}</bdi>
          </p>
          {judges ? (
            <div className={classes.single}>
              <FacePicture
                url={faceMatchPictureUrl(id, 'next-best')}
                title={t('faces.matches.enrolled')}
                alt={t('faces.matches.nextBestAlt')}
                missing={t('faces.matches.enrolledGone')}
              />
            </div>
          ) : (
            <p className="prose quiet">{t('faces.matches.nextBestNoRight')}</p>
          )}
          <p className="prose quiet">{t('faces.matches.nextBestHint')}</p>
        </>
      )}
    </section>
  );
}
