import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideUnmasking, revokeUnmasking, unmaskingsKey } from '../../../api/unmaskings.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const LEAST_LETTERS = 3;

/** What somebody says of an un-masking: yes, no, or that it ends. */
export type UnmaskingWord = 'approved' | 'refused' | 'revoked';

/** Decides on an un-masking or ends it, with the words for it. */
export function WordDialog({ id, word, onClose }: { id: string; word: UnmaskingWord; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = note.trim().length < LEAST_LETTERS;
  const say = useMutation({
    mutationFn: () =>
      word === 'revoked' ? revokeUnmasking(id, note) : decideUnmasking(id, { decision: word, note }),
    onSuccess: async () => {
      notifications.show({ message: t(`unmasking.word.${word}.done`) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: unmaskingsKey });
    },
  });
  return (
    <ConfirmDialog
      title={t(`unmasking.word.${word}.title`)}
      text={t(`unmasking.word.${word}.text`)}
      action={t(`unmasking.word.${word}.action`)}
      pending={say.isPending}
      error={say.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) say.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('unmasking.word.note')}
        value={note}
        rows={3}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('unmasking.word.noteNeeded')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
