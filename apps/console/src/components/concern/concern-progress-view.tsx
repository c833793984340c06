import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followConcern } from '../../api/concerns.ts';
import { useFormat } from '../../format/use-format.ts';
import type { en } from '../../messages/en.ts';
import { ProblemLine } from '../problem-notice.tsx';
import classes from './concern.module.css';

/** Shows the holder of a receipt what became of the concern. */
export function ConcernProgressView() {
  const { t } = useTranslation();
  const format = useFormat();
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const follow = useMutation({ mutationFn: followConcern, gcTime: 0 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    follow.mutate({ number: number.trim(), code: code.trim() });
  };
  const progress = follow.data;
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2>{t('concerns.follow')}</h2>
      <p className="prose quiet">{t('concerns.followHint')}</p>
      <TextInput
        label={t('concerns.number')}
        placeholder="CON-0001"
        value={number}
        dir="ltr"
        required
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
      <TextInput
        label={t('concerns.code')}
        value={code}
        dir="ltr"
        required
        autoComplete="off"
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <ProblemLine error={follow.error} />
      <div>
        <Button type="submit" variant="default" loading={follow.isPending}>
          {t('concerns.check')}
        </Button>
      </div>
      {progress && (
        <div role="status" className={classes.progress}>
          <strong>{t(`documents.status.${progress.status as keyof typeof en.documents.status}`)}</strong>{' '}
          <span className="quiet">{format.dateTime(progress.changedAt)}</span>
          <p dir="auto">{progress.answer === '' ? t('concerns.noAnswer') : progress.answer}</p>
        </div>
      )}
    </form>
  );
}
