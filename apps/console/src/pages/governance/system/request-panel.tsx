import type { LifecycleRequest } from '@amaan/contracts/governance/lifecycle';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { decideRequest, withdrawRequest } from '../../../api/lifecycle.ts';
import { Mark } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './system.module.css';

const SHORTEST_STATEMENT = 3;

/** An open request: who asks for what and why, who has decided, and the buttons for the next person. */
export function RequestPanel({ systemId, request }: { systemId: string; request: LifecycleRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['systems'] });
  const decide = useMutation({
    mutationFn: (decision: 'approved' | 'rejected') =>
      decideRequest(systemId, request.id, { decision, statement: statement.trim() }),
    onSuccess,
  });
  const withdraw = useMutation({ mutationFn: () => withdrawRequest(systemId, request.id), onSuccess });
  const tooShort = statement.trim().length < SHORTEST_STATEMENT;
  const say = (decision: 'approved' | 'rejected') => {
    setTried(true);
    if (!tooShort) decide.mutate(decision);
  };
  return (
    <div className={classes.next}>
      <p>
        <Mark shape="triangle" tone="high">
          {t('lifecycle.asksFor', { stage: t(`governance.stage.${request.to}`) })}
        </Mark>{' '}
        <bdi>{request.by.name}</bdi>, {format.dateTime(request.at)} ·{' '}
        {t('lifecycle.endsOn', { date: format.date(request.expiresAt) })} {request.demo && <DemoMark />}
      </p>
      <q dir="auto">{request.reason}</q>
      <ul className={classes.history}>
        {request.decisions.map((decision) => (
          <li key={decision.id}>
            {t(`lifecycle.${decision.decision}`)} · <bdi>{decision.by.name}</bdi>,{' '}
            {format.dateTime(decision.at)} {decision.demo && <DemoMark />}
            <br />
            <q dir="auto">{decision.statement}</q>
          </li>
        ))}
      </ul>
      {may('lifecycle.approve') && (
        <Textarea
          label={t('lifecycle.statement')}
          description={t('lifecycle.statementHint', { count: request.approvalsNeeded })}
          value={statement}
          autosize
          minRows={2}
          error={tried && tooShort && t('governance.reasonNeeded')}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
      )}
      <ProblemLine error={decide.error ?? withdraw.error} />
      <div className={classes.buttons}>
        {may('lifecycle.approve') && (
          <>
            <Button size="xs" loading={decide.isPending} onClick={() => say('approved')}>
              {t('lifecycle.approve')}
            </Button>
            <Button size="xs" variant="default" loading={decide.isPending} onClick={() => say('rejected')}>
              {t('lifecycle.reject')}
            </Button>
          </>
        )}
        {may('lifecycle.request') && (
          <Button size="xs" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('lifecycle.withdraw')}
          </Button>
        )}
      </div>
    </div>
  );
}
