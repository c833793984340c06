import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareReview } from '../../../api/flows.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from '../../../components/records/records.module.css';

const QUARTER_MS = 91 * 24 * 60 * 60 * 1000;

/** Asks for the period; the inputs come from the system. */
export function PrepareReviewForm({
  onPrepared,
  onClose,
}: {
  onPrepared: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(() => new Date(Date.now() - QUARTER_MS).toISOString().slice(0, 10));
  const [to, setTo] = useState(() => new Date().toISOString().slice(0, 10));
  const prepare = useMutation({
    mutationFn: () => prepareReview({ from: `${from}T00:00:00.000Z`, to: `${to}T23:59:59.999Z` }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['flow'] });
      onPrepared(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prepare.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className="prose">{t('assurance.reviewsHint')}</p>
      <div className={classes.pair}>
        <TextInput
          type="date"
          dir="ltr"
          required
          label={t('incidents.sampleFrom')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          dir="ltr"
          required
          label={t('incidents.sampleTo')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </div>
      <ProblemLine error={prepare.error} />
      <FormButtons action={t('assurance.prepare')} pending={prepare.isPending} onClose={onClose} />
    </form>
  );
}
