import type { Unmasking, UnmaskingTerms, UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { Modal, NumberInput, Select, Skeleton, Textarea } from '@mantine/core';
import { IconClockHour4, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access.ts';
import { casesQuery, purposeQuery } from '../api/access.ts';
import { askToUnmask, unmaskingsKey, unmaskingTermsQuery } from '../api/unmaskings.ts';
import { FormButtons } from '../components/form-buttons.tsx';
import { ProblemLine } from '../components/problem-notice.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './unmasking.module.css';

const LEAST_LETTERS = 20;
const PROPOSED_MINUTES = 5;

/** Asks for which case and why somebody wants to see something un-masked, and says what will happen. */
export function UnmaskDialog({
  subject: asked,
  onGranted,
  onClose,
}: {
  subject: UnmaskSubject;
  onGranted: (unmasking: Unmasking) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const { data: known } = useQuery(casesQuery);
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  const { data: terms } = useQuery(unmaskingTermsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(PROPOSED_MINUTES);
  const [tried, setTried] = useState(false);
  const statedCase = stated?.purpose?.caseId;
  const open = (known ?? []).filter(({ closedAt }) => closedAt === null);
  // What is read for a case is un-masked for that case and no other.
  const cases = statedCase === undefined ? open : open.filter(({ id }) => id === statedCase);
  const file = cases.find(({ id }) => id === chosen) ?? cases[0];
  const isShort = reason.trim().length < LEAST_LETTERS;
  const subject: UnmaskSubject = asked.kind === 'live' ? { ...asked, minutes } : asked;
  const counts = subject.kind === 'live' ? subject.minutes : (terms?.itemCounts ?? 0);
  const waits = terms !== undefined && terms.usedMinutes + counts > terms.aloneMinutes;
  const ask = useMutation({
    mutationFn: askToUnmask,
    onSuccess: async (unmasking) => {
      await queryClient.invalidateQueries({ queryKey: unmaskingsKey });
      onClose();
      onGranted(unmasking);
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('unmasking.dialog.title')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (file !== undefined && !isShort) ask.mutate({ caseId: file.id, reason, subject });
        }}
      >
        {known === undefined ? (
          <Skeleton height={60} />
        ) : file === undefined ? (
          <p role="alert">{t('unmasking.dialog.noCase')}</p>
        ) : (
          <Select
            label={t('unmasking.dialog.case')}
            description={statedCase !== undefined ? t('unmasking.dialog.caseStated') : undefined}
            allowDeselect={false}
            disabled={cases.length === 1}
            value={file.id}
            onChange={setChosen}
            data={cases.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))}
          />
        )}
        {asked.kind === 'live' && (
          <NumberInput
            label={t('unmasking.dialog.minutes')}
            min={1}
            max={terms?.mostLiveMinutes ?? 240}
            clampBehavior="strict"
            allowDecimal={false}
            value={minutes}
            onChange={(value) => setMinutes(Math.max(1, Number(value)))}
          />
        )}
        <Textarea
          label={t('unmasking.dialog.reason')}
          description={t('unmasking.dialog.reasonHint')}
          value={reason}
          rows={3}
          maxLength={1000}
          dir="auto"
          data-autofocus
          error={tried && isShort && t('unmasking.dialog.reasonShort', { count: LEAST_LETTERS })}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {terms === undefined ? (
          <Skeleton height={56} />
        ) : (
          <WhatHappens subject={subject} terms={terms} counts={counts} waits={waits} />
        )}
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={ask.error} />
        <FormButtons
          action={t(waits ? 'unmasking.dialog.submitWaiting' : 'unmasking.dialog.submit')}
          pending={ask.isPending}
          mayBeSent={file !== undefined}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

/** Whether it is shown at once, for how long, and who else has to agree. */
function WhatHappens({
  subject,
  terms,
  counts,
  waits,
}: {
  subject: UnmaskSubject;
  terms: UnmaskingTerms;
  /** Minutes that it counts as. */
  counts: number;
  waits: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = subject.kind === 'live' ? subject.minutes : terms.itemMinutes;
  const span = t('unmasking.minutes', { count: minutes });
  const Icon = waits ? IconUsers : IconClockHour4;
  return (
    <div className={classes.happens} data-waits={waits || undefined}>
      <Icon size={20} aria-hidden="true" />
      <div>
        <p className="prose">{t(waits ? 'unmasking.dialog.waits' : 'unmasking.dialog.atOnce', { span })}</p>
        <p className="quiet">
          {t('unmasking.dialog.used', {
            used: format.number(terms.usedMinutes),
            of: format.number(terms.aloneMinutes),
            counts: format.number(counts),
          })}
        </p>
      </div>
    </div>
  );
}
