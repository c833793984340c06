import { readChallanNumber } from '@amaan/contracts/violations/challan-number';
import type { CitizenLookup } from '@amaan/contracts/violations/citizen';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/api-problem.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './citizen.module.css';
import { Waiting } from './waiting.tsx';

/** The number in the fragment of the address, as the QR code of a notice has it: fragments are not sent to servers. */
function numberOfNotice(): string {
  return readChallanNumber(window.location.hash.slice(1)) ?? '';
}

/** Asks for plate and number. */
export function LookupForm({ lookUp }: { lookUp: (typed: CitizenLookup) => Promise<void> }) {
  const { t } = useTranslation();
  const [plate, setPlate] = useState('');
  const [number, setNumber] = useState(numberOfNotice);
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: lookUp, gcTime: 0 });
  const navigate = useNavigate();
  // Once read it goes from the address, which others may see.
  useEffect(() => {
    if (window.location.hash !== '') void navigate({ to: '/challan', replace: true });
  }, [navigate]);
  // The check character tells a slip of the finger before it costs an attempt. It says nothing of which numbers exist.
  const isTypo = number.trim() !== '' && readChallanNumber(number) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (plate.trim().length >= 2 && number.trim() !== '' && !isTypo) ask.mutate({ plate, number });
  };
  const missing = (text: string, words: string) => (tried && text.trim().length < 2 ? words : undefined);
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <h1>{t('citizen.title')}</h1>
      <p className="prose">{t('citizen.intro')}</p>
      <TextInput
        size="md"
        label={t('citizen.plate')}
        description={t('citizen.plateHint')}
        value={plate}
        error={missing(plate, t('citizen.needPlate'))}
        classNames={{ input: classes.code! }}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
        onChange={({ currentTarget }) => setPlate(currentTarget.value)}
      />
      <TextInput
        size="md"
        label={t('citizen.number')}
        description={t('citizen.numberHint')}
        value={number}
        error={missing(number, t('citizen.needNumber')) ?? (tried && isTypo ? t('citizen.typo') : undefined)}
        classNames={{ input: classes.code! }}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
      <LookupProblem error={ask.error} onOver={ask.reset} />
      <Button type="submit" size="md" loading={ask.isPending}>
        {t('citizen.show')}
      </Button>
      <p className="quiet">{t('citizen.kept')}</p>
    </form>
  );
}

/** Why there is nothing to see, in words for whoever holds a notice. */
function LookupProblem({ error, onOver }: { error: unknown; onOver: () => void }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return <ProblemLine error={error} />;
  if (error.code === 'CHALLAN_UNKNOWN')
    return (
      <div className={classes.problem} role="alert">
        <strong>{t('citizen.unknown.title')}</strong>
        <p className="prose">{t('citizen.unknown.text')}</p>
      </div>
    );
  if (error.status !== 429) return <ProblemLine error={error} />;
  return (
    <div className={classes.problem} role="alert">
      <strong>{t('citizen.tooMany.title')}</strong>
      <p className="prose">{t('citizen.tooMany.text')}</p>
      <Waiting seconds={error.retryAfterSeconds ?? 60} onOver={onOver} />
    </div>
  );
}
