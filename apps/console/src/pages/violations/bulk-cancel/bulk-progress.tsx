import type { BulkCancel } from '@amaan/contracts/violations/bulk-cancel';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { timeLeft } from '../../../format/time-left.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import classes from './bulk-cancel.module.css';

/** How far an approved bulk cancellation has come, with the time that is left by the pace so far. */
export function BulkProgress({ bulkCancel }: { bulkCancel: BulkCancel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('second');
  const { state, decidedAt, progress } = bulkCancel;
  const { total, cancelled, skipped, amount, refunds, refundAmount } = progress;
  const done = cancelled + skipped;
  const left =
    state === 'running'
      ? timeLeft({ state, progress: total === 0 ? 0 : done / total, startedAt: decidedAt }, now)
      : null;
  const rupees = (value: number) => t('violations.rupees', { value: format.number(value) });
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-live="polite">
      <div className={parts.facts}>
        <h2>{t('bulkCancel.progress', { done: format.number(done), total: format.number(total) })}</h2>
        {left !== null && left > 0 && (
          <span className="quiet">{t('bulkCancel.left', { span: format.span(left) })}</span>
        )}
      </div>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        aria-label={t('bulkCancel.progress', { done, total })}
      />
      <p>
        {t('bulkCancel.result', {
          cancelled: format.number(cancelled),
          amount: rupees(amount),
          refunds: format.number(refunds),
          refundAmount: rupees(refundAmount),
        })}
      </p>
      {skipped > 0 && <p className="quiet">{t('bulkCancel.skipped', { count: skipped })}</p>}
      {state === 'running' && <p className="prose quiet">{t('bulkCancel.goesOn')}</p>}
    </section>
  );
}
