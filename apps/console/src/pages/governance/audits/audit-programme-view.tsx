import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditProgrammeQuery } from '../../../api/flows.ts';
import { Mark } from '../../../components/mark.tsx';
import records from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import classes from '../flows/flows.module.css';

/** The audits of a year: which are overdue, and which systems and controls nobody looks at. */
export function AuditProgrammeView({ onSelect }: { onSelect: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [year, setYear] = useState(() => new Date().getUTCFullYear());
  const { data: programme } = useQuery(auditProgrammeQuery(year));
  const overdue = programme?.audits.filter((audit) => audit.overdue) ?? [];
  const uncovered = programme?.systems.filter(({ planned }) => planned === 0) ?? [];
  return (
    <section className={classes.programme} aria-label={t('assurance.programme.title')}>
      <div className={classes.programmeLine}>
        <h2>{t('assurance.programme.title')}</h2>
        <span className={classes.years}>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={String(year - 1)}
            onClick={() => setYear(year - 1)}
          >
            <IconChevronLeft size={16} className="mirrored" aria-hidden="true" />
          </Button>
          <strong className="ltr">{year}</strong>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={String(year + 1)}
            onClick={() => setYear(year + 1)}
          >
            <IconChevronRight size={16} className="mirrored" aria-hidden="true" />
          </Button>
        </span>
        {programme && (
          <>
            <span>{t('assurance.programme.planned', { count: programme.audits.length })}</span>
            <Mark
              shape={overdue.length > 0 ? 'triangle' : 'circle'}
              tone={overdue.length > 0 ? 'critical' : 'good'}
            >
              {overdue.length > 0
                ? t('assurance.programme.overdue', { count: overdue.length })
                : t('assurance.programme.noneOverdue')}
            </Mark>
          </>
        )}
      </div>
      {overdue.length > 0 && (
        <ul>
          {overdue.map(({ id, number, title, plannedAt }) => (
            <li key={id}>
              <button type="button" className={records.link} onClick={() => onSelect(id)}>
                <span className="mono ltr">{number}</span> <bdi>{title}</bdi>
              </button>{' '}
              <span className="quiet">{format.date(plannedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {programme && (
        <>
          <p>
            {uncovered.length === 0
              ? t('assurance.programme.allSystems')
              : t('assurance.programme.systemsWithout', { count: uncovered.length })}{' '}
            <span className="quiet ltr">{uncovered.map(({ id }) => id).join(', ')}</span>
          </p>
          {programme.controls.map(({ standard, total, covered, uncovered: left }) => (
            <details key={standard}>
              <summary>
                {t('assurance.programme.controls', {
                  standard: standard === 'iso-42001' ? 'ISO/IEC 42001' : 'ISO/IEC 27001',
                  covered: format.number(covered),
                  total: format.number(total),
                })}
              </summary>
              <p className="quiet ltr">{left.join(', ')}</p>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
