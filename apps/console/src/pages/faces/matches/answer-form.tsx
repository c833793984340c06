import { FACE_MATCH_ANSWERS, type FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Button, Kbd, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import {
  answerFaceMatch,
  faceMatchesKey,
  faceMatchQuery,
  type MatchAnswerBody,
  ruleFaceMatch,
} from '../../../api/face-matches.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { usePageKeys } from '../../../components/use-page-keys.ts';
import classes from './matches.module.css';

type Answer = (typeof FACE_MATCH_ANSWERS)[number];

/** Three answers, equally easy. A key chooses, Enter records: what cannot be taken back is never one slip away. */
export function AnswerForm({
  match,
  kind,
  onAnswered,
}: {
  match: FaceMatch;
  kind: 'review' | 'ruling';
  onAnswered: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const fields = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const ruling = kind === 'ruling';
  const send = useMutation({
    mutationFn: (body: MatchAnswerBody) => (ruling ? ruleFaceMatch : answerFaceMatch)(match.id, body),
    onSuccess: (answered) => {
      queryClient.setQueryData(faceMatchQuery(match.id).queryKey, answered);
      notifications.show({ message: t(ruling ? 'faces.matches.ruled' : 'faces.matches.recorded') });
      onAnswered(match.id);
      void queryClient.invalidateQueries({ queryKey: [...faceMatchesKey, 'list'] });
    },
    onError: (error) => {
      // It was decided meanwhile: show how it stands.
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 404))
        void queryClient.invalidateQueries({ queryKey: faceMatchesKey });
    },
  });
  const choose = (answer: Answer) => {
    setChosen(answer);
    // With the focus in the form Enter sends it.
    fields.current?.querySelector<HTMLInputElement>(`input[value="${answer}"]`)?.focus();
  };
  usePageKeys(
    FACE_MATCH_ANSWERS.map((answer, index) => [String(index + 1), () => !send.isPending && choose(answer)]),
  );
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen !== null && !send.isPending) send.mutate({ answer: chosen, note });
      }}
    >
      <AnswerChoices
        ref={fields}
        legend={t(ruling ? 'faces.matches.ruleQuestion' : 'faces.matches.question')}
      >
        {FACE_MATCH_ANSWERS.map((answer, index) => (
          <AnswerChoice
            key={answer}
            group="answer"
            value={answer}
            chosen={chosen === answer}
            disabled={send.isPending}
            hotkey={String(index + 1)}
            onChoose={() => setChosen(answer)}
          >
            {t(`faces.matches.answer.${answer}`)}
          </AnswerChoice>
        ))}
      </AnswerChoices>
      <Textarea
        label={`${t('faces.matches.note')} (${t('common.optional')})`}
        placeholder={t('faces.matches.notePlaceholder')}
        value={note}
        maxLength={1000}
        rows={2}
        dir="auto"
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" loading={send.isPending} rightSection={<Kbd size="xs">Enter</Kbd>}>
        {t(ruling ? 'faces.matches.recordRuling' : 'faces.matches.record')}
      </Button>
      {tried && chosen === null && (
        <p role="alert" className={classes.needed}>
          {t('faces.matches.chooseFirst')}
        </p>
      )}
      <ProblemLine error={send.error} />
      <p className={`${classes.small} prose quiet`}>
        {t('faces.matches.final')} {!ruling && t('faces.matches.blind')}
      </p>
    </form>
  );
}
