import {
  CASE_REJECT_REASONS,
  type HoldDecisionInput,
  type ViolationCaseView,
} from '@amaan/contracts/violations/violation-case';
import { Button, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideHold, violationQuery, violationsKey } from '../../../api/violations.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './review.module.css';

const DECISIONS = ['release', 'reject', 'confirm'] as const;
const LEAST_WORDS = 10;

/** What a supervisor makes of a held case; always with a reason in words. */
export function HoldForm({
  violationCase,
  onAnswered,
}: {
  violationCase: ViolationCaseView;
  onAnswered: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [decision, setDecision] = useState<(typeof DECISIONS)[number] | null>(null);
  const [reason, setReason] = useState<(typeof CASE_REJECT_REASONS)[number]>('wrong-vehicle');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const short = note.trim().length < LEAST_WORDS;
  const send = useMutation({
    mutationFn: (body: HoldDecisionInput) => decideHold(violationCase.id, body),
    onSuccess: (decided, body) => {
      queryClient.setQueryData(violationQuery(violationCase.id).queryKey, decided);
      notifications.show({
        message: t('violations.review.recorded', { answer: t(`violations.review.answer.${body.decision}`) }),
      });
      onAnswered(violationCase.id);
      void queryClient.invalidateQueries({ queryKey: [...violationsKey, 'list'] });
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (decision === null || short || send.isPending) return;
        send.mutate(decision === 'reject' ? { decision, reason, note } : { decision, note });
      }}
    >
      <AnswerChoices legend={t('violations.review.holdQuestion')}>
        {DECISIONS.map((each) => (
          <AnswerChoice
            key={each}
            group="hold"
            value={each}
            chosen={decision === each}
            disabled={send.isPending}
            onChoose={() => setDecision(each)}
          >
            {t(`violations.review.holdAnswer.${each}`)}
          </AnswerChoice>
        ))}
      </AnswerChoices>
      {decision === 'reject' && (
        <Select
          size="xs"
          label={t('violations.review.rejectReason')}
          allowDeselect={false}
          value={reason}
          onChange={(value) =>
            setReason((before) => CASE_REJECT_REASONS.find((one) => one === value) ?? before)
          }
          data={CASE_REJECT_REASONS.map((value) => ({
            value,
            label: t(`violations.review.reason.${value}`),
          }))}
        />
      )}
      <Textarea
        size="xs"
        label={t('violations.review.holdNote')}
        description={t('violations.review.holdNoteHint')}
        value={note}
        maxLength={2000}
        rows={3}
        dir="auto"
        error={tried && short && t('violations.review.holdNoteShort')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" loading={send.isPending}>
        {t('violations.review.record')}
      </Button>
      {tried && decision === null && (
        <p role="alert" className={classes.needed}>
          {t('violations.review.chooseFirst')}
        </p>
      )}
      <ProblemLine error={send.error} />
    </form>
  );
}
