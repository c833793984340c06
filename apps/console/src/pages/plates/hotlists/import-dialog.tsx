import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { FileInput, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hotlistsQuery } from '../../../api/hotlists.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import classes from './hotlists.module.css';
import { startImport } from './running-imports.ts';

/** Chooses a CSV file and begins its import, which goes on by itself. */
export function ImportDialog({ list, onClose }: { list: Hotlist; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const begin = useMutation({
    mutationFn: async (chosen: File) =>
      startImport(list, chosen.name, await chosen.text(), () => {
        void queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
      }),
    onSuccess: (begun) => begun && onClose(),
  });
  const problem =
    tried && file === null
      ? t('hotlists.import.noFile')
      : begin.data === false
        ? t('hotlists.import.emptyFile')
        : null;
  return (
    <Modal opened onClose={onClose} title={t('hotlists.import.title')}>
      <form
        className={classes.single}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (file !== null) begin.mutate(file);
        }}
      >
        <p className="prose">{t('hotlists.import.hint')}</p>
        {list.kind === 'wanted' && <p className="prose">{t('hotlists.fourEyes')}</p>}
        <FileInput
          label={t('hotlists.import.file')}
          placeholder={t('hotlists.import.choose')}
          accept=".csv,text/csv"
          value={file}
          clearable
          error={problem}
          onChange={(chosen) => {
            begin.reset();
            setFile(chosen);
          }}
        />
        <FormButtons action={t('hotlists.import.start')} pending={begin.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
