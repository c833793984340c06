import type { TotpEnrolment } from '@amaan/contracts/api/second-factor';
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmTotp } from '../../api/account.ts';
import { CodeInput } from '../../components/code-input.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './account.module.css';
import { QrCode } from './qr-code.tsx';
import { useFactorMutation } from './use-factor-mutation.ts';

/** Setting up an authenticator app: the picture, the key for typing, and the first code. */
export function TotpDialog({
  enrolment: { secret, uri },
  onCodes,
  onClose,
}: {
  enrolment: TotpEnrolment;
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useFactorMutation(confirmTotp, t('account.totp.turnedOn'), ({ codes }) => onCodes(codes));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };
  return (
    <Modal opened onClose={onClose} title={t('account.totp.title')}>
      <form className={classes.dialog} onSubmit={submit}>
        <p className="prose">{t('account.totp.scan')}</p>
        <QrCode text={uri} label={t('account.totp.qr')} />
        <p className="prose quiet">{t('account.totp.type')}</p>
        <p className={`${classes.key} mono ltr`}>{secret.match(/.{1,4}/g)?.join(' ')}</p>
        <p className="prose">{t('account.totp.typeCode')}</p>
        <CodeInput value={code} onChange={setCode} />
        <ProblemLine error={confirm.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            {t('account.totp.turnOn')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
