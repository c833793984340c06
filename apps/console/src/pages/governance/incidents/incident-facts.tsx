import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../../../components/records/records.module.css';
import type { en } from '../../../messages/en.ts';

/** Who noticed an incident, and the figures behind what the platform noticed itself. */
export function IncidentFacts({ record: { body } }: { record: GovernanceRecord }) {
  const { t } = useTranslation();
  const source = body.source as keyof typeof en.incidents.source;
  const facts = Object.entries((body.facts ?? {}) as Record<string, unknown>);
  return (
    <section className={classes.block}>
      <h3>{t('incidents.field.source')}</h3>
      <p>{t(`incidents.source.${source}`)}</p>
      {facts.length > 0 && (
        <>
          <h3>{t('incidents.field.facts')}</h3>
          <dl className={classes.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="mono ltr">{name}</dt>
                <dd className="mono ltr">
                  {name === 'alertId' && typeof value === 'string' ? (
                    <Link to="/explain/$kind/$id" params={{ kind: 'alert', id: value }}>
                      {value}
                    </Link>
                  ) : typeof value === 'string' ? (
                    value
                  ) : (
                    JSON.stringify(value)
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
