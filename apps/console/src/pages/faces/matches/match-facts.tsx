import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './matches.module.css';
import { NextBest } from './next-best.tsx';
import { SimilarityScale } from './similarity-scale.tsx';
import { QUALITY_PARTS, WEAK, weakParts } from './weak-parts.ts';

/** Nearer than this to the next-best candidate, the reviewers are told. */
const NARROW = 0.05;

/** What the numbers say: how alike, how often by chance, how good the pictures are, and for what it was searched. */
export function MatchFacts({ match }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { similarity, threshold, nextBest } = match;
  const ahead = nextBest === null ? null : similarity - nextBest.similarity;
  return (
    <div className={classes.columns}>
      <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="match-similarity">
        <h2 id="match-similarity">{t('faces.matches.similarity')}</h2>
        <SimilarityScale match={match} />
        <p>
          {t('faces.matches.above', { difference: format.confidence(similarity - threshold) })}
          {ahead !== null && <> · {t('faces.matches.ahead', { difference: format.confidence(ahead) })}</>}
        </p>
        {ahead !== null && ahead < NARROW && (
          <Mark shape="triangle" tone="high">
            {t('faces.matches.narrow')}
          </Mark>
        )}
        <dl className={classes.terms}>
          <dt>{t('faces.matches.expected')}</dt>
          <dd>
            {match.falseMatchesPerSearch > 0 &&
              `${t('faces.matches.expectedText', {
                searches: format.number(Math.round(1 / match.falseMatchesPerSearch)),
              })} · `}
            {t('faces.matches.listSize', { count: match.listSize })}
          </dd>
          <dt>{t('faces.matches.attack')}</dt>
          <dd title={t('faces.matches.attackHint')}>
            <Attack value={match.presentationAttack} />
          </dd>
          <dt>{t('faces.matches.caseLabel')}</dt>
          <dd>
            <bdi>{match.caseNumber}</bdi>
          </dd>
          {may('face-authorisation.read') && (
            <>
              <dt>{t('faces.matches.authorisation')}</dt>
              <dd>
                <Link to="/faces/authorisations" search={{ id: match.authorisationId }}>
                  {t('faces.matches.authorisationOpen')}
                </Link>
              </dd>
            </>
          )}
          <dt>{t('faces.matches.when')}</dt>
          <dd>
            {format.dateTime(match.capturedAt)}, {t(`faces.matches.light.${match.light}`)}
          </dd>
        </dl>
      </section>
      <Quality match={match} />
      <NextBest match={match} />
    </div>
  );
}

function Attack({ value }: { value: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null) return t('faces.matches.attackNone');
  const word = value >= 0.7 ? 'high' : value >= 0.3 ? 'middle' : 'low';
  const text = `${t(`faces.matches.attackWord.${word}`)} ${format.confidence(value)}`;
  return word === 'low' ? (
    text
  ) : (
    <Mark shape="triangle" tone={word === 'high' ? 'critical' : 'medium'}>
      {text}
    </Mark>
  );
}

/** The quality of both pictures, and what is weak about them. */
function Quality({ match: { quality } }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const weak = weakParts(quality.face);
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="match-quality">
      <h2 id="match-quality">{t('faces.matches.quality')}</h2>
      <h3>
        {t('faces.matches.face')} <bdi>{format.confidence(quality.face.total)}</bdi>
      </h3>
      {weak.length > 0 ? (
        <Mark shape="triangle" tone="high">
          {t('faces.matches.weak', {
            parts: format.list(weak.map((part) => t(`faces.matches.weakPart.${part}`))),
          })}
        </Mark>
      ) : (
        <span className="quiet">{t('faces.matches.weakNone')}</span>
      )}
      <dl className={classes.bars}>
        {QUALITY_PARTS.map((part) => (
          <div key={part} className={classes.bar} data-weak={quality.face[part] < WEAK || undefined}>
            <dt>{t(`faces.matches.part.${part}`)}</dt>
            <dd>
              <span className={classes.track} aria-hidden="true">
                <span style={{ width: `${quality.face[part] * 100}%` }} />
              </span>
              <bdi>{format.confidence(quality.face[part])}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3>
        {t('faces.matches.enrolled')} <bdi>{format.confidence(quality.enrolled)}</bdi>
      </h3>
      {quality.enrolled < WEAK ? (
        <Mark shape="triangle" tone="high">
          {t('faces.matches.weakEnrolled')}
        </Mark>
      ) : (
        <span className="quiet">{t('faces.matches.weakNone')}</span>
      )}
    </section>
  );
}
