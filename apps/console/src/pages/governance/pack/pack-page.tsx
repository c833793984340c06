import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '../../../api/packs.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { GovernanceFrame } from '../governance-frame.tsx';
import { PackForm } from './pack-form.tsx';
import classes from './pack-page.module.css';
import { PackRow } from './pack-row.tsx';

/** Where an auditor takes a period's evidence away, to check it on a machine of their own. */
export function PackPage() {
  const { t } = useTranslation();
  const { data: packs, error, refetch } = useQuery(packsQuery);
  const running = packs?.some(({ state }) => state === 'running') ?? false;
  return (
    <GovernanceFrame title={t('evidencePack.title')} hint={t('evidencePack.hint')}>
      <PackForm disabled={running} />
      {error && !packs && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {packs && packs.length > 0 && (
        <section className={classes.packs} aria-labelledby="packs-title">
          <h2 id="packs-title">{t('evidencePack.made')}</h2>
          {packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </section>
      )}
      <section className={classes.verify} aria-labelledby="verify-title">
        <h2 id="verify-title">{t('evidencePack.verify')}</h2>
        <p className="prose quiet">{t('evidencePack.verifyHint')}</p>
        <pre className={`${classes.command} mono ltr`}>./amaan govern verify PACK.zip --key VKEY</pre>
      </section>
    </GovernanceFrame>
  );
}
