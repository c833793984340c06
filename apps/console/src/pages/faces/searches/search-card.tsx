import type { PictureSearch } from '@amaan/contracts/faces/searches/picture-search';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { MatchStateMark } from '../matches/match-marks.tsx';
import classes from './searches.module.css';

const SEALS: Record<PictureSearch['seal']['state'], readonly [Shape, Tone]> = {
  holds: ['circle', 'good'],
  'holds-in-part': ['circle', 'good'],
  broken: ['diamond', 'critical'],
};

/** One search: what it found and where that stands, the words that it was asked with, and its seal. */
export function SearchCard({ search, fresh = false }: { search: PictureSearch; fresh?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { matches, found, seal } = search;
  const [shape, tone] = SEALS[seal.state];
  const isOpen = matches.some(({ state }) => state === 'possible' || state === 'disputed');
  return (
    <article className={classes.card} data-fresh={fresh || undefined}>
      <header>
        <strong>
          {matches.length === 0
            ? t('faceSearches.nobody')
            : t(isOpen ? 'faceSearches.found' : 'faceSearches.decided', { count: matches.length })}
        </strong>
        <time className="quiet" dateTime={search.at} title={t('bar.utc', { time: format.utc(search.at) })}>
          {format.dateTime(search.at)}
        </time>
      </header>
      {found > matches.length && <p>{t('faceSearches.more', { count: found - matches.length })}</p>}
      {matches.length === 0 ? (
        <p className="quiet">{t('faceSearches.nothingKept')}</p>
      ) : (
        <ul className={classes.matches}>
          {matches.map(({ id, state }, index) => {
            const name = t('faceSearches.match', { number: format.number(index + 1) });
            return (
              <li key={id ?? index}>
                {id === null ? (
                  <span>{name}</span>
                ) : (
                  <Link to="/faces/matches" search={{ match: id }}>
                    {name}
                  </Link>
                )}
                {state === 'deleted' ? (
                  <Mark shape="square" tone="quiet">
                    {t('faceSearches.deleted')}
                  </Mark>
                ) : (
                  <MatchStateMark state={state} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className={classes.seal}>
        <Mark shape={shape} tone={tone}>
          {t(`faceSearches.seal.${seal.state}`)}
        </Mark>
        {seal.entry !== null && (
          <span className="quiet">{t('faceSearches.entry', { number: format.number(seal.entry) })}</span>
        )}
      </p>
      <details>
        <summary>{t('faceSearches.details')}</summary>
        <dl className={classes.terms}>
          <dt>{t('faceSearches.by')}</dt>
          <dd>
            <bdi>{search.by}</bdi>
          </dd>
          <dt>{t('faceSearches.field.reason')}</dt>
          <dd dir="auto">{search.reason}</dd>
          <dt>{t('faceSearches.field.source')}</dt>
          <dd dir="auto">{search.source}</dd>
          <dt>{t('faceSearches.field.lawfulness')}</dt>
          <dd dir="auto">{search.lawfulness}</dd>
          <dt>{t('faceSearches.field.place')}</dt>
          <dd dir="auto">{search.place}</dd>
          <dt>{t('faceSearches.field.takenAt')}</dt>
          <dd>{format.dateTime(search.takenAt)}</dd>
          <dt>{t('faceSearches.listSize')}</dt>
          <dd>{t('faceSearches.templates', { count: search.listSize })}</dd>
          <dt>{t('faceSearches.expected')}</dt>
          <dd>
            {t('faceSearches.oneIn', {
              searches: format.number(Math.round(1 / search.falseMatchesPerSearch)),
            })}
          </dd>
          <dt>{t('faceSearches.digest')}</dt>
          <dd className="mono ltr">{seal.listDigest}</dd>
        </dl>
      </details>
    </article>
  );
}
