import type { Explanation } from '@amaan/contracts/explanation';
import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './explanation-steps.module.css';
import { ExplanationSteps } from './explanation-steps.tsx';

/** "Why am I seeing this": the steps in short; the page behind the link has the proofs. */
export function ChainView({ explanation }: { explanation: Explanation | undefined }) {
  const { t } = useTranslation();
  return (
    <section className={classes.chain} aria-labelledby="chain-title">
      <h2 id="chain-title">{t('chain.title')}</h2>
      <p className="prose quiet">{t('chain.intro')}</p>
      {explanation ? (
        <>
          <ExplanationSteps explanation={explanation} proofs={false} />
          <Link
            to="/explain/$kind/$id"
            params={{ kind: explanation.kind, id: explanation.id }}
            className={classes.link}
          >
            {t('explain.whole', { count: explanation.ledger.entries.length })}
          </Link>
        </>
      ) : (
        <Skeleton height={320} />
      )}
    </section>
  );
}
