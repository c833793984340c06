import type { SessionView } from '@amaan/contracts/api/session-view';
import { Badge, Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endOtherSessions, endSession, sessionsQuery } from '../../api/account.ts';
import { ProblemLine, ProblemNotice } from '../../components/problem-notice.tsx';
import { RelativeTime } from '../../format/relative-time.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './account.module.css';

/** Where I am signed in. */
export function SessionsSection() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: ({ ended }) => {
      notifications.show({ message: t('account.session.endedOthers', { count: ended }) });
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  if (sessions.error && !sessions.data)
    return <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Skeleton height={200} />;
  return (
    <section className={classes.card} aria-labelledby="account-sessions">
      <header>
        <h2 id="account-sessions">{t('account.session.title')}</h2>
        <p className="prose quiet">{t('account.session.hint')}</p>
      </header>
      <ul className={classes.list}>
        {sessions.data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <ProblemLine error={endOthers.error} />
      {sessions.data.length > 1 && (
        <div className={classes.buttons}>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.session.endOthers')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** One place where somebody is signed in, and how to end it. */
export function SessionRow({
  session,
  end: endIt = endSession,
  queryKey = sessionsQuery.queryKey,
}: {
  session: SessionView;
  /** Ends it; left out: as one of one's own. */
  end?: (id: string) => Promise<unknown>;
  /** What is read again after it ended. */
  queryKey?: readonly string[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: endIt,
    onSuccess: () => {
      notifications.show({ message: t('account.session.ended') });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  const { browser, system } = session;
  const where =
    browser && system
      ? t('account.session.on', { browser, system })
      : (browser ?? system ?? t('account.session.unknown'));
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <h3>
          {where}
          {session.current && (
            <Badge variant="light" tt="none">
              {t('account.session.this')}
            </Badge>
          )}
        </h3>
        <p className="quiet">
          {t('account.session.opened')} {format.dateTime(session.createdAt)} (
          {t(`account.session.method.${session.method}`)}) · {t('account.session.seen')}{' '}
          <RelativeTime instant={session.lastSeenAt} />
        </p>
        <ProblemLine error={end.error} />
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          onClick={() => end.mutate(session.id)}
          aria-label={t('account.session.endLabel', { where })}
        >
          {t('account.session.end')}
        </Button>
      )}
    </li>
  );
}
