import type { ImportBatch } from '@amaan/contracts/crime/import-batch';
import { Button, Skeleton } from '@mantine/core';
import { IconDatabaseImport, IconFileImport, IconPointer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { importsQuery } from '../../../api/crime-data.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { BatchDetail } from './batch-detail.tsx';
import type { DataSearch } from './data-search.ts';
import { ImportFlow } from './import-flow.tsx';

/** In place of an identifier while a file is being brought. */
const NEW = 'new';

/** Imported files at the start side; at the end side the open one, or a file that is being brought. */
export function ImportsView({
  siteId,
  open,
  onOpen,
}: {
  siteId: string;
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, refetch } = useQuery(importsQuery(siteId));
  const mayImport = may('crime-import.write');
  const bring = (
    <Button
      size="xs"
      leftSection={<IconFileImport size={16} aria-hidden="true" />}
      onClick={() => onOpen(NEW)}
    >
      {t('crimeData.bring')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={open !== undefined || undefined}>
      <section className={frame.list} aria-label={t('crimeData.imports')}>
        <header className={frame.heading}>
          <h1 className={frame.grow}>{t('crimeData.imports')}</h1>
          {mayImport && bring}
        </header>
        <p className="prose quiet">{t('crimeData.importsHint')}</p>
        {error && data === undefined ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton height={84} />
        ) : data.length === 0 ? (
          <EmptyNotice
            icon={<IconDatabaseImport />}
            title={t('crimeData.noImports')}
            hint={t('crimeData.noImportsHint')}
          />
        ) : (
          data.map((batch) => <BatchCard key={batch.id} batch={batch} chosen={batch.id === open} />)
        )}
      </section>
      <section className={frame.detail}>
        {open === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('crimeData.choose')}
            {...(mayImport && { action: bring })}
          />
        ) : open === NEW ? (
          <ImportFlow siteId={siteId} onClose={() => onOpen(undefined)} onImported={onOpen} />
        ) : (
          <BatchDetail key={open} id={open} siteId={siteId} onClose={() => onOpen(undefined)} />
        )}
      </section>
    </div>
  );
}

function BatchCard({
  batch: { id, name, kind, state, stored, rejected, importedAt, simulated },
  chosen,
}: {
  batch: ImportBatch;
  chosen: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link
      to="/crime/data"
      search={(before) => ({ ...(before as DataSearch), import: id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span className={`${parts.facts} quiet`}>
        <span>{t(`crimeData.kind.${kind}`)}</span>
        <span>{format.dateTime(importedAt)}</span>
      </span>
      <span className={parts.facts}>
        <span>{t('crimeData.storedRows', { count: stored, number: format.number(stored) })}</span>
        {rejected > 0 && (
          <Mark shape="triangle" tone="medium">
            {t('crimeData.rejectedRows', { count: rejected, number: format.number(rejected) })}
          </Mark>
        )}
        {state === 'taken-back' && (
          <Mark shape="square" tone="quiet">
            {t('crimeData.takenBack')}
          </Mark>
        )}
        {simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
