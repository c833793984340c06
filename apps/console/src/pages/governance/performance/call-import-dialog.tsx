import {
  type CallImport,
  type CallMapping,
  LARGEST_CALL_FILE_BYTES,
  LARGEST_PREVIEW_BYTES,
} from '@amaan/contracts/service/call-import';
import { FileInput, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callImportsQuery, callSourcesQuery, importCalls, previewCalls } from '../../../api/service-calls.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { CallMappingFields } from './call-mapping-fields.tsx';
import { CallPreviewTable } from './call-preview-table.tsx';
import classes from './performance.module.css';
import { RefusedCalls } from './refused-calls.tsx';

const SHORTEST_NAME = 3;

/** Brings a file of calls: chosen, looked at as it would be read, and kept without its bad lines. */
export function CallImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null);
  const [source, setSource] = useState('');
  const [mapping, setMapping] = useState<CallMapping | null>(null);
  const [tried, setTried] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [done, setDone] = useState<CallImport | null>(null);
  const preview = useMutation({
    mutationFn: ({ csv, wanted }: { csv: string; wanted: CallMapping | null }) =>
      previewCalls(beginning(csv), wanted),
    onSuccess: (seen) => setMapping(seen.mapping),
  });
  const keep = useMutation({
    mutationFn: importCalls,
    onSuccess: (kept) => {
      void queryClient.invalidateQueries({ queryKey: ['performance'] });
      void queryClient.invalidateQueries({ queryKey: callSourcesQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: callImportsQuery.queryKey });
      setDone(kept);
    },
  });
  const choose = async (chosen: File | null) => {
    setMapping(null);
    preview.reset();
    setTooLarge(chosen !== null && chosen.size > LARGEST_CALL_FILE_BYTES);
    if (chosen === null || chosen.size > LARGEST_CALL_FILE_BYTES) return setFile(null);
    const csv = await chosen.text();
    setFile({ name: chosen.name, csv });
    preview.mutate({ csv, wanted: null });
  };
  const isShort = source.trim().length < SHORTEST_NAME;
  const seen = preview.data;
  return (
    <Modal opened size="xl" onClose={onClose} title={t('service.import.title')}>
      {done !== null ? (
        <div className={classes.side}>
          <p>
            {t('service.import.done', {
              added: done.added,
              changed: done.changed,
              known: done.known,
              refused: done.refusedCount,
            })}
          </p>
          <RefusedCalls refused={done.refused} count={done.refusedCount} />
          <FormButtons
            cancel={t('service.import.close')}
            pending={false}
            mayBeSent={false}
            onClose={onClose}
          />
        </div>
      ) : (
        <form
          className={classes.side}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (file !== null && mapping !== null && !isShort)
              keep.mutate({ source: source.trim(), fileName: file.name, csv: file.csv, mapping });
          }}
        >
          <p className="prose quiet">{t('service.import.text')}</p>
          <FileInput
            label={t('service.import.file')}
            accept=".csv,.txt,.tsv,text/csv"
            error={
              tooLarge
                ? t('service.import.tooLarge')
                : tried && file === null
                  ? t('service.import.noFile')
                  : null
            }
            onChange={(chosen) => void choose(chosen)}
          />
          <TextInput
            label={t('service.import.source')}
            description={t('service.import.sourceHint')}
            error={tried && isShort ? t('service.import.sourceShort') : null}
            value={source}
            maxLength={80}
            dir="auto"
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
          {file !== null && seen !== undefined && (
            <>
              <CallMappingFields
                columns={seen.columns}
                mapping={mapping}
                separator={seen.mapping?.separator ?? ','}
                onChange={(wanted) => {
                  setMapping(wanted);
                  preview.mutate({ csv: file.csv, wanted });
                }}
              />
              <CallPreviewTable preview={seen} />
              <RefusedCalls refused={seen.refused} count={seen.refusedCount} />
            </>
          )}
          <ProblemLine error={preview.error ?? keep.error} />
          <FormButtons action={t('service.import.keep')} pending={keep.isPending} onClose={onClose} />
        </form>
      )}
    </Modal>
  );
}

/** As much of a file as a preview reads, cut at the end of a line. */
function beginning(csv: string): string {
  // Letters of Urdu take two bytes, and the limit is one of letters; half of it is always few enough.
  const most = LARGEST_PREVIEW_BYTES / 2;
  if (csv.length <= most) return csv;
  const end = csv.lastIndexOf('\n', most);
  return csv.slice(0, end < 0 ? most : end);
}
