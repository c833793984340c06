import type { BulkCancel } from '@amaan/contracts/violations/bulk-cancel';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../api/session.ts';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ApprovalForm } from './approval-form.tsx';
import classes from './bulk-cancel.module.css';
import { BulkCancelMark } from './bulk-cancel-marks.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { PreviewPanel } from './preview-panel.tsx';

/** One bulk cancellation: what it is about, the second person's decision, and how far it has come. */
export function BulkCancelDetail({ bulkCancel }: { bulkCancel: BulkCancel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localText = useLocalText();
  const { data: me } = useQuery(meQuery);
  const { cameraName, scope, reason, state, askedAt, askedByName, preview, mayDecide } = bulkCancel;
  const runs = state === 'running' || state === 'done';
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{cameraName}</bdi>
        </h1>
        <BulkCancelMark state={state} />
        <span className="quiet">
          {t('bulkCancel.period', { from: format.dateTime(scope.from), to: format.dateTime(scope.to) })}
          {' · '}
          <bdi>{scope.softwareVersion ?? t('bulkCancel.anySoftware')}</bdi>
        </span>
      </header>
      <div className={classes.ask}>
        <section className={`${parts.panel} ${classes.panel}`}>
          <q className="prose">
            <bdi>{localText(reason)}</bdi>
          </q>
          <span className="quiet">
            {t('bulkCancel.askedBy', { name: askedByName, time: format.dateTime(askedAt) })}
          </span>
          {bulkCancel.decidedByName !== null && bulkCancel.decidedAt !== null && (
            <span>
              {t('bulkCancel.decidedBy', {
                name: bulkCancel.decidedByName,
                time: format.dateTime(bulkCancel.decidedAt),
              })}
              {bulkCancel.decisionNote !== null && (
                <>
                  : <q>{<bdi>{bulkCancel.decisionNote}</bdi>}</q>
                </>
              )}
            </span>
          )}
        </section>
        {runs ? <BulkProgress bulkCancel={bulkCancel} /> : <PreviewPanel preview={preview} />}
        {state === 'asked' &&
          (mayDecide ? (
            <ApprovalForm key={preview.digest} bulkCancel={bulkCancel} />
          ) : (
            <p className="prose quiet">
              {t(me?.name === askedByName ? 'bulkCancel.ownAsk' : 'bulkCancel.notYou')}
            </p>
          ))}
      </div>
    </>
  );
}
