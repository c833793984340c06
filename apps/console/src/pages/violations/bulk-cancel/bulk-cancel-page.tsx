import type { BulkCancel } from '@amaan/contracts/violations/bulk-cancel';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconPointer, IconReceiptOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { bulkCancelQuery, bulkCancelsQuery } from '../../../api/bulk-cancels.ts';
import { BackButton } from '../../../components/back-button.tsx';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { ViolationsFrame } from '../violations-frame.tsx';
import { AskForm } from './ask-form.tsx';
import { BulkCancelDetail } from './bulk-cancel-detail.tsx';
import { BulkCancelMark } from './bulk-cancel-marks.tsx';

const route = getRouteApi('/shell/violations/bulk-cancel');

/** In place of an id: one that is being asked for. */
const NEW = 'new';

/** Cancellations of many challans at once; the open one, or a new one, at the end side. */
export function BulkCancelPage() {
  return (
    <ViolationsFrame>
      <BulkCancelView />
    </ViolationsFrame>
  );
}

function BulkCancelView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, id } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(bulkCancelsQuery);
  const found = data?.filter(({ siteId }) => site === undefined || siteId === site);
  const open = (next: string | undefined) =>
    void navigate({
      search: ({ id: _, ...before }) => ({ ...before, ...(next !== undefined && { id: next }) }),
      replace: true,
    });
  return (
    <div className={frame.page} data-open={id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('bulkCancel.title')}>
        <header className={frame.heading}>
          <h1>{t('bulkCancel.title')}</h1>
        </header>
        <p className="prose quiet">{t('bulkCancel.hint')}</p>
        {may('bulk-cancel.request') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => open(NEW)}
          >
            {t('bulkCancel.begin')}
          </Button>
        )}
        {error && !found ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : found === undefined ? (
          <Skeleton height={84} />
        ) : found.length === 0 ? (
          <EmptyNotice
            icon={<IconReceiptOff />}
            title={t('bulkCancel.empty')}
            hint={t('bulkCancel.emptyHint')}
          />
        ) : (
          found.map((each) => <BulkCancelCard key={each.id} bulkCancel={each} chosen={each.id === id} />)
        )}
      </section>
      <section className={frame.detail}>
        {id === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('bulkCancel.choose')} />
        ) : id === NEW ? (
          <>
            <BackButton onClick={() => open(undefined)} />
            <AskForm onAsked={open} />
          </>
        ) : (
          <OpenBulkCancel key={id} id={id} onClose={() => open(undefined)} />
        )}
      </section>
    </div>
  );
}

function OpenBulkCancel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(bulkCancelQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(bulkCancel) => <BulkCancelDetail bulkCancel={bulkCancel} />}
    </OpenThing>
  );
}

function BulkCancelCard({ bulkCancel, chosen }: { bulkCancel: BulkCancel; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, cameraName, state, askedAt, preview, progress } = bulkCancel;
  return (
    <Link
      to="/violations/bulk-cancel"
      search={(before) => ({ ...before, id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>
        <bdi>{cameraName}</bdi>
      </strong>
      <span className={`${parts.facts} quiet`}>
        <span>{format.dateTime(askedAt)}</span>
        <span>
          {t('bulkCancel.challanCount', {
            count: state === 'running' || state === 'done' ? progress.total : preview.challans,
          })}
        </span>
      </span>
      <span className={parts.facts}>
        <BulkCancelMark state={state} />
        {state === 'running' && (
          <span>
            {t('bulkCancel.progress', {
              done: format.number(progress.cancelled + progress.skipped),
              total: format.number(progress.total),
            })}
          </span>
        )}
      </span>
    </Link>
  );
}
