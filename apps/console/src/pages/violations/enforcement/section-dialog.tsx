import type { SpeedSectionView } from '@amaan/contracts/violations/api-enforcement';
import { Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enforcementKey, saveSpeedSection } from '../../../api/enforcement.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { NumberField } from '../../traffic/view/number-field.tsx';
import classes from './enforcement.module.css';

const NUMBERS = [
  { name: 'distanceM', label: 'enforcement.distance', min: 100, max: 100_000, initial: null },
  { name: 'distanceErrorM', label: 'enforcement.distanceError', min: 0, max: 100, initial: 5 },
  { name: 'limitKmh', label: 'enforcement.number.limitKmh', min: 5, max: 200, initial: null },
  { name: 'toleranceKmh', label: 'enforcement.number.toleranceKmh', min: 0, max: 50, initial: 5 },
] as const;
type Numbers = Record<(typeof NUMBERS)[number]['name'], number | null>;

/** A section of average speed, new or changed. */
export function SectionDialog({ view, onClose }: { view: SpeedSectionView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(view?.section.name ?? '');
  const [numbers, setNumbers] = useState<Numbers>(
    () =>
      Object.fromEntries(
        NUMBERS.map(({ name: number, initial }) => [number, view?.section[number] ?? initial]),
      ) as Numbers,
  );
  const [tried, setTried] = useState(false);
  const isComplete = name.trim() !== '' && Object.values(numbers).every((value) => value !== null);
  const save = useMutation({
    mutationFn: () =>
      saveSpeedSection(view, {
        name: name.trim(),
        classLimitsKmh: view?.section.classLimitsKmh ?? {},
        ...(numbers as Record<keyof Numbers, number>),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: enforcementKey });
      notifications.show({ message: t('enforcement.sectionSaved') });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={view?.section.name ?? t('enforcement.addSection')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isComplete) save.mutate();
        }}
      >
        <TextInput
          label={t('enforcement.sectionName')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {NUMBERS.map(({ name: number, label, min, max }) => (
          <NumberField
            key={number}
            label={t(label)}
            value={numbers[number]}
            min={min}
            max={max}
            onChange={(value) => setNumbers({ ...numbers, [number]: value })}
          />
        ))}
        <div>
          {tried && !isComplete && (
            <p role="alert" className={classes.missing}>
              {t('enforcement.sectionMissing')}
            </p>
          )}
          <ProblemLine error={save.error} />
          <FormButtons pending={save.isPending} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}
