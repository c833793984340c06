import type { UserAccount } from '@amaan/contracts/api/user-account';
import { ActionIcon, Button, Skeleton, Table } from '@mantine/core';
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { sitesQuery, usersQuery } from '../../api/platform.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { EditUserDialog } from './edit-user-dialog.tsx';
import { SitesSection } from './sites-section.tsx';
import classes from './users.module.css';

/** Everybody who may sign in. */
export function UsersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: users, error, refetch } = useQuery(usersQuery);
  const { data: sites = [] } = useQuery(sitesQuery);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<UserAccount | null>(null);
  const siteNames = ({ sites: scope }: UserAccount) =>
    scope === 'all'
      ? t('access.sitesAll')
      : scope.map((id) => sites.find((site) => site.id === id)?.name ?? id).join(', ');
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('users.title')}</h1>
        {users && <span className="quiet">{t('users.count', { count: users.length })}</span>}
        <span className={classes.grow} />
        {may('user.create') && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('users.add')}
          </Button>
        )}
      </header>
      {error && !users ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : users === undefined ? (
        <Skeleton height={240} />
      ) : users.length === 0 ? (
        <EmptyNotice icon={<IconUsers />} title={t('users.empty')} />
      ) : (
        <Table stickyHeader verticalSpacing="sm" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('users.name')}</Table.Th>
              <Table.Th className={classes.wide}>{t('users.username')}</Table.Th>
              <Table.Th>{t('users.role')}</Table.Th>
              <Table.Th className={classes.wide}>{t('access.person')}</Table.Th>
              <Table.Th className={classes.wide}>{t('access.sites')}</Table.Th>
              <Table.Th className={classes.wide}>{t('users.created')}</Table.Th>
              {may('user.change') && <Table.Th aria-label={t('access.users.edit')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Table.Tr key={user.id}>
                <Table.Td>
                  <bdi>{user.name}</bdi>
                  <p className={classes.narrow}>
                    <span className="mono ltr">{user.username}</span>
                  </p>
                  {user.disabledAt !== null && <p className={classes.disabled}>■ {t('access.disabled')}</p>}
                  {user.otherAccounts.length > 0 && (
                    <p className={classes.same}>
                      ▲ {t('access.samePerson', { names: user.otherAccounts.join(', ') })}
                    </p>
                  )}
                  {user.mustChangePassword && <p className="quiet">{t('users.pending')}</p>}
                </Table.Td>
                <Table.Td className={classes.wide}>
                  <span className="mono ltr">{user.username}</span>
                </Table.Td>
                <Table.Td>{t(`role.${user.role}`)}</Table.Td>
                <Table.Td className={classes.wide}>
                  <bdi>{user.person}</bdi>
                </Table.Td>
                <Table.Td className={classes.wide}>{siteNames(user)}</Table.Td>
                <Table.Td className={`${classes.wide} quiet`}>{format.dateTime(user.createdAt)}</Table.Td>
                {may('user.change') && (
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('access.users.editOf', { name: user.name })}
                      onClick={() => setEditing(user)}
                    >
                      <IconPencil size={18} aria-hidden="true" />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <SitesSection />
      {editing && <EditUserDialog user={editing} onClose={() => setEditing(null)} />}
      {adding && <AddUserDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
