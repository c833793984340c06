import type { Alert } from '@amaan/contracts/alert';
import type { AlertPage } from '@amaan/contracts/api/alert-queue';
import type { Priority } from '@amaan/contracts/scene-rule';
import {
  ActionIcon,
  Button,
  Indicator,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  TextInput,
} from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../api/cameras.ts';
import { fromLocalInput, toLocalInput } from '../../format/local-input.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './alert-filters-bar.module.css';
import type { AlertSearch } from './alert-search.ts';

type Change = (changes: { [Key in keyof AlertSearch]: AlertSearch[Key] | undefined }) => void;

export function AlertFiltersBar({
  search,
  counts,
  onChange,
}: {
  search: AlertSearch;
  counts: AlertPage['counts'] | undefined;
  onChange: Change;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const withCount = (state: Alert['state']) =>
    counts ? `${t(`state.${state}`)} ${format.number(counts[state])}` : t(`state.${state}`);
  const more = [search.from, search.to, search.simulated].some((value) => value !== undefined);

  return (
    <search className={classes.bar} aria-label={t('alerts.filter')}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('state.label')}
        value={search.state ?? 'all'}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : (state as Alert['state']) })}
        data={[
          { value: 'new', label: withCount('new') },
          { value: 'confirmed', label: withCount('confirmed') },
          { value: 'rejected', label: withCount('rejected') },
          { value: 'all', label: t('common.all') },
        ]}
      />
      <div className={classes.row}>
        <Select
          size="xs"
          clearable
          aria-label={t('priority.label')}
          placeholder={t('alerts.anyPriority')}
          value={search.priority ?? null}
          onChange={(priority) => onChange({ priority: (priority as Priority | null) ?? undefined })}
          data={(['critical', 'high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: t(`priority.${value}`),
          }))}
        />
        <Select
          size="xs"
          clearable
          searchable
          limit={50}
          aria-label={t('alerts.camera')}
          placeholder={t('alerts.anyCamera')}
          value={search.camera ?? null}
          onChange={(camera) => onChange({ camera: camera ?? undefined })}
          data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Popover position="bottom-end" trapFocus>
          <Popover.Target>
            <Indicator disabled={!more} size={8} offset={4} color="var(--accent)">
              <ActionIcon variant="default" size={30} aria-label={t('alerts.filter')}>
                <IconFilter size={16} aria-hidden="true" />
              </ActionIcon>
            </Indicator>
          </Popover.Target>
          <Popover.Dropdown className={classes.more}>
            <TextInput
              type="datetime-local"
              size="xs"
              label={t('alerts.from')}
              value={toLocalInput(search.from)}
              onChange={({ currentTarget }) => onChange({ from: fromLocalInput(currentTarget.value) })}
            />
            <TextInput
              type="datetime-local"
              size="xs"
              label={t('alerts.to')}
              value={toLocalInput(search.to)}
              onChange={({ currentTarget }) => onChange({ to: fromLocalInput(currentTarget.value) })}
            />
            <Switch
              size="sm"
              label={t('alerts.hideSimulated')}
              checked={search.simulated === 'false'}
              onChange={({ currentTarget }) =>
                onChange({ simulated: currentTarget.checked ? 'false' : undefined })
              }
            />
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                onChange({
                  priority: undefined,
                  camera: undefined,
                  from: undefined,
                  to: undefined,
                  simulated: undefined,
                })
              }
            >
              {t('alerts.clear')}
            </Button>
          </Popover.Dropdown>
        </Popover>
      </div>
    </search>
  );
}
