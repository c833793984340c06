import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signalEventsQuery } from '../../../api/signals.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './junction-page.module.css';

/** What happened to the control of a junction, newest first: modes, falls back, ways back, waves. */
export function EventList({ junctionId }: { junctionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    signalEventsQuery(junctionId),
  );
  const events = data?.pages.flat() ?? [];
  return (
    <section className={classes.panel} aria-label={t('signals.history')}>
      <h2>{t('signals.history')}</h2>
      <ProblemLine error={error} />
      {isPending && <Skeleton height={120} />}
      {!isPending && events.length === 0 && !error && <p className="quiet">{t('signals.noEvents')}</p>}
      <ol className={classes.events}>
        {events.map(({ id, at, kind, code, text, by }) => (
          <li key={id} className={classes.event}>
            <span className="quiet">{format.dateTime(at)}</span>
            <strong>{t(`signals.event.${kind}`)}</strong>
            <span dir="auto">{text}</span>
            <bdi className="quiet">{by}</bdi>
            <span className="quiet mono ltr">{code}</span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('signals.moreEvents')}
        </Button>
      )}
    </section>
  );
}
