import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addEntry, hotlistsQuery } from '../../../api/hotlists.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { plateTextOf } from '../plate-text-of.ts';
import classes from './hotlists.module.css';

/** Adds one plate to a list. */
export function EntryDialog({ list, onClose }: { list: Hotlist; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [caseNumber, setCaseNumber] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const plate = plateTextOf(text);
  const add = useMutation({
    mutationFn: (written: string) =>
      addEntry(list.id, { plate: written, note, caseNumber, expiresOn: expiresOn === '' ? null : expiresOn }),
    onSuccess: async (entry) => {
      notifications.show({
        message: t(entry.state === 'waiting' ? 'hotlists.entry.doneWaiting' : 'hotlists.entry.done', {
          plate: entry.plate,
        }),
      });
      onClose();
      await queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('hotlists.entry.add')}>
      <form
        className={classes.single}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (plate !== null) add.mutate(plate);
        }}
      >
        {list.kind === 'wanted' && <p className="prose">{t('hotlists.fourEyes')}</p>}
        <TextInput
          label={t('hotlists.entry.plate')}
          classNames={{ input: 'mono' }}
          dir="ltr"
          placeholder="LEA-1234"
          value={text}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={tried && plate === null && t('hotlists.entry.plateBad')}
          onChange={({ currentTarget }) => setText(currentTarget.value.toUpperCase())}
        />
        <Textarea
          label={`${t('hotlists.entry.note')} (${t('common.optional')})`}
          description={t('hotlists.entry.noteHint')}
          value={note}
          rows={2}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <div className={parts.form}>
          <TextInput
            label={`${t('hotlists.entry.caseNumber')} (${t('common.optional')})`}
            value={caseNumber}
            maxLength={40}
            dir="auto"
            onChange={({ currentTarget }) => setCaseNumber(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={`${t('hotlists.entry.expires')} (${t('common.optional')})`}
            title={t('hotlists.entry.expiresHint')}
            value={expiresOn}
            max={list.expiresOn}
            onChange={({ currentTarget }) => setExpiresOn(currentTarget.value)}
          />
        </div>
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={add.error} />
        <FormButtons action={t('hotlists.entry.add')} pending={add.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
