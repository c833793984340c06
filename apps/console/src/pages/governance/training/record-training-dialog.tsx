import type { PersonTraining, TrainingCourse } from '@amaan/contracts/governance/training';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordTraining } from '../../../api/training.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import type { Language } from '../../../messages/i18n.ts';

/** Records that somebody has passed a course. */
export function RecordTrainingDialog({
  courses,
  people,
  onClose,
}: {
  courses: readonly TrainingCourse[];
  people: readonly PersonTraining[];
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const queryClient = useQueryClient();
  const persons = [...new Map(people.map((person) => [person.person, person.name]))];
  const [person, setPerson] = useState<string | null>(null);
  const [course, setCourse] = useState<string | null>(courses[0]?.id ?? null);
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const record = useMutation({
    mutationFn: recordTraining,
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['training'] });
    },
  });
  return (
    <ConfirmDialog
      title={t('assurance.record')}
      text={t('assurance.recordHint')}
      action={t('assurance.record')}
      pending={record.isPending}
      error={record.error}
      onConfirm={() => {
        if (person === null || course === null || day === '') return;
        record.mutate({ person, course, passedAt: `${day}T00:00:00.000Z` });
      }}
      onClose={onClose}
    >
      <Select
        label={t('assurance.person')}
        value={person}
        searchable
        withAsterisk
        data={persons.map(([value, name]) => ({ value, label: `${name} (${value})` }))}
        onChange={setPerson}
      />
      <Select
        label={t('assurance.course')}
        description={courses.find(({ id }) => id === course)?.about[language]}
        value={course}
        allowDeselect={false}
        data={courses.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={setCourse}
      />
      <TextInput
        type="date"
        dir="ltr"
        label={t('assurance.passedAt')}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
