import type { CreatedUserAccount } from '@amaan/contracts/api/user-account';
import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './users.module.css';

/** The only time that anybody sees a one-time password. */
export function OneTimePassword({ given, onClose }: { given: CreatedUserAccount; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.form}>
      <p className={`${classes.secret} mono ltr`}>{given.oneTimePassword}</p>
      <p className="prose">{t('users.oneTimeHint')}</p>
      <div className={classes.buttons}>
        <CopyButton value={given.oneTimePassword}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('users.done')}</Button>
      </div>
    </div>
  );
}
