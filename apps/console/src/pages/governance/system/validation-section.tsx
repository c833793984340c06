import type { ValidationFigure, ValidationView } from '@amaan/contracts/governance/validation';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { validationsQuery } from '../../../api/lifecycle.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from './interval-bar.tsx';
import { RecordValidation } from './record-validation.tsx';
import { Section } from './section.tsx';
import classes from './system.module.css';

/** What was measured of the system, with intervals and per group; only the newest of what runs counts. */
export function ValidationSection({ systemId }: { systemId: string }) {
  const { t } = useTranslation();
  const { data: validations, error, refetch } = useQuery(validationsQuery(systemId));
  return (
    <Section id="validation" title={t('lifecycle.validation')} hint={t('lifecycle.validationHint')}>
      <RecordValidation systemId={systemId} />
      {error && !validations ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : validations === undefined ? (
        <Skeleton height={160} />
      ) : validations.length === 0 ? (
        <p className="quiet">
          {t('lifecycle.noValidation')} <code className="ltr">./amaan govern validate {systemId}</code>
        </p>
      ) : (
        validations.map((validation, index) => (
          <details key={validation.id} open={index === 0}>
            <summary>
              <ValidationSummary validation={validation} />
            </summary>
            <ValidationBody validation={validation} />
          </details>
        ))
      )}
    </Section>
  );
}

function ValidationSummary({ validation }: { validation: ValidationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { passed, present, demo, at, by } = validation;
  return (
    <>
      <Mark shape={passed ? 'circle' : 'triangle'} tone={passed ? 'good' : 'critical'}>
        {passed ? t('lifecycle.passed') : t('lifecycle.failed')}
      </Mark>{' '}
      {format.dateTime(at)} · <bdi>{by}</bdi> {demo && <DemoMark />}{' '}
      {!present && <span className="quiet">{t('lifecycle.ofAnother')}</span>}
    </>
  );
}

function ValidationBody({ validation: { statement, report } }: { validation: ValidationView }) {
  const { t } = useTranslation();
  if (report === null) return <p>{statement}</p>;
  return (
    <>
      <p dir="auto">{statement}</p>
      <p className="quiet">
        {t('lifecycle.dataset')} <bdi>{report.dataset.name}</bdi> <DigestText value={report.dataset.digest} />{' '}
        · <bdi>{report.dataset.licence}</bdi> · <code className="ltr">{report.command}</code>
      </p>
      <div className={classes.tableFrame}>
        <table className={classes.figures}>
          <thead>
            <tr>
              <th>{t('lifecycle.figure')}</th>
              <th>{t('lifecycle.group')}</th>
              <th>{t('lifecycle.value')}</th>
              <th>{t('lifecycle.interval')}</th>
              <th>{t('lifecycle.cases')}</th>
              <th>{t('lifecycle.aim')}</th>
            </tr>
          </thead>
          <tbody>
            {report.figures.map((figure) => (
              <FigureRow key={`${figure.name} ${figure.group}`} figure={figure} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FigureRow({ figure }: { figure: ValidationFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, group, value, low, high, n, aim, met } = figure;
  const part = (number: number) => format.number(number, 2);
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>{group === null ? t('lifecycle.all') : <bdi>{group}</bdi>}</td>
      <td title={`${part(low)}–${part(high)}`}>
        {part(value)}{' '}
        <span className="quiet ltr">
          {part(low)}–{part(high)}
        </span>
      </td>
      <td>
        <IntervalBar value={value} low={low} high={high} aim={aim?.atLeast ?? null} />
      </td>
      <td>{format.number(n)}</td>
      <td>
        {aim === null ? (
          <span className="quiet">–</span>
        ) : (
          <Mark shape={met ? 'circle' : 'triangle'} tone={met ? 'good' : 'critical'}>
            {t(met ? 'lifecycle.met' : 'lifecycle.notMet', { aim: part(aim.atLeast) })}
          </Mark>
        )}
      </td>
    </tr>
  );
}
