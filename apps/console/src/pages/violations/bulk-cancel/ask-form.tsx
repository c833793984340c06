import type { BulkCancelInput, BulkCancelScope } from '@amaan/contracts/violations/bulk-cancel';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askBulkCancel, bulkCancelsKey, previewBulkCancel } from '../../../api/bulk-cancels.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { fromLocalInput, toLocalInput } from '../../../format/local-input.ts';
import classes from './bulk-cancel.module.css';
import { PreviewPanel } from './preview-panel.tsx';

const LEAST_WORDS = 20;
const MOST_CAMERAS = 100;

/** Which challans, what it would do, and why: in this order, so that nobody asks for what they have not seen. */
export function AskForm({ onAsked }: { onAsked: (id: string) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [cameraId, setCameraId] = useState<string | null>(null);
  const [software, setSoftware] = useState('');
  const [from, setFrom] = useState<string | undefined>();
  const [to, setTo] = useState<string | undefined>();
  const [reason, setReason] = useState({ en: '', ur: '' });
  const [triedScope, setTriedScope] = useState(false);
  const [tried, setTried] = useState(false);
  const scope: BulkCancelScope | null =
    cameraId !== null && from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to)
      ? {
          cameraId: cameraId as BulkCancelScope['cameraId'],
          softwareVersion: software.trim() === '' ? null : software.trim(),
          from,
          to,
        }
      : null;
  const preview = useMutation({ mutationFn: previewBulkCancel });
  const ask = useMutation({
    mutationFn: (body: BulkCancelInput) => askBulkCancel(body),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: bulkCancelsKey });
      notifications.show({ message: t('bulkCancel.asked') });
      onAsked(id);
    },
  });
  /** Another scope has another preview. */
  const changed = (change: () => void) => {
    change();
    preview.reset();
    ask.reset();
  };
  const isShort = (text: string) => text.trim().length < LEAST_WORDS;
  const errorOf = (text: string) =>
    tried && isShort(text) && t('bulkCancel.reasonShort', { least: LEAST_WORDS });
  const seen = preview.data;
  return (
    <div className={classes.ask}>
      <h1>{t('bulkCancel.begin')}</h1>
      <form
        className={`${parts.panel} ${classes.panel}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTriedScope(true);
          if (scope !== null) preview.mutate(scope);
        }}
      >
        <h2>{t('bulkCancel.scope')}</h2>
        <div className={parts.form}>
          <Select
            searchable
            limit={MOST_CAMERAS}
            label={t('bulkCancel.camera')}
            value={cameraId}
            data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => changed(() => setCameraId(value))}
          />
          <TextInput
            label={`${t('bulkCancel.software')} (${t('common.optional')})`}
            placeholder={t('bulkCancel.anySoftware')}
            value={software}
            maxLength={80}
            dir="ltr"
            onChange={({ currentTarget: { value } }) => changed(() => setSoftware(value))}
          />
          <TextInput
            type="datetime-local"
            label={t('bulkCancel.from')}
            value={toLocalInput(from)}
            onChange={({ currentTarget: { value } }) => changed(() => setFrom(fromLocalInput(value)))}
          />
          <TextInput
            type="datetime-local"
            label={t('bulkCancel.to')}
            value={toLocalInput(to)}
            onChange={({ currentTarget: { value } }) => changed(() => setTo(fromLocalInput(value)))}
          />
        </div>
        {triedScope && scope === null && (
          <p role="alert" className={classes.needed}>
            {t('bulkCancel.scopeMissing')}
          </p>
        )}
        <ProblemLine error={preview.error} />
        <div className={parts.actions}>
          <Button type="submit" variant={seen ? 'default' : 'filled'} loading={preview.isPending}>
            {t('bulkCancel.preview')}
          </Button>
        </div>
      </form>
      {seen && <PreviewPanel preview={seen} />}
      {seen && seen.challans > 0 && (
        <form
          className={`${parts.panel} ${classes.panel}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (scope === null || isShort(reason.en) || isShort(reason.ur)) return;
            ask.mutate({
              scope,
              reason: { en: reason.en.trim(), ur: reason.ur.trim() },
              digest: seen.digest,
            });
          }}
        >
          <p className="prose quiet">{t('bulkCancel.reasonHint')}</p>
          <Textarea
            label={t('bulkCancel.reasonEn')}
            value={reason.en}
            maxLength={1000}
            autosize
            minRows={2}
            dir="ltr"
            lang="en"
            error={errorOf(reason.en)}
            onChange={({ currentTarget: { value } }) => setReason({ ...reason, en: value })}
          />
          <Textarea
            label={t('bulkCancel.reasonUr')}
            value={reason.ur}
            maxLength={1000}
            autosize
            minRows={2}
            dir="rtl"
            lang="ur"
            error={errorOf(reason.ur)}
            onChange={({ currentTarget: { value } }) => setReason({ ...reason, ur: value })}
          />
          <ProblemLine error={ask.error} />
          <p className="prose quiet">{t('bulkCancel.askHint')}</p>
          <div className={parts.actions}>
            <Button type="submit" loading={ask.isPending}>
              {t('bulkCancel.ask')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
