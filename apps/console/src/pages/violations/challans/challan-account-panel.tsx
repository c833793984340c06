import type { ChallanAccount } from '@amaan/contracts/violations/payment';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { challanAccountQuery } from '../../../api/challans.ts';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './challans.module.css';

/** What was paid on a challan, what is owed, and what goes back. */
export function ChallanAccountPanel({ challanId }: { challanId: string }) {
  const may = useMay();
  const allowed = may('payment.read');
  const { data, error, refetch } = useQuery({ ...challanAccountQuery(challanId), enabled: allowed });
  if (!allowed) return null;
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Skeleton height={96} /> : <Account account={data} />;
}

function Account({ account: { owed, held, reference, payments, refunds } }: { account: ChallanAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rupees = (value: number) => t('violations.rupees', { value: format.number(value) });
  const isTest = [...payments, ...refunds].some(({ test }) => test);
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="challan-money">
      <div className={parts.facts}>
        <h2 id="challan-money">{t('challans.money')}</h2>
        {isTest && (
          <span className={classes.test} title={t('challans.testHint')}>
            {t('challans.test')}
          </span>
        )}
      </div>
      <dl className={parts.terms}>
        <dt>{t('challans.owed')}</dt>
        <dd className={classes.amount}>{rupees(owed)}</dd>
        <dt>{t('challans.held')}</dt>
        <dd>{rupees(held)}</dd>
        <dt>{t('challans.reference')}</dt>
        <dd>
          {reference === null ? (
            <span className="quiet">{t('challans.noReference')}</span>
          ) : (
            <bdi className="mono">{reference}</bdi>
          )}
        </dd>
      </dl>
      {payments.map((payment) => (
        <span key={payment.id}>
          {t('challans.payment', { amount: rupees(payment.amount), time: format.dateTime(payment.paidAt) })} ·{' '}
          <span className="quiet">{t(`challans.standing.${payment.standing}`)}</span>
        </span>
      ))}
      {refunds.map((refund) => (
        <span key={refund.id} className={parts.facts}>
          <span>{t('challans.refund', { amount: rupees(refund.amount) })}</span>
          <Mark
            shape={refund.state === 'failed' ? 'triangle' : refund.state === 'done' ? 'square' : 'circle'}
            tone={refund.state === 'failed' ? 'critical' : refund.state === 'done' ? 'good' : 'low'}
          >
            {t(`challans.refundState.${refund.state}`)}
          </Mark>
        </span>
      ))}
    </section>
  );
}
