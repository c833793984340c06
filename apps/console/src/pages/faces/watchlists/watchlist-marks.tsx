import type { Watchlist, WatchlistState } from '@amaan/contracts/faces/watchlist';
import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { daysUntil, utcDay } from '../../../format/days.ts';
import { useNow } from '../../../format/use-now.ts';

const STATE_MARKS: Record<WatchlistState, { shape: Shape; tone: Tone }> = {
  ready: { shape: 'circle', tone: 'good' },
  unreviewed: { shape: 'triangle', tone: 'high' },
  expired: { shape: 'diamond', tone: 'critical' },
};

/** From so many days before, the end of a list is announced. */
const SOON_DAYS = 14;

/** Whether a list is searched, and what waits in it for a person. */
export function WatchlistMarks({ list }: { list: Watchlist }) {
  const { t } = useTranslation();
  // A list ends by the day in UTC.
  const left = daysUntil(list.expiresOn, utcDay(useNow('ten-seconds')));
  return (
    <>
      <Mark {...STATE_MARKS[list.state]}>{t(`watchlists.states.${list.state}`)}</Mark>
      {list.state !== 'expired' && left <= SOON_DAYS && (
        <Mark shape="diamond" tone="medium">
          {t('watchlists.expiresSoon', { count: left })}
        </Mark>
      )}
      {list.waiting > 0 && (
        <Mark shape="triangle" tone="high">
          {t('watchlists.waiting', { count: list.waiting })}
        </Mark>
      )}
      {list.openFindings > 0 && (
        <Mark shape="triangle" tone="high">
          {t('watchlists.findings', { count: list.openFindings })}
        </Mark>
      )}
    </>
  );
}

const ENTRY_MARKS: Record<WatchlistEntry['state'], { shape: Shape; tone: Tone }> = {
  waiting: { shape: 'triangle', tone: 'high' },
  active: { shape: 'circle', tone: 'good' },
  refused: { shape: 'square', tone: 'quiet' },
  removed: { shape: 'square', tone: 'quiet' },
};

/** How an entry stands; children and missing persons are flagged. */
export function WatchlistEntryMarks({ entry }: { entry: WatchlistEntry }) {
  const { t } = useTranslation();
  return (
    <>
      <Mark {...ENTRY_MARKS[entry.state]}>{t(`watchlists.entry.states.${entry.state}`)}</Mark>
      {entry.child && (
        <Mark shape="diamond" tone="medium">
          {t('watchlists.entry.childMark')}
        </Mark>
      )}
      {entry.missing && (
        <Mark shape="diamond" tone="low">
          {t('watchlists.entry.missingMark')}
        </Mark>
      )}
    </>
  );
}
