import { GROUPINGS, type GroundTruthSet } from '@amaan/contracts/ground-truth';
import { FileInput, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groundTruthQuery, recordGroundTruth } from '../../../api/monitoring.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './monitoring.module.css';
import { RefusedLines } from './refused-lines.tsx';

/** Uploads an audit set, and says which of its lines were not kept. */
export function GroundTruthDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [partly, setPartly] = useState<GroundTruthSet | null>(null);
  const upload = useMutation({
    mutationFn: async (chosen: File) => recordGroundTruth({ name, source, csv: await chosen.text() }),
    onSuccess: async (set) => {
      await queryClient.invalidateQueries({ queryKey: groundTruthQuery.queryKey });
      if (set.refusedCount > 0) setPartly(set);
      else onClose();
    },
  });
  return (
    <Modal opened size="lg" onClose={onClose} title={t('monitoring.truth.add')}>
      {partly !== null ? (
        <>
          <p>{t('monitoring.truth.kept', { count: partly.kept })}</p>
          <RefusedLines set={partly} />
        </>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== null) upload.mutate(file);
          }}
        >
          <p className={`${classes.wide} prose quiet`}>
            {t('monitoring.truth.addText', { groupings: Object.keys(GROUPINGS).join(', ') })}
          </p>
          <TextInput
            className={classes.wide ?? ''}
            label={t('monitoring.truth.name')}
            value={name}
            minLength={3}
            maxLength={120}
            dir="auto"
            required
            data-autofocus
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Textarea
            className={classes.wide ?? ''}
            label={t('monitoring.truth.source')}
            value={source}
            minLength={10}
            maxLength={2000}
            dir="auto"
            autosize
            minRows={2}
            required
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
          <FileInput
            className={classes.wide ?? ''}
            label={t('monitoring.truth.file')}
            placeholder={t('monitoring.truth.choose')}
            accept=".csv,text/csv"
            value={file}
            required
            clearable
            onChange={setFile}
          />
          <div className={classes.wide}>
            <ProblemLine error={upload.error} />
            <FormButtons action={t('monitoring.truth.add')} pending={upload.isPending} onClose={onClose} />
          </div>
        </form>
      )}
    </Modal>
  );
}
