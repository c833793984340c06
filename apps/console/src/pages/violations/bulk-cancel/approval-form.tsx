import type { BulkCancel, BulkCancelDecision } from '@amaan/contracts/violations/bulk-cancel';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bulkCancelQuery, bulkCancelsKey, decideBulkCancel } from '../../../api/bulk-cancels.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './bulk-cancel.module.css';

const LEAST_WORDS = 3;

/** What the second person says to exactly the list that they see. */
export function ApprovalForm({ bulkCancel }: { bulkCancel: BulkCancel }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [decision, setDecision] = useState<BulkCancelDecision['decision'] | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const short = note.trim().length < LEAST_WORDS;
  const send = useMutation({
    mutationFn: (body: BulkCancelDecision) => decideBulkCancel(bulkCancel.id, body),
    onSuccess: (decided, body) => {
      queryClient.setQueryData(bulkCancelQuery(bulkCancel.id).queryKey, decided);
      notifications.show({ message: t(`bulkCancel.${body.decision}`) });
      void queryClient.invalidateQueries({ queryKey: bulkCancelsKey });
    },
    // The list may have changed meanwhile: then the new one is shown.
    onError: () => void queryClient.invalidateQueries({ queryKey: bulkCancelsKey }),
  });
  return (
    <form
      className={`${parts.panel} ${classes.panel}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (decision === null || short || send.isPending) return;
        send.mutate({ decision, note: note.trim(), digest: bulkCancel.preview.digest });
      }}
    >
      <AnswerChoices legend={t('bulkCancel.question')}>
        {(['approved', 'refused'] as const).map((each) => (
          <AnswerChoice
            key={each}
            group="bulk"
            value={each}
            chosen={decision === each}
            disabled={send.isPending}
            onChoose={() => setDecision(each)}
          >
            {t(each === 'approved' ? 'bulkCancel.approve' : 'bulkCancel.refuse')}
          </AnswerChoice>
        ))}
      </AnswerChoices>
      {tried && decision === null && (
        <p role="alert" className={classes.needed}>
          {t('contests.chooseFirst')}
        </p>
      )}
      <Textarea
        label={t('bulkCancel.note')}
        description={t('common.recorded')}
        value={note}
        maxLength={1000}
        rows={2}
        dir="auto"
        error={tried && short && t('bulkCancel.noteShort')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <ProblemLine error={send.error} />
      <div className={parts.actions}>
        <Button type="submit" loading={send.isPending}>
          {t('bulkCancel.record')}
        </Button>
      </div>
    </form>
  );
}
