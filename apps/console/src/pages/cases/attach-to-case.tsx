import type { Alert } from '@amaan/contracts/alert';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBriefcase } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { attachAlert, casesQuery } from '../../api/access.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';

/** Puts an alert into one of one's own open cases of its site; nothing for who has no cases. */
export function AttachToCase({ alert }: { alert: Alert }) {
  return useMay()('case.change') ? <AttachMenu alert={alert} /> : null;
}

function AttachMenu({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cases = [] } = useQuery(casesQuery);
  const fit = cases.filter(({ siteId, closedAt }) => siteId === alert.siteId && closedAt === null);
  const attach = useMutation({
    mutationFn: (caseId: string) => attachAlert(caseId, alert.id),
    onSuccess: async ({ number }) => {
      notifications.show({ message: t('access.cases.attached', { number }) });
      await queryClient.invalidateQueries({ queryKey: casesQuery.queryKey });
    },
  });
  return (
    <>
      <Menu width={280}>
        <Menu.Target>
          <Button
            variant="default"
            loading={attach.isPending}
            leftSection={<IconBriefcase size={16} aria-hidden="true" />}
          >
            {t('access.cases.attach')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fit.length === 0 && <Menu.Label>{t('access.cases.none')}</Menu.Label>}
          {fit.map(({ id, number, title }) => (
            <Menu.Item key={id} onClick={() => attach.mutate(id)}>
              <span className="ltr">{number}</span> <bdi>{title}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemLine error={attach.error} />
    </>
  );
}
