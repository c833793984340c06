import type { Corridor, CorridorStop } from '@amaan/contracts/traffic/api-corridor';
import { ActionIcon, Modal, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addCorridor, changeCorridor, lanesQuery, trafficKey } from '../../../api/traffic.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { NumberField } from '../view/number-field.tsx';
import classes from './corridors.module.css';

/** A corridor: its name, and the approaches along it in the order in which one drives. */
export function CorridorForm({
  corridor,
  onClose,
  onSaved,
}: {
  /** Null: a new one. */
  corridor: Corridor | null;
  onClose: () => void;
  onSaved: (corridor: Corridor) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: lanes = [] } = useQuery(lanesQuery());
  const [name, setName] = useState(corridor?.name ?? '');
  const [stops, setStops] = useState<readonly CorridorStop[]>(corridor?.stops ?? []);
  const [tried, setTried] = useState(false);
  const approaches = new Map(lanes.map((lane) => [keyOf(lane), lane]));
  const siteId = corridor?.siteId ?? approaches.get(keyOf(stops[0]))?.siteId;
  const save = useMutation({
    mutationFn: () => {
      const input = { name: name.trim(), siteId: siteId!, stops: [...stops] };
      return corridor === null
        ? addCorridor(input)
        : changeCorridor(corridor.id, { corridor: input, seen: corridor.version });
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: trafficKey });
      onSaved(saved);
    },
  });
  const move = (index: number, by: -1 | 1) =>
    setStops((before) => before.toSpliced(index, 1).toSpliced(index + by, 0, before[index]!));
  const problem =
    name.trim() === ''
      ? 'traffic.corridor.needsName'
      : stops.length < 2 || siteId === undefined
        ? 'traffic.corridor.needsStops'
        : null;
  return (
    <Modal opened onClose={onClose} title={t(corridor ? 'traffic.corridor.edit' : 'traffic.corridor.add')}>
      <form
        className={classes.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) save.mutate();
        }}
      >
        <p className="prose quiet">{t('traffic.corridor.formHint')}</p>
        <TextInput
          label={t('traffic.corridor.name')}
          value={name}
          maxLength={80}
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ol className={classes.stops}>
          {stops.map((stop, index) => (
            <li key={keyOf(stop)} className={classes.stop}>
              <span>
                <bdi>{stop.approach}</bdi>{' '}
                <bdi className="quiet">{approaches.get(keyOf(stop))?.cameraName ?? ''}</bdi>
              </span>
              {index === 0 ? (
                <span />
              ) : (
                <NumberField
                  label={t('traffic.corridor.metres')}
                  value={stop.metresFromLast}
                  {...{ min: 1, max: 100_000, step: 10, suffix: ' m' }}
                  onChange={(metresFromLast) =>
                    setStops((before) => before.with(index, { ...stop, metresFromLast }))
                  }
                />
              )}
              <span className={classes.buttons}>
                <ActionIcon
                  variant="subtle"
                  disabled={index === 0}
                  aria-label={t('traffic.corridor.earlier', { approach: stop.approach })}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={16} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  disabled={index === stops.length - 1}
                  aria-label={t('traffic.corridor.later', { approach: stop.approach })}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={16} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('traffic.corridor.remove', { approach: stop.approach })}
                  onClick={() => setStops((before) => before.toSpliced(index, 1))}
                >
                  <IconTrash size={16} aria-hidden="true" />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ol>
        <Select
          label={t('traffic.corridor.addStop')}
          placeholder={t('traffic.corridor.addStopPlaceholder')}
          searchable
          limit={100}
          value={null}
          data={[...approaches]
            .filter(([key]) => !stops.some((stop) => keyOf(stop) === key))
            .map(([value, { approach, cameraName }]) => ({ value, label: `${approach} · ${cameraName}` }))}
          onChange={(value) => {
            const lane = value === null ? undefined : approaches.get(value);
            if (lane)
              setStops((before) => [
                ...before,
                { cameraId: lane.cameraId, approach: lane.approach, metresFromLast: null },
              ]);
          }}
        />
        {tried && problem !== null && <p role="alert">{t(problem)}</p>}
        <ProblemLine error={save.error} />
        <FormButtons pending={save.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}

function keyOf(stop: Pick<CorridorStop, 'cameraId' | 'approach'> | undefined): string {
  return stop === undefined ? '' : `${stop.cameraId} ${stop.approach}`;
}
