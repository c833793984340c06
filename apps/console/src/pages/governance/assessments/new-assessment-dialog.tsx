import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentsKey, openAssessment } from '../../../api/assessments.ts';
import { systemsQuery } from '../../../api/platform.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

/** Chooses the system to assess; the answers of its newest assessment are taken over. */
export function NewAssessmentDialog({
  known,
  system: given,
  onOpened,
  onClose,
}: {
  known: readonly AssessmentView[];
  /** Already chosen; null: not yet. */
  system: string | null;
  onOpened: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: systems } = useQuery(systemsQuery);
  const [system, setSystem] = useState(given);
  const before = known.find(({ record }) => record.system === system);
  const open = useMutation({
    mutationFn: (chosen: string) => openAssessment(chosen, before?.record.id ?? null),
    onSuccess: async ({ record }) => {
      await queryClient.invalidateQueries({ queryKey: assessmentsKey });
      onOpened(record.id);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('assessments.add')}
      text={t('assessments.addText')}
      action={t('assessments.begin')}
      pending={open.isPending}
      error={open.error}
      onConfirm={() => system !== null && open.mutate(system)}
      onClose={onClose}
    >
      <Select
        label={t('assessments.system')}
        data={(systems ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={system}
        searchable
        onChange={setSystem}
      />
    </ConfirmDialog>
  );
}
