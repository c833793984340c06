import type { CallSource } from '@amaan/contracts/service/emergency-call';
import { Button, Skeleton } from '@mantine/core';
import { IconFileUpload, IconPhoneCall, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { callImportsQuery, callSourcesQuery } from '../../../api/service-calls.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CallImportDialog } from './call-import-dialog.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import classes from './performance.module.css';
import { RevokeFeedDialog } from './revoke-feed-dialog.tsx';

/** Where calls come from: feeds of dispatch systems and files, and what was read of them. */
export function SourcesView() {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, refetch } = useQuery(callSourcesQuery);
  const [open, setOpen] = useState<'import' | 'feed' | null>(null);
  return (
    <>
      <p className="prose quiet">{t('service.sources.hint')}</p>
      <div className={classes.bar}>
        {may('call.import') && (
          <Button
            leftSection={<IconFileUpload size={16} aria-hidden="true" />}
            onClick={() => setOpen('import')}
          >
            {t('service.import.title')}
          </Button>
        )}
        {may('call-source.change') && (
          <Button
            leftSection={<IconPlugConnected size={16} aria-hidden="true" />}
            onClick={() => setOpen('feed')}
          >
            {t('service.feed.title')}
          </Button>
        )}
      </div>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={200} />
      ) : data.length === 0 ? (
        <EmptyNotice
          icon={<IconPhoneCall />}
          title={t('service.sources.none')}
          hint={t('service.sources.noneHint')}
        />
      ) : (
        <SourceTable sources={data} />
      )}
      <ImportTable />
      {open === 'import' && <CallImportDialog onClose={() => setOpen(null)} />}
      {open === 'feed' && <FeedDialog onClose={() => setOpen(null)} />}
    </>
  );
}

function SourceTable({ sources }: { sources: readonly CallSource[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [revoking, setRevoking] = useState<CallSource | null>(null);
  return (
    <section className={`${classes.panel} ${classes.parts}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('service.sources.name')}</th>
            <th scope="col">{t('service.sources.kind')}</th>
            <th scope="col">{t('service.calls')}</th>
            <th scope="col">{t('service.sources.heard')}</th>
            <th scope="col">{t('service.sources.state')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                <bdi>{source.name}</bdi> {source.simulated && <SimulatedMark />}
              </th>
              <td>{t(`service.sources.of.${source.kind}`)}</td>
              <td className="ltr">{format.number(source.calls)}</td>
              <td>{source.heardAt === null ? '–' : <bdi>{format.dateTime(source.heardAt)}</bdi>}</td>
              <td>
                {source.revokedAt !== null ? (
                  <Mark shape="square" tone="quiet">
                    {t('service.sources.revoked')}
                  </Mark>
                ) : source.kind === 'feed' && may('call-source.change') ? (
                  <Button size="compact-sm" variant="default" onClick={() => setRevoking(source)}>
                    {t('service.feed.revoke')}
                  </Button>
                ) : (
                  <Mark shape="circle" tone="good">
                    {t('service.sources.open')}
                  </Mark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking !== null && <RevokeFeedDialog source={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}

function ImportTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data = [] } = useQuery(callImportsQuery);
  if (data.length === 0) return null;
  return (
    <section className={`${classes.panel} ${classes.parts}`}>
      <h2>{t('service.sources.files')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('service.sources.file')}</th>
            <th scope="col">{t('service.sources.name')}</th>
            <th scope="col">{t('service.import.added')}</th>
            <th scope="col">{t('service.import.changed')}</th>
            <th scope="col">{t('service.import.known')}</th>
            <th scope="col">{t('service.import.refused')}</th>
            <th scope="col">{t('service.sources.when')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((done) => (
            <tr key={done.id}>
              <th scope="row">
                <bdi dir="ltr">{done.fileName}</bdi> {done.simulated && <SimulatedMark />}
              </th>
              <td>
                <bdi>{done.source}</bdi>
              </td>
              {[done.added, done.changed, done.known, done.refusedCount].map((count, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={index} className="ltr">
                  {format.number(count)}
                </td>
              ))}
              <td>
                <bdi>{format.dateTime(done.importedAt)}</bdi> · <bdi>{done.importedBy}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
