import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/session.ts';
import { answerProof, ownProofDialog } from './proof-requests.ts';
import { StepUpForm } from './step-up-form.tsx';

/** Asks for a fresh proof of identity whenever a call needs one. There is one of it, in the shell. */
export function StepUpDialog() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => ownProofDialog(setOpen), []);
  return (
    <Modal opened={open} onClose={() => answerProof(false)} title={t('account.stepUp.title')} zIndex={400}>
      <StepUpForm
        onProven={(me) => {
          queryClient.setQueryData(meQuery.queryKey, me);
          answerProof(true);
        }}
        onCancel={() => answerProof(false)}
      />
    </Modal>
  );
}
