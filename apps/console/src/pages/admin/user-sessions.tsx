import type { UserAccount } from '@amaan/contracts/api/user-account';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endUserSession, userSessionsQuery } from '../../api/access.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import accountClasses from '../account/account.module.css';
import { SessionRow } from '../account/sessions-section.tsx';
import classes from './users.module.css';

/** Where a person is signed in; each session can be ended by itself. */
export function UserSessions({ user: { id } }: { user: UserAccount }) {
  const { t } = useTranslation();
  const query = userSessionsQuery(id);
  const { data: sessions, error, refetch } = useQuery(query);
  return (
    <section className={classes.form}>
      <h3>{t('access.users.sessions')}</h3>
      {error && !sessions ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : sessions === undefined ? (
        <Skeleton height={60} />
      ) : sessions.length === 0 ? (
        <p className="quiet">{t('access.users.noSessions')}</p>
      ) : (
        <ul className={accountClasses.list}>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              end={(session) => endUserSession(id, session)}
              queryKey={query.queryKey}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
