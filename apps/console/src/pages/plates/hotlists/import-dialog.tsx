import { csvText } from '@amaan/contracts/csv-text';
import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { Button, FileInput, Modal } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hotlistsQuery } from '../../../api/hotlists.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import classes from './hotlists.module.css';
import { type FileProblem, fileProblem, IMPORT_COLUMNS } from './import-file.ts';
import { startImport } from './running-imports.ts';

/** Chooses a CSV file and begins its import, which goes on by itself. */
export function ImportDialog({ list, onClose }: { list: Hotlist; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const begin = useMutation({
    mutationFn: async (chosen: File): Promise<FileProblem | null> => {
      const problem = await fileProblem(chosen);
      if (problem !== null) return problem;
      const begun = startImport(list, chosen.name, await chosen.text(), () => {
        void queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
      });
      return begun ? null : 'emptyFile';
    },
    onSuccess: (problem) => problem === null && onClose(),
  });
  const problem = tried && file === null ? 'noFile' : begin.error ? 'unreadableFile' : (begin.data ?? null);
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
        <span>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileDownload size={16} aria-hidden="true" />}
            onClick={() =>
              saveCsv(
                'hotlist-example.csv',
                csvText(IMPORT_COLUMNS, [['LEA-1234', 'White Corolla', 'FIR 12/2026', list.expiresOn]]),
              )
            }
          >
            {t('hotlists.import.example')}
          </Button>
        </span>
        {list.kind === 'wanted' && <p className="prose">{t('hotlists.fourEyes')}</p>}
        <FileInput
          label={t('hotlists.import.file')}
          placeholder={t('hotlists.import.choose')}
          accept=".csv,text/csv"
          value={file}
          clearable
          error={problem !== null && t(`hotlists.import.${problem}`)}
          onChange={(chosen) => {
            begin.reset();
            setFile(chosen);
          }}
        />
        <p className="quiet">{t('common.recorded')}</p>
        <FormButtons action={t('hotlists.import.start')} pending={begin.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
