import type { ContestDecisionInput, ContestView } from '@amaan/contracts/violations/contest';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contestQuery, contestsKey, decideContest } from '../../../api/contests.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { contests as english } from '../../../messages/en/contests.ts';
import { contests as urdu } from '../../../messages/ur/contests.ts';
import classes from './contests.module.css';

const OUTCOMES = ['upheld', 'accepted'] as const;
const LEAST_WORDS = 20;

/** Two answers, equally easy, and the explanation that the citizen reads in their own language. */
export function DecisionForm({
  contest,
  onDecided,
}: {
  contest: ContestView;
  onDecided: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [en, setEn] = useState('');
  const [ur, setUr] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = (text: string) => text.trim().length < LEAST_WORDS;
  const send = useMutation({
    mutationFn: (body: ContestDecisionInput) => decideContest(contest.id, body),
    onSuccess: (decided) => {
      queryClient.setQueryData(contestQuery(contest.id).queryKey, decided);
      notifications.show({ message: t('contests.recorded') });
      onDecided(contest.id);
      void queryClient.invalidateQueries({ queryKey: [...contestsKey, 'list'] });
    },
  });
  const errorOf = (text: string) => tried && isShort(text) && t('contests.short', { least: LEAST_WORDS });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (outcome === null || isShort(en) || isShort(ur) || send.isPending) return;
        send.mutate({ outcome, explanation: { en: en.trim(), ur: ur.trim() } });
      }}
    >
      <AnswerChoices legend={t('contests.question')}>
        {OUTCOMES.map((each) => (
          <AnswerChoice
            key={each}
            group="outcome"
            value={each}
            chosen={outcome === each}
            disabled={send.isPending}
            hint={t(`contests.outcomeHint.${each}`)}
            onChoose={() => setOutcome(each)}
          >
            {t(`contests.outcome.${each}`)}
          </AnswerChoice>
        ))}
      </AnswerChoices>
      {tried && outcome === null && (
        <p role="alert" className={classes.needed}>
          {t('contests.chooseFirst')}
        </p>
      )}
      <p className="prose quiet">{t('contests.explanationHint')}</p>
      {outcome !== null && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            // In both languages at once, to be completed in words of one's own.
            setEn(english.sentence[outcome]);
            setUr(urdu.sentence[outcome]);
          }}
        >
          {t('contests.begin')}
        </Button>
      )}
      <Textarea
        label={t('contests.explanationEn')}
        value={en}
        maxLength={4000}
        autosize
        minRows={3}
        dir="ltr"
        lang="en"
        error={errorOf(en)}
        onChange={({ currentTarget }) => setEn(currentTarget.value)}
      />
      <Textarea
        label={t('contests.explanationUr')}
        value={ur}
        maxLength={4000}
        autosize
        minRows={3}
        dir="rtl"
        lang="ur"
        error={errorOf(ur)}
        onChange={({ currentTarget }) => setUr(currentTarget.value)}
      />
      <ProblemLine error={send.error} />
      <Button type="submit" loading={send.isPending}>
        {t('contests.record')}
      </Button>
      <p className="prose quiet">{t('contests.final')}</p>
    </form>
  );
}
