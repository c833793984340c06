import { CONTEST_REASONS, type ContestFile, type ContestReason } from '@amaan/contracts/violations/contest';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contestChallan } from '../../api/citizen.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './citizen.module.css';
import { ContestFiles } from './contest-files.tsx';
import type { OpenChallan } from './use-challan.ts';

const SHORTEST = 10;
const LONGEST = 4000;

/** Says why a challan is wrong. What is written stays until it was sent. */
export function ContestForm({ open, onCancel }: { open: OpenChallan; onCancel: () => void }) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<ContestReason[]>([]);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly ContestFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      open.withToken((token) => contestChallan(token, { reasons, text, files: files.map(({ id }) => id) })),
    onSuccess: open.replace,
    gcTime: 0,
  });
  const noReason = reasons.length === 0;
  const tooShort = text.trim().length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!noReason && !tooShort && !busy) send.mutate();
  };
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <Checkbox.Group
        label={t('citizen.contest.reasons')}
        value={reasons}
        error={tried && noReason && t('citizen.contest.needReason')}
        onChange={(value) => setReasons(value as ContestReason[])}
      >
        <div className={classes.reasons}>
          {CONTEST_REASONS.map((reason) => (
            <Checkbox key={reason} size="md" value={reason} label={t(`citizen.contest.reason.${reason}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        size="md"
        label={t('citizen.contest.text')}
        description={t('citizen.contest.textHint')}
        value={text}
        dir="auto"
        autosize
        minRows={5}
        maxLength={LONGEST}
        error={tried && tooShort && t('citizen.contest.short', { least: SHORTEST })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ContestFiles open={open} files={files} onFiles={setFiles} onBusy={setBusy} />
      <ProblemLine error={send.error} />
      <p className="quiet">{t('citizen.contest.once')}</p>
      <div className={classes.actions}>
        <Button type="submit" size="md" loading={send.isPending} disabled={busy}>
          {t('citizen.contest.send')}
        </Button>
        <Button size="md" variant="subtle" onClick={onCancel} disabled={send.isPending}>
          {t('citizen.contest.cancel')}
        </Button>
      </div>
    </form>
  );
}
