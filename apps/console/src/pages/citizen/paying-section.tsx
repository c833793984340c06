import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { payTest } from '../../api/citizen.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './citizen.module.css';
import type { OpenChallan } from './use-challan.ts';

/** How the fine is paid. Where the gateway is the one for tests, it can be paid here without any money. */
export function PayingSection({ open: { challan, refresh } }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { payBy, paying } = challan;
  const pay = useMutation({
    mutationFn: async (sum: { reference: string; amount: number }) => {
      await payTest(sum);
      await refresh();
    },
  });
  if (payBy === null) return null;
  return (
    <section className={classes.card} aria-labelledby="paying-title">
      <h2 id="paying-title">{t('citizen.paying.title')}</h2>
      {paying === null ? (
        <p className="prose">{t('citizen.paying.none')}</p>
      ) : (
        <>
          {paying.test && (
            <p className={classes.notice} data-kind="simulated">
              {t('citizen.paying.test')}
            </p>
          )}
          <dl className={classes.facts}>
            <dt>{t('citizen.paying.reference')}</dt>
            <dd className="mono ltr">{paying.reference}</dd>
            <dt>{t('citizen.paying.owed')}</dt>
            <dd>{t('citizen.rupees', { value: format.number(paying.owed) })}</dd>
          </dl>
          <p className="prose">{local(paying.how)}</p>
          {paying.test && paying.owed > 0 && (
            <Button
              variant="default"
              loading={pay.isPending}
              onClick={() => pay.mutate({ reference: paying.reference, amount: paying.owed })}
            >
              {t('citizen.paying.payTest')}
            </Button>
          )}
          <ProblemLine error={pay.error} />
        </>
      )}
    </section>
  );
}
