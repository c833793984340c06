import type { LedgerPage } from '@amaan/contracts/api/ledger-view';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { DigestText } from '../../components/digest-text.tsx';
import { LedgerProofCheck } from '../../components/ledger-proof-check.tsx';
import { useFormat } from '../../format/use-format.ts';
import { explainedSubject } from '../explain/explained-subject.ts';
import classes from './governance.module.css';

/** One entry; opened, it shows what was recorded and proves itself. */
export function LedgerEntryRow({ index, entry, leafHash }: LedgerPage['entries'][number]) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const explained = explainedSubject(entry.subject);
  return (
    <li className={classes.entry}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="quiet">{format.number(index)}</span>
          <span className="mono">{entry.kind}</span>
          <span className="mono quiet cut ltr">{entry.subject}</span>
          <time dateTime={entry.at} className="quiet" title={t('bar.utc', { time: format.utc(entry.at) })}>
            {format.dateTime(entry.at)}
          </time>
        </summary>
        {open && (
          <div className={classes.entryBody}>
            <div className={classes.row}>
              <span>
                <span className="quiet">{t('ledger.who')}</span>{' '}
                <span className="mono ltr">{entry.actor}</span>
              </span>
              <span>
                <span className="quiet">{t('ledger.leaf')}</span>{' '}
                <DigestText value={leafHash} label={t('ledger.leaf')} />
              </span>
              {explained !== null && may(`${explained.kind}.explain`) && (
                <Link to="/explain/$kind/$id" params={explained}>
                  {t('explain.title')}
                </Link>
              )}
            </div>
            <pre className={`${classes.checkpoint} mono`} dir="ltr" role="note" aria-label={t('ledger.data')}>
              {JSON.stringify(entry.data, null, 2)}
            </pre>
            <LedgerProofCheck index={index} expectedLeaf={leafHash} />
          </div>
        )}
      </details>
    </li>
  );
}
