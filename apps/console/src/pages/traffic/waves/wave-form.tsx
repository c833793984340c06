import {
  EMERGENCY_SERVICES,
  type EmergencyService,
  type EmergencyWaveStarted,
  MOST_WAVE_MINUTES,
} from '@amaan/contracts/traffic/emergency-wave';
import { ActionIcon, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { junctionQuery, junctionsQuery, signalsKey, startWave } from '../../../api/signals.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './waves.module.css';

interface DraftStop {
  readonly junctionId: string;
  readonly name: string;
  readonly stage: string | null;
  readonly expectedSeconds: number;
}

/** Seconds that a junction further on is later than the one before, until somebody says better. */
const SECONDS_APART = 40;
const LEAST_LETTERS = 5;

/** Asks for green along a way: which vehicle, why, and over which junctions in which stage. */
export function WaveForm({
  onClose,
  onStarted,
}: {
  onClose: () => void;
  onStarted: (answer: EmergencyWaveStarted) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: junctions = [] } = useQuery(junctionsQuery);
  const [service, setService] = useState<EmergencyService>('ambulance');
  const [vehicle, setVehicle] = useState('');
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(10);
  const [route, setRoute] = useState<readonly DraftStop[]>([]);
  const [tried, setTried] = useState(false);
  const reasonShort = reason.trim().length < LEAST_LETTERS;
  const complete =
    vehicle.trim() !== '' && !reasonShort && route.length > 0 && route.every(({ stage }) => stage !== null);
  const start = useMutation({
    mutationFn: () =>
      startWave({
        ...{ service, vehicle: vehicle.trim(), reason: reason.trim(), minutes },
        route: route.map(({ junctionId, stage, expectedSeconds }) => ({
          ...{ junctionId, stage: stage!, expectedSeconds },
        })),
      }),
    onSuccess: async (answer) => {
      await queryClient.invalidateQueries({ queryKey: signalsKey });
      onStarted(answer);
    },
  });
  const set = (index: number, change: Partial<DraftStop>) =>
    setRoute((before) => before.with(index, { ...before[index]!, ...change }));
  return (
    <Modal opened onClose={onClose} title={t('waves.begin')} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete) start.mutate();
        }}
      >
        <div className={classes.fields}>
          <Select
            label={t('waves.serviceLabel')}
            allowDeselect={false}
            value={service}
            data={EMERGENCY_SERVICES.map((value) => ({ value, label: t(`waves.service.${value}`) }))}
            onChange={(value) => value !== null && setService(value as EmergencyService)}
          />
          <TextInput
            label={t('waves.vehicle')}
            value={vehicle}
            maxLength={60}
            dir="auto"
            data-autofocus
            error={tried && vehicle.trim() === '' && t('waves.vehicleNeeded')}
            onChange={({ currentTarget }) => setVehicle(currentTarget.value)}
          />
          <NumberInput
            label={t('waves.minutes')}
            value={minutes}
            min={1}
            max={MOST_WAVE_MINUTES}
            onChange={(value) => typeof value === 'number' && value > 0 && setMinutes(value)}
          />
        </div>
        <Textarea
          label={t('waves.reason')}
          value={reason}
          rows={2}
          maxLength={1000}
          dir="auto"
          error={tried && reasonShort && t('signals.wordsNeeded', { count: LEAST_LETTERS })}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <h3>{t('waves.route')}</h3>
        <ol className={classes.stops}>
          {route.map((stop, index) => (
            <li key={stop.junctionId} className={classes.routeStop}>
              <bdi>{stop.name}</bdi>
              <StageSelect stop={stop} onChange={(stage) => set(index, { stage })} />
              <NumberInput
                size="xs"
                aria-label={t('waves.expectedSeconds', { name: stop.name })}
                value={stop.expectedSeconds}
                min={0}
                max={MOST_WAVE_MINUTES * 60}
                step={5}
                suffix=" s"
                onChange={(value) => typeof value === 'number' && set(index, { expectedSeconds: value })}
              />
              <ActionIcon
                variant="subtle"
                aria-label={t('waves.removeStop', { name: stop.name })}
                onClick={() => setRoute((before) => before.toSpliced(index, 1))}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ol>
        <Select
          label={t('waves.addStop')}
          placeholder={t('waves.addStopPlaceholder')}
          searchable
          limit={100}
          value={null}
          data={junctions
            .filter(({ id }) => !route.some(({ junctionId }) => junctionId === id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => {
            const junction = junctions.find(({ id }) => id === value);
            if (junction)
              setRoute((before) => [
                ...before,
                {
                  ...{ junctionId: junction.id, name: junction.name, stage: null },
                  expectedSeconds: before.length === 0 ? 20 : before.at(-1)!.expectedSeconds + SECONDS_APART,
                },
              ]);
          }}
        />
        {tried && route.length === 0 && <p role="alert">{t('waves.routeNeeded')}</p>}
        {tried && route.some(({ stage }) => stage === null) && <p role="alert">{t('waves.stageNeeded')}</p>}
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={start.error} />
        <FormButtons action={t('waves.beginAction')} pending={start.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** The stage that lets the vehicle over a junction. */
function StageSelect({ stop, onChange }: { stop: DraftStop; onChange: (stage: string | null) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(junctionQuery(stop.junctionId));
  return (
    <Select
      size="xs"
      aria-label={t('waves.stageOf', { name: stop.name })}
      placeholder={t('waves.stagePlaceholder')}
      value={stop.stage}
      data={(data?.definition.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
