import { Button, CopyButton, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './account.module.css';

/** Shows recovery codes, the only time that they are shown; it does not close by a slip of the hand. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('account.recovery.shown')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
    >
      <div className={classes.dialog}>
        <p className="prose">{t('account.recovery.shownHint')}</p>
        <ol className={`${classes.codes} mono ltr`}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className={classes.buttons}>
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('account.recovery.done')}</Button>
        </div>
      </div>
    </Modal>
  );
}
