import type { PublicSystem } from '@amaan/contracts/public-register';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../components/mark.tsx';
import { DemoMark } from '../../components/status-marks.tsx';
import { keptLines } from '../../format/kept-lines.ts';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './public-register-page.module.css';
import { PublicResults } from './public-results.tsx';
import { StandardFields } from './standard-fields.tsx';

const MARKS: Record<PublicSystem['state'], { shape: Shape; tone: Tone }> = {
  operational: { shape: 'circle', tone: 'good' },
  pilot: { shape: 'circle', tone: 'low' },
  suspended: { shape: 'square', tone: 'suspended' },
  planned: { shape: 'diamond', tone: 'quiet' },
  retired: { shape: 'square', tone: 'quiet' },
};

/** One AI system: what it does in two lines, everything else one tap away. */
export function PublicSystemCard({ system }: { system: PublicSystem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { assessment, risk, data } = system;
  const notStated = <span className="quiet">{t('publicRegister.notStated')}</span>;
  return (
    <article className={classes.card}>
      <header className={classes.cardHead}>
        <h2>{local(system.name)}</h2>
        <Mark {...MARKS[system.state]}>{t(`publicRegister.state.${system.state}`)}</Mark>
      </header>
      <p className="prose">{local(system.about)}</p>
      {system.results.state === 'counted' && <PublicResults months={system.results.months} />}
      <details className={classes.details}>
        <summary>{t('publicRegister.more')}</summary>
        <dl className={classes.facts}>
          <Fact name={t('publicRegister.intendedUse')}>{local(system.intendedUse)}</Fact>
          <Fact name={t('publicRegister.mustNever')}>{list(system.mustNever.map(local))}</Fact>
          <Fact name={t('publicRegister.legalBasis')}>{written(system.legalBasis) ?? notStated}</Fact>
          <Fact name={t('publicRegister.owner')}>{written(system.owner) ?? notStated}</Fact>
          <Fact name={t('publicRegister.contact')}>{written(system.contact) ?? notStated}</Fact>
          <Fact name={t('publicRegister.affected')}>{list(system.affected.map(local))}</Fact>
          <Fact name={t('publicRegister.oversight')}>{list(system.humanOversight.map(local))}</Fact>
          <Fact name={t('publicRegister.reads')}>{list(data.reads.map(local))}</Fact>
          <Fact name={t('publicRegister.keeps')}>
            {data.keeps.length === 0 ? t('publicRegister.keepsNothing') : list(keptLines(data).map(local))}
          </Fact>
          <Fact name={t('publicRegister.risk')}>
            <span>
              {t(`publicRegister.tier.${risk.tier}`)} ·{' '}
              {t('publicRegister.riskRecorded', {
                risks: format.number(risk.recorded.risks),
                treated: format.number(risk.recorded.treated + risk.recorded.accepted),
              })}
            </span>
            {list(risk.reasons.map(local))}
            <span>
              {t('publicRegister.euAiAct', {
                category: local(risk.euAiAct.category),
                why: local(risk.euAiAct.why),
              })}
            </span>
          </Fact>
          <Fact name={t('publicRegister.limits')}>{list(system.limits.map(local))}</Fact>
          <Fact name={t('publicRegister.assessment')}>
            {assessment === null ? (
              t('publicRegister.noAssessment')
            ) : (
              <span>
                {t('publicRegister.assessed', {
                  at: format.dateTime(assessment.at),
                  expires: format.dateTime(assessment.expiresAt),
                })}{' '}
                {assessment.demo && <DemoMark />}
              </span>
            )}
          </Fact>
          {system.models.length > 0 && (
            <Fact name={t('publicRegister.models')}>
              {list(system.models.map(({ title, source, licence }) => `${title} · ${licence} · ${source}`))}
            </Fact>
          )}
          <Fact name={t('publicRegister.suspensions')}>
            {system.suspensions.length === 0
              ? t('publicRegister.noSuspensions')
              : system.suspensions.map(({ from, to, scope }) => (
                  <span key={from}>
                    {t(scope === 'system' ? 'publicRegister.suspended' : 'publicRegister.groupSuspended', {
                      from: format.dateTime(from),
                      to: to === null ? t('publicRegister.today') : format.dateTime(to),
                    })}
                  </span>
                ))}
          </Fact>
        </dl>
      </details>
      <StandardFields system={system} />
      <Link to="/register/concern" search={{ system: system.id }} className={classes.concern}>
        {t('publicRegister.concernAbout')}
      </Link>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function list(items: readonly string[]): ReactNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}

function written(text: string | null): ReactNode {
  return text === null ? null : (
    <span>
      <bdi>{text}</bdi>
    </span>
  );
}
