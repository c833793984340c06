import type { CameraGroup } from '@amaan/contracts/api/camera-group';
import { Button, Modal, MultiSelect, Select, Skeleton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addCameraGroup,
  cameraGroupsQuery,
  moveToCameraGroup,
  renameCameraGroup,
} from '../../api/camera-groups.ts';
import { camerasQuery } from '../../api/cameras.ts';
import { sitesQuery } from '../../api/platform.ts';
import { ProblemLine, ProblemNotice } from '../../components/problem-notice.tsx';
import classes from './camera-groups-dialog.module.css';

/** The groups of cameras: add one, rename it, move cameras into it. */
export function CameraGroupsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data: groups, error, refetch } = useQuery(cameraGroupsQuery);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('suspension.groups.title')}>
      <div className={classes.dialog}>
        <p className="prose">{t('suspension.groups.text')}</p>
        {error && !groups ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : groups === undefined ? (
          <Skeleton height={160} />
        ) : (
          <ul className={classes.groups}>
            {groups.map((group) => (
              <GroupItem key={group.id} group={group} />
            ))}
          </ul>
        )}
        <AddGroup />
      </div>
    </Modal>
  );
}

/** What follows every change: the groups and the cameras in them are read anew. */
function useGroupChange<Input>(
  change: (input: Input) => Promise<CameraGroup>,
  done: (name: string) => string,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async ({ name }) => {
      notifications.show({ message: done(name) });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: cameraGroupsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: camerasQuery.queryKey }),
      ]);
    },
  });
}

function GroupItem({ group }: { group: CameraGroup }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'rename' | 'move' | null>(null);
  const toggle = (what: 'rename' | 'move') => setDoing(doing === what ? null : what);
  return (
    <li className={classes.group}>
      <div className={classes.row}>
        <strong>
          <bdi>{group.name}</bdi>
        </strong>
        <span className="quiet">
          <bdi>{group.siteName}</bdi> · {t('suspension.groups.cameras', { count: group.cameras })}
          {group.isDefault && ` · ${t('suspension.groups.default')}`}
        </span>
        <span className={classes.grow} />
        <Button variant="subtle" size="compact-sm" onClick={() => toggle('rename')}>
          {t('suspension.groups.rename')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => toggle('move')}>
          {t('suspension.groups.move')}
        </Button>
      </div>
      {doing === 'rename' && <RenameGroup group={group} onDone={() => setDoing(null)} />}
      {doing === 'move' && <MoveCameras group={group} onDone={() => setDoing(null)} />}
    </li>
  );
}

function RenameGroup({ group, onDone }: { group: CameraGroup; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(group.name);
  const rename = useGroupChange(
    (wanted: string) => renameCameraGroup(group.id, wanted),
    (renamed) => t('suspension.groups.renamed', { name: renamed }),
  );
  return (
    <form
      className={classes.row}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (name.trim() !== '') rename.mutate(name, { onSuccess: onDone });
      }}
    >
      <TextInput
        className={classes.field}
        aria-label={t('suspension.groups.name')}
        value={name}
        maxLength={80}
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={name.trim() === '' && t('suspension.groups.nameNeeded')}
      />
      <Button type="submit" variant="default" loading={rename.isPending}>
        {t('common.save')}
      </Button>
      <ProblemLine error={rename.error} />
    </form>
  );
}

function MoveCameras({ group, onDone }: { group: CameraGroup; onDone: () => void }) {
  const { t } = useTranslation();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [chosen, setChosen] = useState<string[]>([]);
  const others = cameras.filter(({ siteId, groupId }) => siteId === group.siteId && groupId !== group.id);
  const move = useGroupChange(
    (ids: string[]) => moveToCameraGroup(group.id, ids),
    (name) => t('suspension.groups.moved', { name }),
  );
  if (others.length === 0) return <p className="quiet">{t('suspension.groups.nothingToMove')}</p>;
  return (
    <form
      className={classes.row}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (chosen.length > 0) move.mutate(chosen, { onSuccess: onDone });
      }}
    >
      <MultiSelect
        className={classes.field}
        aria-label={t('suspension.groups.choose')}
        description={t('suspension.groups.moveHint')}
        placeholder={chosen.length === 0 ? t('suspension.groups.choose') : ''}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        searchable
        limit={50}
      />
      <Button type="submit" variant="default" loading={move.isPending} disabled={chosen.length === 0}>
        {t('suspension.groups.move')}
      </Button>
      <ProblemLine error={move.error} />
    </form>
  );
}

function AddGroup() {
  const { t } = useTranslation();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [site, setSite] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const siteId = site ?? sites[0]?.id;
  const add = useGroupChange(addCameraGroup, (added) => t('suspension.groups.added', { name: added }));
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '' || siteId === undefined) return;
        add.mutate(
          { siteId, name },
          {
            onSuccess: () => {
              setName('');
              setTried(false);
            },
          },
        );
      }}
    >
      <TextInput
        className={classes.field}
        label={t('suspension.groups.name')}
        value={name}
        maxLength={80}
        dir="auto"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={tried && name.trim() === '' && t('suspension.groups.nameNeeded')}
      />
      {sites.length > 1 && (
        <Select
          className={classes.field}
          label={t('suspension.groups.site')}
          value={siteId ?? null}
          allowDeselect={false}
          data={sites.map((each) => ({ value: each.id, label: each.name }))}
          onChange={setSite}
        />
      )}
      <Button type="submit" className={classes.submit} loading={add.isPending}>
        {t('suspension.groups.add')}
      </Button>
      <ProblemLine error={add.error} />
    </form>
  );
}
