import type { LedgerProof } from '@amaan/contracts/api/ledger-view';
import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchLedgerEntry, fetchLedgerProof, ledgerHeadQuery } from '../api/ledger.ts';
import { useFormat } from '../format/use-format.ts';
import { checkInclusion } from '../ledger/check-inclusion.ts';
import classes from './ledger-proof-check.module.css';
import { ProblemLine } from './problem-notice.tsx';

/**
 * Proves in the browser, without trusting the server's word, that an entry is in the ledger.
 * @param given entry and proof where the page has them; else they are fetched.
 */
export function LedgerProofCheck({
  index,
  expectedLeaf,
  given,
}: {
  index: number;
  expectedLeaf: string;
  given?: { entry: unknown; proof: LedgerProof; vkey: string };
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const fetched = async () => {
    const [stored, proof, { vkey }] = await Promise.all([
      fetchLedgerEntry(index),
      fetchLedgerProof(index),
      queryClient.ensureQueryData(ledgerHeadQuery),
    ]);
    return { entry: stored?.entry, proof, vkey };
  };
  const check = useMutation({
    mutationFn: async () => {
      const { entry, proof, vkey } = given ?? (await fetched());
      const result = await checkInclusion({ entry, expectedLeaf, proof, vkey });
      return { ...result, size: proof.size, steps: proof.path.length };
    },
  });

  // WebCrypto exists only in secure contexts (https, or the machine itself).
  if (!isSecureContext) return <p className="quiet">{t('proof.insecure')}</p>;
  if (check.data?.proven) {
    return (
      <p className={classes.proven} role="status">
        <IconShieldCheck size={18} aria-hidden="true" />
        <span>
          <strong>
            {t('proof.verified', { index: format.number(index), size: format.number(check.data.size) })}
          </strong>
          <br />
          <span className="quiet">
            {t('proof.verifiedHint', { steps: format.number(check.data.steps) })}{' '}
            {check.data.signature === 'good' ? t('proof.signature') : t('proof.signatureUnchecked')}
          </span>
        </span>
      </p>
    );
  }
  if (check.data) {
    return (
      <p className={classes.failed} role="alert">
        <IconShieldX size={18} aria-hidden="true" />
        <strong>{t('proof.failed', { reason: t(`proof.${check.data.reason}`) })}</strong>
      </p>
    );
  }
  return (
    <div>
      <Button size="compact-xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {t('proof.verify')}
      </Button>
      <ProblemLine error={check.error} />
    </div>
  );
}
