import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './matches.module.css';

/** Similarity, threshold and the next-best candidate on one line from 0 to 1, with their numbers below. */
export function SimilarityScale({ match }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { similarity, threshold } = match;
  const next = match.nextBest?.similarity;
  const numbers = {
    similarity: format.confidence(similarity),
    threshold: format.confidence(threshold),
  };
  const at = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`;
  return (
    <div
      className={classes.scale}
      role="img"
      aria-label={
        next === undefined
          ? t('faces.matches.similarityChart', numbers)
          : t('faces.matches.similarityChartNext', { ...numbers, next: format.confidence(next) })
      }
    >
      <div className={classes.line} dir="ltr">
        <span className={classes.filled} style={{ width: at(similarity) }} />
        {next !== undefined && <span className={classes.next} style={{ left: at(next) }} />}
        <span className={classes.limit} style={{ left: at(threshold) }} />
      </div>
      <div className={classes.legend}>
        <span data-kind="similarity">
          {t('faces.matches.similarity')} <bdi>{numbers.similarity}</bdi>
        </span>
        <span data-kind="threshold">
          {t('faces.matches.threshold')} <bdi>{numbers.threshold}</bdi>
        </span>
        {next !== undefined && (
          <span data-kind="next">
            {t('faces.matches.nextBest')} <bdi>{format.confidence(next)}</bdi>
          </span>
        )}
      </div>
    </div>
  );
}
