import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewRecoveryCodes } from '../../api/account.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import classes from './account.module.css';
import { useFactorMutation } from './use-factor-mutation.ts';

/** How many recovery codes are left, and new ones. */
export function RecoveryRow({
  left,
  onCodes,
}: {
  left: number;
  onCodes: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const renew = useFactorMutation(renewRecoveryCodes, null, ({ codes }) => {
    setAsking(false);
    onCodes(codes);
  });
  return (
    <section className={classes.item}>
      <IconLifebuoy aria-hidden="true" />
      <div className={classes.what}>
        <h3>{t('account.recovery.title')}</h3>
        <p className="quiet">
          {t('account.recovery.left', { count: left })} · {t('account.recovery.hint')}
        </p>
      </div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('account.recovery.renew')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('account.recovery.renewTitle')}
          text={t('account.recovery.renewText')}
          action={t('account.recovery.renew')}
          pending={renew.isPending}
          error={renew.error}
          onConfirm={() => renew.mutate(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
