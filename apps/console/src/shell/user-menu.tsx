import { ActionIcon, Menu } from '@mantine/core';
import { IconKey, IconLogout, IconMessageReport, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery, signOut } from '../api/session.ts';

export function UserMenu() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    // Even when the server could not be told: nothing of this person stays on the screen.
    onSettled: async () => {
      await navigate({ to: '/sign-in' });
      queryClient.clear();
    },
  });
  if (!me) return null;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('bar.user', { name: me.name })}>
          <IconUserCircle size={22} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {t(`role.${me.role}`)}
        </Menu.Label>
        <Menu.Item
          component={Link}
          to="/account"
          leftSection={<IconUserCircle size={16} aria-hidden="true" />}
        >
          {t('account.title')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/concern"
          leftSection={<IconMessageReport size={16} aria-hidden="true" />}
        >
          {t('concerns.raise')}
        </Menu.Item>
        <Menu.Item component={Link} to="/password" leftSection={<IconKey size={16} aria-hidden="true" />}>
          {t('bar.password')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} className="mirrored" aria-hidden="true" />}
          onClick={() => leave.mutate()}
        >
          {t('bar.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
