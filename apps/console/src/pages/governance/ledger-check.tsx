import type { LedgerCheck } from '@amaan/contracts/api/ledger-view';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './ledger-check.module.css';

/** What the platform found when it last verified its own ledger. */
export function LedgerCheckState({ check }: { check: LedgerCheck | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (check === null) return <p className="quiet">{t('suspension.ledger.none')}</p>;
  const { at, kind, from, size, faults, seconds } = check;
  const figures = {
    from: format.number(from),
    size: format.number(size),
    seconds: format.number(seconds, 1),
  };
  return (
    <div className={classes.check}>
      {faults.length === 0 ? (
        <Mark shape="circle" tone="good">
          {t('suspension.ledger.intact', { at: format.dateTime(at) })}
        </Mark>
      ) : (
        <>
          <Mark shape="triangle" tone="critical">
            {t('suspension.ledger.broken', { at: format.dateTime(at) })}
          </Mark>
          <p className="prose">{t('suspension.ledger.brokenHint')}</p>
          <ul className={classes.faults} dir="ltr">
            {faults.map(({ code, message }) => (
              <li key={`${code} ${message}`}>
                {message} <span className="mono quiet">{code}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <span className="quiet">
        {kind === 'full' ? t('suspension.ledger.full', figures) : t('suspension.ledger.incremental', figures)}
      </span>
    </div>
  );
}
