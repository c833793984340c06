import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { authorisationsKey, decideAuthorisation } from '../../../api/faces.ts';
import { meQuery } from '../../../api/session.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import classes from './authorisations.module.css';

const LEAST_LETTERS = 3;
type Decision = 'approved' | 'refused';

/** What waits for a second person, or runs urgently without one: the two answers, or why one does not give them. */
export function DecisionPanel({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const [asked, setAsked] = useState<Decision | null>(null);
  const { state, approveBy, decidedAt, askedBy } = authorisation;
  const urgent = state === 'in-force' && approveBy !== null && decidedAt === null;
  if (state !== 'waiting' && !urgent) return null;
  const own = me !== undefined && [me.name, me.id, me.username].includes(askedBy);
  const decides = may('face-authorisation.approve') && !own;
  return (
    <section
      className={`${parts.panel} ${classes.panel}`}
      data-waiting
      data-urgent={urgent || undefined}
      aria-label={t('faceAuthorisations.states.waiting')}
    >
      {decides ? (
        <>
          <h2>{t('faceAuthorisations.decision.title')}</h2>
          <p className="prose quiet">{t('faceAuthorisations.decision.hint')}</p>
          {urgent && <p className="prose">{t('faceAuthorisations.decision.urgentHint')}</p>}
          <div className={parts.actions}>
            <Button onClick={() => setAsked('approved')}>{t('faceAuthorisations.decision.approve')}</Button>
            <Button variant="default" onClick={() => setAsked('refused')}>
              {t('faceAuthorisations.decision.refuse')}
            </Button>
          </div>
        </>
      ) : (
        <p className="prose">
          {t(own ? 'faceAuthorisations.decision.own' : 'faceAuthorisations.decision.noRight')}
        </p>
      )}
      {asked && (
        <DecisionDialog authorisation={authorisation} decision={asked} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

function DecisionDialog({
  authorisation,
  decision,
  onClose,
}: {
  authorisation: FaceAuthorisation;
  decision: Decision;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const approving = decision === 'approved';
  const missing = note.trim().length < LEAST_LETTERS;
  const decide = useMutation({
    mutationFn: () => decideAuthorisation(authorisation.id, { decision, note }),
    onSuccess: async () => {
      notifications.show({ message: t(`faceAuthorisations.decision.${decision}`) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: authorisationsKey });
    },
  });
  return (
    <ConfirmDialog
      title={t(
        approving ? 'faceAuthorisations.decision.approveTitle' : 'faceAuthorisations.decision.refuseTitle',
      )}
      text={
        approving
          ? t('faceAuthorisations.decision.approveText', {
              from: format.dateTime(authorisation.from),
              to: format.dateTime(authorisation.to),
              list: authorisation.watchlistName ?? t('faceAuthorisations.gone'),
            })
          : t('faceAuthorisations.decision.refuseText')
      }
      action={t(approving ? 'faceAuthorisations.decision.approve' : 'faceAuthorisations.decision.refuse')}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) decide.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('faceAuthorisations.decision.note')}
        value={note}
        rows={3}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('faceAuthorisations.decision.noteNeeded')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
