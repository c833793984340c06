import type { CaseHold } from '@amaan/contracts/violations/violation-case';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './review.module.css';

/** Why a case waits for a supervisor, in words; each reason with what was compared. */
export function HoldNotice({ holds }: { holds: readonly CaseHold[] }) {
  const { t, i18n } = useTranslation();
  if (holds.length === 0) return null;
  return (
    <section className={classes.holds} aria-label={t('violations.review.heldTitle')}>
      <IconHandStop size={20} aria-hidden="true" />
      <div>
        <h2>{t('violations.review.heldTitle')}</h2>
        <ul>
          {holds.map(({ reason, detail }) => (
            <li key={reason}>
              <strong>{t(`violations.review.holds.${reason}`)}</strong>{' '}
              {/* What was compared is told in English by the server. */}
              <span className="quiet" {...(i18n.language !== 'en' && { lang: 'en', dir: 'ltr' })}>
                {detail}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
