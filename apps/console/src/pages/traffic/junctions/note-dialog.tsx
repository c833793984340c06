import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

/** Asks for the words that are kept on record, before something is done to signals. */
export function NoteDialog({
  title,
  text,
  action,
  label,
  least = 3,
  pending,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  action: string;
  /** What the words are. */
  label: string;
  /** Letters that the words have at least. */
  least?: number;
  pending: boolean;
  error: Error | null;
  onConfirm: (words: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const missing = words.trim().length < least;
  return (
    <ConfirmDialog
      title={title}
      text={text}
      action={action}
      pending={pending}
      error={error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!missing) onConfirm(words.trim());
      }}
    >
      <Textarea
        label={label}
        value={words}
        rows={3}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('signals.wordsNeeded', { count: least })}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
