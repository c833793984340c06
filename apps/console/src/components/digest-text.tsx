import { CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './digest-text.module.css';

/** A long code, shortened; a click copies the whole. */
export function DigestText({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={classes.digest}
          onClick={copy}
          title={value}
          aria-label={`${label ?? t('chain.digest')} ${value}: ${copied ? t('common.copied') : t('common.copy')}`}
        >
          <span className="mono ltr">
            {value.length > 20 ? `${value.slice(0, 10)}…${value.slice(-6)}` : value}
          </span>
          {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
