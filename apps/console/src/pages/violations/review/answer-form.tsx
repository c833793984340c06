import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { Button, Kbd, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { reviewViolation, violationQuery, violationsKey } from '../../../api/violations.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { usePageKeys } from '../../../components/use-page-keys.ts';
import { ANSWERS, type ChosenAnswer, HOLD_CAUSES, inputOf, needsWords } from './case-answer.ts';
import classes from './review.module.css';

/**
 * Confirm and reject, equally easy: a key chooses, Enter records. What cannot be taken back is never one slip away, and a
 * fine is no nearer than its rejection.
 */
export function AnswerForm({
  violationCase,
  onAnswered,
}: {
  violationCase: ViolationCaseView;
  onAnswered: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const fields = useRef<HTMLFieldSetElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<(typeof ANSWERS)[number] | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const answer = chosen?.answer ?? null;
  const needed = answer !== null && needsWords(answer);
  const input = answer === null ? null : inputOf(answer, note);
  const send = useMutation({
    mutationFn: (body: NonNullable<typeof input>) => reviewViolation(violationCase.id, body),
    onSuccess: (answered, { decision }) => {
      queryClient.setQueryData(violationQuery(violationCase.id).queryKey, answered);
      notifications.show({
        message: t('violations.review.recorded', { answer: t(`violations.review.answer.${decision}`) }),
      });
      onAnswered(violationCase.id);
      void queryClient.invalidateQueries({ queryKey: [...violationsKey, 'list'] });
    },
    onError: (error) => {
      // It was decided meanwhile: show how it stands.
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 404))
        void queryClient.invalidateQueries({ queryKey: violationsKey });
    },
  });
  const choose = (entry: (typeof ANSWERS)[number]) => {
    setChosen(entry);
    setTried(false);
    // With the focus in the form Enter sends it; where words are needed they come first.
    if (needsWords(entry.answer)) requestAnimationFrame(() => words.current?.focus());
    else fields.current?.querySelector<HTMLInputElement>(`input[value="${entry.key}"]`)?.focus();
  };
  usePageKeys(ANSWERS.map((entry) => [entry.key, () => !send.isPending && choose(entry)]));
  const submit = () => {
    setTried(true);
    if (input !== null && !send.isPending) send.mutate(input);
  };
  const option = (entry: (typeof ANSWERS)[number], label: string) => (
    <AnswerChoice
      key={entry.key}
      group="answer"
      value={entry.key}
      chosen={chosen?.key === entry.key}
      disabled={send.isPending}
      hotkey={entry.key}
      onChoose={() => choose(entry)}
    >
      {label}
    </AnswerChoice>
  );
  const noteField = answer !== null && (
    <Textarea
      ref={words}
      size="xs"
      label={
        needed ? t('violations.review.note') : `${t('violations.review.note')} (${t('common.optional')})`
      }
      value={note}
      maxLength={2000}
      rows={2}
      dir="auto"
      error={tried && input === null && t('violations.review.noteNeeded')}
      onChange={({ currentTarget }) => setNote(currentTarget.value)}
      onKeyDown={(event) => {
        // As everywhere on this page Enter records; a new line is Shift and Enter.
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        submit();
      }}
    />
  );
  const [confirm, ...others] = ANSWERS;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AnswerChoices ref={fields} legend={t('violations.review.question')}>
        {confirm && option(confirm, t('violations.review.confirm'))}
        <span className={`${classes.group} quiet`}>{t('violations.review.rejectLegend')}</span>
        {others.map((entry) => option(entry, wordsOf(entry.answer)))}
      </AnswerChoices>
      {answer?.decision === 'hold' && (
        <Select
          size="xs"
          label={t('violations.review.holdReason')}
          allowDeselect={false}
          value={answer.reason}
          onChange={(reason) => {
            const cause = HOLD_CAUSES.find((each) => each === reason);
            if (cause && chosen) setChosen({ ...chosen, answer: { decision: 'hold', reason: cause } });
          }}
          data={HOLD_CAUSES.map((value) => ({ value, label: t(`violations.review.holdReasons.${value}`) }))}
        />
      )}
      {needed && noteField}
      <Button type="submit" loading={send.isPending} rightSection={<Kbd size="xs">Enter</Kbd>}>
        {t('violations.review.record')}
      </Button>
      {!needed && noteField}
      {tried && answer === null && (
        <p role="alert" className={classes.needed}>
          {t('violations.review.chooseFirst')}
        </p>
      )}
      <ProblemLine error={send.error} />
      <p className={`${classes.small} prose quiet`}>
        {t('violations.review.final')} {t('violations.review.blind')}
      </p>
    </form>
  );

  function wordsOf(each: ChosenAnswer): string {
    return each.decision === 'reject'
      ? t(`violations.review.reason.${each.reason}`)
      : t('violations.review.hold');
  }
}
