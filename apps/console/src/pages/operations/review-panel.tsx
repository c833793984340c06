import type { Alert, REJECT_REASONS } from '@amaan/contracts/alert';
import { Button, Kbd, Textarea, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { alertQuery, type ReviewBody, reviewAlert } from '../../api/alerts.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { applyAlert } from '../../api/apply-alert.ts';
import { explanationQuery } from '../../api/explanations.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AlertSteps } from './alert-steps.tsx';
import classes from './review-panel.module.css';
import { useAlertTitle } from './use-alert-title.ts';

type RejectReason = (typeof REJECT_REASONS)[number];

/** In the order of the keys 1 to 5. The type keeps the list complete. */
const REASON_ORDER: Record<RejectReason, number> = {
  'wrong-object': 1,
  'nothing-there': 2,
  'permitted-activity': 3,
  'bad-rule': 4,
  duplicate: 5,
};
const REASONS = (Object.keys(REASON_ORDER) as RejectReason[]).sort(
  (a, b) => REASON_ORDER[a] - REASON_ORDER[b],
);

/** Confirm or reject, equally easy: a button and a key each. What was decided stays and is shown. */
export function ReviewPanel({ alert, onDecided }: { alert: Alert; onDecided: (id: string) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <section className={classes.panel} aria-label={t('review.title')}>
      <h2>{t('review.title')}</h2>
      {alert.review ? (
        <Decision review={alert.review} />
      ) : may('alert.review') ? (
        <DecisionForm alert={alert} onDecided={onDecided} />
      ) : (
        <p className="quiet">{t('review.notAllowed')}</p>
      )}
      <AlertSteps key={alert.id} alertId={alert.id} />
    </section>
  );
}

function DecisionForm({ alert, onDecided }: { alert: Alert; onDecided: (id: string) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const titleOf = useAlertTitle();
  const [rejecting, setRejecting] = useState(false);
  const [note, setNote] = useState('');
  const [noteShown, setNoteShown] = useState(false);
  const review = useMutation({
    mutationFn: (body: ReviewBody) => reviewAlert(alert.id, body),
    onSuccess: (decided) => {
      applyAlert(queryClient, decided, false);
      void queryClient.invalidateQueries({ queryKey: explanationQuery('alert', alert.id).queryKey });
      const name = decided.review?.byName ?? '';
      notifications.show({
        title: titleOf(alert),
        message:
          decided.state === 'confirmed'
            ? t('review.confirmedBy', { name })
            : t('review.rejectedBy', { name }),
      });
      onDecided(alert.id);
    },
    onError: (error) => {
      // Somebody was faster: show what they decided.
      if (error instanceof ApiProblem && error.status === 409) {
        void queryClient.invalidateQueries({ queryKey: alertQuery(alert.id).queryKey });
      }
    },
  });
  const confirm = () => review.mutate({ decision: 'confirmed', note });
  const reject = (reason: RejectReason) => review.mutate({ decision: 'rejected', reason, note });

  useHotkeys([
    ['c', () => !review.isPending && confirm()],
    ['r', () => setRejecting((before) => !before)],
    ...REASONS.map((reason): [string, () => void] => [
      String(REASON_ORDER[reason]),
      () => rejecting && !review.isPending && reject(reason),
    ]),
  ]);

  return (
    <div className={classes.form}>
      <div className={classes.buttons}>
        <Button
          px="xs"
          leftSection={<IconCheck size={18} aria-hidden="true" />}
          rightSection={<Kbd size="xs">c</Kbd>}
          loading={review.isPending && review.variables.decision === 'confirmed'}
          disabled={review.isPending}
          onClick={confirm}
          title={t('review.confirmHint')}
        >
          {t('review.confirm')}
        </Button>
        <Button
          variant="default"
          px="xs"
          leftSection={<IconX size={18} aria-hidden="true" />}
          rightSection={<Kbd size="xs">r</Kbd>}
          disabled={review.isPending}
          aria-expanded={rejecting}
          onClick={() => setRejecting((before) => !before)}
          title={t('review.rejectHint')}
        >
          {t('review.reject')}
        </Button>
      </div>
      {rejecting && (
        <fieldset className={classes.reasons}>
          <legend>{t('review.why')}</legend>
          {REASONS.map((reason) => (
            <UnstyledButton
              key={reason}
              className={classes.reason}
              disabled={review.isPending}
              onClick={() => reject(reason)}
            >
              <Kbd size="xs">{REASON_ORDER[reason]}</Kbd>
              {t(`review.reason.${reason}`)}
            </UnstyledButton>
          ))}
        </fieldset>
      )}
      {noteShown ? (
        <Textarea
          label={t('review.note')}
          placeholder={t('review.notePlaceholder')}
          value={note}
          maxLength={2000}
          rows={2}
          autoFocus
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      ) : (
        <Button
          className={classes.noteButton}
          variant="subtle"
          size="compact-sm"
          onClick={() => setNoteShown(true)}
        >
          {t('review.addNote')}
        </Button>
      )}
      <ProblemLine error={review.error} />
      <p className={`${classes.final} quiet`}>{t('review.final')}</p>
    </div>
  );
}

/** What a person decided, for everybody who looks later. */
function Decision({ review }: { review: NonNullable<Alert['review']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.decision} data-decision={review.decision}>
      <strong>
        {review.decision === 'confirmed'
          ? t('review.confirmedBy', { name: review.byName })
          : t('review.rejectedBy', { name: review.byName })}
      </strong>
      {review.decision === 'rejected' && <span>{t(`review.reason.${review.reason}`)}</span>}
      {review.note && <q>{review.note}</q>}
      <span className="quiet">{format.dateTime(review.at)}</span>
    </div>
  );
}
