import type { Passkey, SecondFactorState } from '@amaan/contracts/api/second-factor';
import { Button } from '@mantine/core';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPasskey, removePasskey, renamePasskey } from '../../api/account.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RelativeTime } from '../../format/relative-time.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './account.module.css';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';
import { useFactorMutation } from './use-factor-mutation.ts';

/** The passkeys of an account, and why there can be none here. */
export function PasskeyList({
  passkeys,
  obstacle,
}: {
  passkeys: readonly Passkey[];
  obstacle: SecondFactorState['passkeyObstacle'];
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = useFactorMutation(addPasskey, t('account.passkey.added'), () => setAdding(false));
  const supported = browserSupportsWebAuthn();
  return (
    <>
      <section className={classes.item}>
        <IconFingerprint aria-hidden="true" />
        <div className={classes.what}>
          <h3>{t('account.passkey.title')}</h3>
          <p className="quiet">
            {obstacle !== null
              ? t(`account.passkey.obstacle.${obstacle}`)
              : supported
                ? t('account.passkey.hint')
                : t('account.passkey.unsupported')}
          </p>
        </div>
        {obstacle === null && supported && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('account.passkey.add')}
          </Button>
        )}
      </section>
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} />
      ))}
      {adding && (
        <PasskeyNameDialog
          title={t('account.passkey.add')}
          action={t('account.passkey.add')}
          initial=""
          pending={add.isPending}
          error={add.error}
          onName={(name) => add.mutate(name)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, createdAt, lastUsedAt, backedUp } = passkey;
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const close = () => setAsking(null);
  const rename = useFactorMutation(renamePasskey, t('account.passkey.renamed'), close);
  const remove = useFactorMutation(removePasskey, t('account.passkey.removed'), close);
  return (
    <section className={classes.item}>
      <div className={classes.what}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p className="quiet">
          {t('account.passkey.created')} {format.dateTime(createdAt)} ·{' '}
          {lastUsedAt === null ? (
            t('account.passkey.never')
          ) : (
            <>
              {t('account.passkey.used')} <RelativeTime instant={lastUsedAt} />
            </>
          )}
          {backedUp && ` · ${t('account.passkey.synced')}`}
        </p>
      </div>
      <div className={classes.row}>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking('rename')}>
          {t('account.passkey.rename')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking('remove')}>
          {t('account.passkey.remove')}
        </Button>
      </div>
      {asking === 'rename' && (
        <PasskeyNameDialog
          title={t('account.passkey.rename')}
          action={t('common.save')}
          initial={name}
          pending={rename.isPending}
          error={rename.error}
          onName={(next) => rename.mutate({ id, name: next })}
          onClose={close}
        />
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={t('account.passkey.removeTitle', { name })}
          text={t('account.passkey.removeText')}
          action={t('account.passkey.remove')}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(id)}
          onClose={close}
        />
      )}
    </section>
  );
}
