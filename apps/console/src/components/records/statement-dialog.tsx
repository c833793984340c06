import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../confirm-dialog.tsx';

const SHORTEST_STATEMENT = 3;

/** Asks for a person's words before a step that is signed with them. */
export function StatementDialog({
  title,
  text,
  action,
  children,
  onSign,
  onClose,
}: {
  title: string;
  text: string;
  action: string;
  children?: ReactNode;
  onSign: (statement: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const sign = useMutation({ mutationFn: () => onSign(statement.trim()), onSuccess: onClose });
  const tooShort = statement.trim().length < SHORTEST_STATEMENT;
  return (
    <ConfirmDialog
      title={title}
      text={text}
      action={action}
      pending={sign.isPending}
      error={sign.error}
      onConfirm={() => {
        setTried(true);
        if (!tooShort) sign.mutate();
      }}
      onClose={onClose}
    >
      {children}
      <Textarea
        label={t('documents.statement')}
        description={t('common.recorded')}
        value={statement}
        maxLength={2000}
        autosize
        minRows={3}
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => setStatement(currentTarget.value)}
        error={tried && tooShort && t('documents.statementNeeded')}
      />
    </ConfirmDialog>
  );
}
