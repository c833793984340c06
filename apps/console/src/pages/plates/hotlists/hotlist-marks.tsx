import type { Hotlist, HotlistEntry } from '@amaan/contracts/plates/hotlist';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { localDay } from '../../../format/days.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { type DateWarning, dateWarnings } from './hotlist-dates.ts';

const ENTRY_MARKS: Record<HotlistEntry['state'], { shape: Shape; tone: Tone }> = {
  waiting: { shape: 'triangle', tone: 'high' },
  active: { shape: 'circle', tone: 'good' },
  refused: { shape: 'square', tone: 'quiet' },
  removed: { shape: 'square', tone: 'quiet' },
  expired: { shape: 'diamond', tone: 'quiet' },
};

export function EntryMark({ state }: { state: HotlistEntry['state'] }) {
  const { t } = useTranslation();
  return <Mark {...ENTRY_MARKS[state]}>{t(`hotlists.entry.states.${state}`)}</Mark>;
}

/** Whether a list counts, and what somebody must do about its dates. */
export function HotlistMarks({ list }: { list: Hotlist }) {
  const { t } = useTranslation();
  const today = localDay(new Date(useNow('ten-seconds')));
  const warnings = dateWarnings(list, today);
  const expired = warnings.some(({ kind }) => kind === 'expired');
  if (!list.active && !expired)
    return (
      <Mark shape="square" tone="quiet">
        {t('hotlists.closed')}
      </Mark>
    );
  return (
    <>
      {!expired && (
        <Mark shape="circle" tone="good">
          {t('hotlists.active')}
        </Mark>
      )}
      {warnings.map((warning) => (
        <WarningMark key={warning.kind} warning={warning} list={list} />
      ))}
    </>
  );
}

function WarningMark({ warning, list }: { warning: DateWarning; list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (warning.kind) {
    case 'expired':
      return (
        <Mark shape="diamond" tone="critical">
          {t('hotlists.expiredOn', { date: format.date(list.expiresOn) })}
        </Mark>
      );
    case 'review-due':
      return (
        <Mark shape="triangle" tone="high">
          {t('hotlists.reviewDue', { date: format.date(list.reviewOn) })}
        </Mark>
      );
    case 'expires-soon':
      return (
        <Mark shape="triangle" tone="medium">
          {t('hotlists.expiresSoon', { count: warning.days })}
        </Mark>
      );
    case 'review-soon':
      return (
        <Mark shape="diamond" tone="low">
          {t('hotlists.reviewSoon', { count: warning.days })}
        </Mark>
      );
  }
}
