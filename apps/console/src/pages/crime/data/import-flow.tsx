import { PREVIEW_BYTES } from '@amaan/contracts/crime/import-batch';
import { IMPORT_KINDS, type ImportKind, type ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { Button, FileInput, Progress, SegmentedControl, Skeleton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { crimeKey } from '../../../api/crime.ts';
import { importIncidents, previewImport } from '../../../api/crime-data.ts';
import { BackButton } from '../../../components/back-button.tsx';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { ProblemLine, ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';
import { MappingFields } from './mapping-fields.tsx';
import { PreviewView } from './preview-view.tsx';

const ACCEPTED = '.csv,.tsv,.txt,.geojson,.json,.parquet,.gz';
/** Of Parquet and packed files all is looked at: they have no beginning that says anything. */
const isWholeNeeded = (name: string) => /\.(parquet|gz)$/i.test(name);
/** Here clocks are set by it, until somebody says otherwise. */
const TIME_ZONE = 'Asia/Karachi';

/** Brings a file: which one, how it is read, what would be stored, and then that. */
export function ImportFlow({
  siteId,
  onClose,
  onImported,
}: {
  siteId: string;
  onClose: () => void;
  onImported: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<ImportKind>('incidents');
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [sent, setSent] = useState(0);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const preview = useQuery({
    queryKey: [...crimeKey, 'preview', siteId, kind, file?.name, file?.size, file?.lastModified, mapping],
    enabled: file !== null,
    queryFn: ({ signal }) =>
      previewImport(
        isWholeNeeded(file!.name) ? file! : file!.slice(0, PREVIEW_BYTES),
        { siteId, kind, timeZone: TIME_ZONE, ...(mapping !== null && { mapping }) },
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const used = mapping ?? preview.data?.mapping ?? null;
  // Metres fit any zone: which one it is only a person knows, and a wrong one puts a city into another country.
  const needsSystem = mapping === null && preview.data?.hints.includes('coordinates-are-metres') === true;
  const bring = useMutation({
    mutationFn: () => {
      sending.current = new AbortController();
      return importIncidents(
        file!,
        { siteId, name: file!.name, mapping: used! },
        { signal: sending.current.signal, onProgress: setSent },
      );
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: crimeKey });
      onImported(id);
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setMapping(null);
    bring.reset();
  };
  return (
    <>
      <BackButton onClick={onClose} />
      <header className={frame.heading}>
        <h1>{t('crimeData.bringTitle')}</h1>
      </header>
      <p className="prose quiet">{t('crimeData.bringHint')}</p>
      <SegmentedControl
        size="xs"
        style={{ justifySelf: 'start' }}
        value={kind}
        disabled={bring.isPending}
        onChange={(value) => {
          setKind(value as ImportKind);
          setMapping(null);
        }}
        data={IMPORT_KINDS.map((value) => ({ value, label: t(`crimeData.kind.${value}`) }))}
      />
      <FileInput
        label={t('crimeData.file')}
        description={t('crimeData.fileHint')}
        placeholder={t('crimeData.chooseFile')}
        accept={ACCEPTED}
        value={file}
        disabled={bring.isPending}
        clearable
        maw={520}
        leftSection={<IconFileImport size={16} aria-hidden="true" />}
        onChange={choose}
      />
      {file !== null && preview.error && (
        <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {file !== null && preview.isPending && <Skeleton height={240} />}
      {file !== null && preview.data && (
        <>
          <MappingFields
            preview={preview.data}
            kind={kind}
            mapping={used}
            disabled={bring.isPending}
            onChange={setMapping}
          />
          <PreviewView preview={preview.data} stale={preview.isPlaceholderData} />
          <ProblemLine error={bring.error} />
          {bring.isPending ? (
            <div className={classes.sending} role="status">
              <Progress value={sent * 100} aria-label={t('crimeData.sending')} />
              <span>
                {sent < 1
                  ? t('crimeData.sent', {
                      share: format.percent(sent),
                      size: format.number((file.size / 1024 / 1024) * sent, 1),
                      all: format.number(file.size / 1024 / 1024, 1),
                    })
                  : t('crimeData.storing')}
              </span>
              <Button
                size="xs"
                variant="default"
                onClick={() => sending.current?.abort(new Error('cancelled'))}
              >
                {t('common.cancel')}
              </Button>
            </div>
          ) : (
            <div className={parts.actions}>
              <Button
                disabled={used === null || needsSystem || preview.data.good === 0}
                onClick={() => bring.mutate()}
              >
                {t('crimeData.import')}
              </Button>
              {needsSystem && used !== null ? (
                <Button variant="default" onClick={() => setMapping(used)}>
                  {t('crimeData.confirmSystem', { crs: used.place.crs })}
                </Button>
              ) : (
                <span className="quiet">{t('crimeData.importHint')}</span>
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
