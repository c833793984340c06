import type { Site } from '@amaan/contracts/api/site';
import { Button, Modal, TextInput } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { addSite, renameSite, sitesQuery } from '../../api/platform.ts';
import { FormButtons } from '../../components/form-buttons.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './users.module.css';

/** The control rooms, for whoever may add and rename them. */
export function SitesSection() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [editing, setEditing] = useState<Site | 'new' | null>(null);
  if (!may('site.change')) return null;
  return (
    <>
      <header className={classes.heading}>
        <h2>{t('access.rooms.title')}</h2>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setEditing('new')}
        >
          {t('access.rooms.add')}
        </Button>
      </header>
      <ul className={classes.sites}>
        {sites.map((site) => (
          <li key={site.id}>
            <bdi>{site.name}</bdi>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={16} aria-hidden="true" />}
              aria-label={t('access.rooms.renameOf', { name: site.name })}
              onClick={() => setEditing(site)}
            >
              {t('access.rooms.rename')}
            </Button>
          </li>
        ))}
      </ul>
      {editing !== null && <SiteDialog site={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function SiteDialog({ site, onClose }: { site: Site | 'new'; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(site === 'new' ? '' : site.name);
  const save = useMutation({
    mutationFn: () => (site === 'new' ? addSite(name) : renameSite(site.id, name)),
    onSuccess: async () => {
      // Names of sites stand on many pages.
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const title = site === 'new' ? t('access.rooms.add') : t('access.rooms.renameOf', { name: site.name });
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          label={t('access.rooms.name')}
          value={name}
          minLength={2}
          maxLength={80}
          required
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ProblemLine error={save.error} />
        <FormButtons pending={save.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
