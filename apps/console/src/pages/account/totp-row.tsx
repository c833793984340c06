import type { TotpEnrolment } from '@amaan/contracts/api/second-factor';
import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginTotp, disableTotp } from '../../api/account.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './account.module.css';
import { TotpDialog } from './totp-dialog.tsx';
import { useFactorMutation } from './use-factor-mutation.ts';

/** The authenticator app: set up, or turned off. */
export function TotpRow({
  since,
  onCodes,
}: {
  since: string | null;
  onCodes: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const [asking, setAsking] = useState(false);
  const begin = useMutation({ mutationFn: beginTotp, onSuccess: setEnrolment });
  const disable = useFactorMutation(disableTotp, t('account.totp.turnedOff'), () => setAsking(false));
  return (
    <section className={classes.item}>
      <IconDeviceMobile aria-hidden="true" />
      <div className={classes.what}>
        <h3>{t('account.totp.title')}</h3>
        {since === null ? (
          <p className="quiet">{t('account.totp.off')}</p>
        ) : (
          <p className={classes.on}>● {t('account.totp.on', { when: format.dateTime(since) })}</p>
        )}
        <ProblemLine error={begin.error} />
      </div>
      {since === null ? (
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('account.totp.setUp')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('account.totp.turnOff')}
        </Button>
      )}
      {enrolment && (
        <TotpDialog
          enrolment={enrolment}
          onCodes={(codes) => {
            setEnrolment(null);
            onCodes(codes);
          }}
          onClose={() => setEnrolment(null)}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={t('account.totp.turnOffTitle')}
          text={t('account.totp.turnOffText')}
          action={t('account.totp.turnOff')}
          pending={disable.isPending}
          error={disable.error}
          onConfirm={() => disable.mutate(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
