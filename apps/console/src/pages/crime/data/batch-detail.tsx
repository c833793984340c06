import type { ImportResult } from '@amaan/contracts/crime/import-batch';
import { Button, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { crimeKey } from '../../../api/crime.ts';
import { importQuery, importsQuery, rejectedLinesUrl, takeBackImport } from '../../../api/crime-data.ts';
import { BackButton } from '../../../components/back-button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { OpenThing } from '../../../components/open-thing.tsx';
import { isReasonShort } from '../../../components/reason-field.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';
import { RejectedTable } from './rejected-table.tsx';

/** One import: what was stored, which lines were not and why, and how it was read. */
export function BatchDetail({ id, siteId, onClose }: { id: string; siteId: string; onClose: () => void }) {
  const may = useMay();
  const query = useQuery({ ...importQuery(id), enabled: may('crime-import.write') });
  return may('crime-import.write') ? (
    <OpenThing query={query} onClose={onClose}>
      {(batch) => <OpenBatch batch={batch} />}
    </OpenThing>
  ) : (
    <ReadBatch id={id} siteId={siteId} onClose={onClose} />
  );
}

/** Who does not import sees the batch without its rejected lines. */
function ReadBatch({ id, siteId, onClose }: { id: string; siteId: string; onClose: () => void }) {
  const { data } = useQuery(importsQuery(siteId));
  const batch = data?.find((one) => one.id === id);
  return (
    <>
      <BackButton onClick={onClose} />
      {batch && <OpenBatch batch={{ ...batch, rejectedLines: [] }} />}
    </>
  );
}

function OpenBatch({ batch }: { batch: ImportResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [taking, setTaking] = useState(false);
  const { name, kind, state, stored, rejected, alike, clockChanges, mapping, takenBack, unread } = batch;
  const { place, time } = mapping;
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {state === 'taken-back' && (
          <Mark shape="square" tone="quiet">
            {t('crimeData.takenBack')}
          </Mark>
        )}
        {batch.simulated && <SimulatedMark />}
      </header>
      {takenBack !== null && (
        <p className="prose" dir="auto">
          {t('crimeData.takenBackBy', { name: takenBack.by, time: format.dateTime(takenBack.at) })}{' '}
          {takenBack.reason}
        </p>
      )}
      <div className={classes.counts}>
        <span>
          <strong>{format.number(stored)}</strong> {t('crimeData.stored')}
        </span>
        <span>
          <strong>{format.number(rejected)}</strong> {t('crimeData.rejected')}
        </span>
        {alike > 0 && (
          <span className="quiet">
            {t('crimeData.alike', { count: alike, number: format.number(alike) })}
          </span>
        )}
        {clockChanges > 0 && (
          <span className="quiet">
            {t('crimeData.clockChanges', { count: clockChanges, number: format.number(clockChanges) })}
          </span>
        )}
      </div>
      <dl className={parts.terms}>
        <dt>{t('crimeData.what')}</dt>
        <dd>{t(`crimeData.kind.${kind}`)}</dd>
        <dt>{t('crimeData.importedBy')}</dt>
        <dd>
          <bdi>{batch.importedBy}</bdi>, {format.dateTime(batch.importedAt)}
        </dd>
        {batch.firstAt !== null && batch.lastAt !== null && (
          <>
            <dt>{t('crimeData.period')}</dt>
            <dd>
              {format.date(batch.firstAt)} – {format.date(batch.lastAt)}
            </dd>
          </>
        )}
        <dt>{t('crimeData.columnsRead')}</dt>
        <dd className="ltr mono">
          {[
            ...new Set([
              place.x,
              place.y,
              ...time.from,
              ...time.until,
              ...(mapping.offence !== null && 'column' in mapping.offence ? [mapping.offence.column] : []),
              ...(mapping.externalId === null ? [] : [mapping.externalId]),
              ...(mapping.minutes === null ? [] : [mapping.minutes]),
            ]),
          ].join(', ')}
        </dd>
        {unread.length > 0 && (
          <>
            <dt>{t('crimeData.columnsUnread')}</dt>
            <dd className="ltr mono quiet">{unread.join(', ')}</dd>
          </>
        )}
        <dt>{t('crimeData.crs')}</dt>
        <dd className="ltr mono">{place.crs}</dd>
        <dt>{t('crimeData.timeZone')}</dt>
        <dd className="ltr mono">{time.timeZone}</dd>
        <dt>{t('crimeData.fileDigest')}</dt>
        <dd className="ltr mono">{batch.fileDigest.slice(0, 16)}…</dd>
      </dl>
      <div className={parts.actions}>
        {rejected > 0 && may('crime-import.write') && (
          <Button
            component="a"
            href={rejectedLinesUrl(batch.id)}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('crimeData.saveRejected')}
          </Button>
        )}
        {state === 'stored' && may('crime-import.write') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            onClick={() => setTaking(true)}
          >
            {t('crimeData.takeBack')}
          </Button>
        )}
      </div>
      {batch.rejectedLines.length > 0 && <RejectedTable lines={batch.rejectedLines} all={rejected} />}
      {taking && <TakeBackDialog id={batch.id} name={name} onClose={() => setTaking(false)} />}
    </>
  );
}

function TakeBackDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const take = useMutation({
    mutationFn: () => takeBackImport(id, reason.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: crimeKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('crimeData.takeBackTitle', { name })}
      text={t('crimeData.takeBackText')}
      action={t('crimeData.takeBack')}
      pending={take.isPending}
      error={take.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isReasonShort(reason)) take.mutate();
      }}
    >
      <Textarea
        label={t('crimeData.reason')}
        value={reason}
        rows={2}
        maxLength={500}
        dir="auto"
        error={tried && isReasonShort(reason) && t('monitoring.reasonShort')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
