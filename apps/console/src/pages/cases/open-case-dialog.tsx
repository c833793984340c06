import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery, openCase } from '../../api/access.ts';
import { sitesQuery } from '../../api/platform.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './cases.module.css';

export function OpenCaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [title, setTitle] = useState('');
  const [site, setSite] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const siteId = site ?? sites[0]?.id;
  const good = title.trim().length >= 3;
  const open = useMutation({
    mutationFn: openCase,
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: casesQuery.queryKey });
      onClose();
      await navigate({ to: '/cases', search: { case: id } });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('access.cases.open')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (good && siteId !== undefined) open.mutate({ title, siteId });
        }}
      >
        <TextInput
          label={t('access.cases.name')}
          value={title}
          maxLength={160}
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          error={tried && !good && t('access.cases.nameNeeded')}
        />
        <Select
          label={t('access.cases.site')}
          allowDeselect={false}
          value={siteId ?? null}
          onChange={setSite}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={open.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={open.isPending}>
            {t('access.cases.open')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
