import type { ConcernReceipt } from '@amaan/contracts/governance/concern';
import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './concern.module.css';

/** Four characters at a time are easier to write down. */
const inFours = (code: string) => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** What whoever raised a concern keeps to follow it. */
export function ConcernReceiptView({
  receipt: { number, code },
  onAnother,
}: {
  receipt: ConcernReceipt;
  onAnother: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.form} role="status">
      <h2>{t('concerns.received')}</h2>
      <p className="prose">{t('concerns.receipt')}</p>
      <dl className={classes.receipt}>
        <dt className="quiet">{t('concerns.number')}</dt>
        <dd className="mono ltr">{number}</dd>
        <dt className="quiet">{t('concerns.code')}</dt>
        <dd className="mono ltr">{inFours(code)}</dd>
      </dl>
      <div className={classes.buttons}>
        <CopyButton value={`${number} ${inFours(code)}`}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onAnother}>
          {t('concerns.another')}
        </Button>
      </div>
    </div>
  );
}
