import type { JunctionSummary } from '@amaan/contracts/traffic/junction-record';
import { MOST_APPROVAL_DAYS, type SignalApproval } from '@amaan/contracts/traffic/signal-approval';
import { CONTROLLERS, type ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { Button, NumberInput, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import {
  decideSignalApproval,
  requestSignalApproval,
  revokeSignalApproval,
  signalApprovalsQuery,
  signalsKey,
} from '../../../api/signals.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './junction-page.module.css';
import { NoteDialog } from './note-dialog.tsx';

/** Shortest reason that the server takes. */
const LEAST_LETTERS = 20;

/** Two people's word that a junction may be controlled: asked for by one, decided by another, ended by either. */
export function ApprovalPanel({ junction }: { junction: JunctionSummary }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: approvals, error } = useQuery(signalApprovalsQuery({ junctionId: junction.id }));
  const [asking, setAsking] = useState(false);
  const open = approvals?.filter(({ state }) => state !== 'ended') ?? [];
  const ended = approvals?.filter(({ state }) => state === 'ended') ?? [];
  return (
    <section className={classes.panel} aria-label={t('signals.approval.title')}>
      <h2>{t('signals.approval.title')}</h2>
      <ProblemLine error={error} />
      {approvals !== undefined && open.length === 0 && (
        <p className="prose quiet">{t('signals.approval.none')}</p>
      )}
      {open.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
      {may('signal-approval.request') && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t('signals.approval.ask')}
        </Button>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{t('signals.approval.earlier', { count: ended.length })}</summary>
          {ended.map((approval) => (
            <ApprovalCard key={approval.id} approval={approval} />
          ))}
        </details>
      )}
      {asking && <AskDialog junction={junction} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ApprovalCard({ approval }: { approval: SignalApproval }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [word, setWord] = useState<'approved' | 'refused' | 'revoked' | null>(null);
  const queryClient = useQueryClient();
  const say = useMutation({
    mutationFn: (words: string) =>
      word === 'revoked'
        ? revokeSignalApproval(approval.id, words)
        : decideSignalApproval(approval.id, { decision: word!, note: words }),
    onSuccess: async () => {
      notifications.show({ message: t(`signals.approval.${word!}.done`) });
      setWord(null);
      await queryClient.invalidateQueries({ queryKey: signalsKey });
    },
  });
  const { state, end, until, decideBy, askedBy, askedAt, decidedBy, decisionNote, may } = approval;
  return (
    <div className={parts.panel} data-waiting={state === 'waiting' || undefined}>
      <ApprovalMark approval={approval} />
      <p className="prose" dir="auto">
        {approval.reason}
      </p>
      <dl className={parts.terms}>
        <dt>{t('signals.approval.askedBy')}</dt>
        <dd>
          <bdi>{askedBy}</bdi>, {format.dateTime(askedAt)}
        </dd>
        <dt>{t('signals.controllerLabel')}</dt>
        <dd>{t(`signals.controller.${approval.controller}`)}</dd>
        {approval.junctions.length > 1 && (
          <>
            <dt>{t('signals.junctions')}</dt>
            <dd>{format.list(approval.junctions.map(({ name }) => name))}</dd>
          </>
        )}
        {decidedBy !== null && (
          <>
            <dt>{t('signals.approval.decidedBy')}</dt>
            <dd>
              <bdi>{decidedBy}</bdi>
              {decisionNote !== null && <bdi className="quiet"> {decisionNote}</bdi>}
            </dd>
          </>
        )}
        {decideBy !== null && (
          <>
            <dt>{t('signals.approval.decideBy')}</dt>
            <dd>{format.dateTime(decideBy)}</dd>
          </>
        )}
        <dt>{t('signals.approval.lasts')}</dt>
        <dd>
          {until !== null && end === null
            ? format.dateTime(until)
            : t('signals.approval.days', { count: approval.days })}
        </dd>
      </dl>
      {state === 'waiting' && !may.decide && <p className="quiet">{t('signals.approval.secondPerson')}</p>}
      <div className={parts.actions}>
        {may.decide && (
          <>
            <Button size="xs" onClick={() => setWord('approved')}>
              {t('signals.approval.approved.action')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setWord('refused')}>
              {t('signals.approval.refused.action')}
            </Button>
          </>
        )}
        {may.revoke && (
          <Button size="xs" variant="default" onClick={() => setWord('revoked')}>
            {t('signals.approval.revoked.action')}
          </Button>
        )}
      </div>
      {word !== null && (
        <NoteDialog
          title={t(`signals.approval.${word}.title`)}
          text={t(`signals.approval.${word}.text`)}
          action={t(`signals.approval.${word}.action`)}
          label={t('signals.words')}
          pending={say.isPending}
          error={say.error}
          onConfirm={(words) => say.mutate(words)}
          onClose={() => {
            say.reset();
            setWord(null);
          }}
        />
      )}
    </div>
  );
}

function ApprovalMark({ approval: { state, end } }: { approval: SignalApproval }) {
  const { t } = useTranslation();
  if (state === 'waiting')
    return (
      <Mark shape="triangle" tone="high">
        {t('signals.approval.state.waiting')}
      </Mark>
    );
  if (state === 'in-force')
    return (
      <Mark shape="circle" tone="good">
        {t('signals.approval.state.in-force')}
      </Mark>
    );
  return (
    <Mark shape="square" tone="quiet">
      {t(`signals.approval.end.${end ?? 'expired'}`)}
    </Mark>
  );
}

function AskDialog({ junction, onClose }: { junction: JunctionSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [controller, setController] = useState<ControllerName>(junction.controller);
  const [days, setDays] = useState(7);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < LEAST_LETTERS;
  const ask = useMutation({
    mutationFn: () =>
      requestSignalApproval({ junctions: [junction.id], controller, days, reason: reason.trim() }),
    onSuccess: async () => {
      notifications.show({ message: t('signals.approval.asked') });
      onClose();
      await queryClient.invalidateQueries({ queryKey: signalsKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('signals.approval.ask')}
      text={t('signals.approval.askText')}
      action={t('signals.approval.askAction')}
      pending={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!missing) ask.mutate();
      }}
    >
      <Select
        label={t('signals.controllerLabel')}
        allowDeselect={false}
        value={controller}
        data={CONTROLLERS.map((value) => ({ value, label: t(`signals.controller.${value}`) }))}
        onChange={(value) => value !== null && setController(value as ControllerName)}
      />
      <NumberInput
        label={t('signals.approval.daysField')}
        value={days}
        min={1}
        max={MOST_APPROVAL_DAYS}
        onChange={(value) => typeof value === 'number' && value > 0 && setDays(value)}
      />
      <Textarea
        label={t('signals.approval.reason')}
        value={reason}
        rows={3}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('signals.wordsNeeded', { count: LEAST_LETTERS })}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
