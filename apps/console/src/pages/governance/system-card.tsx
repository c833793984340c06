import type { SystemView } from '@amaan/contracts/api/system-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DigestText } from '../../components/digest-text.tsx';
import { Mark, type Shape, type Tone } from '../../components/mark.tsx';
import { DemoMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './governance.module.css';
import { PermitState } from './permit-state.tsx';
import { SuspendButton, SuspensionPanel } from './suspension-panel.tsx';

const STAGE_MARKS: Record<SystemView['stage'], { shape: Shape; tone: Tone }> = {
  proposed: { shape: 'diamond', tone: 'quiet' },
  designed: { shape: 'diamond', tone: 'quiet' },
  validated: { shape: 'diamond', tone: 'low' },
  pilot: { shape: 'circle', tone: 'low' },
  operational: { shape: 'circle', tone: 'good' },
  suspended: { shape: 'square', tone: 'suspended' },
  retired: { shape: 'square', tone: 'quiet' },
};

/** One AI system as the register shows it. */
export function SystemCard({ system }: { system: SystemView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { suspension } = system;
  return (
    <article className={classes.card} aria-labelledby={`system-${system.id}`}>
      <header className={classes.cardHeading}>
        <h2 id={`system-${system.id}`}>{system.name}</h2>
        <Mark {...STAGE_MARKS[suspension ? 'suspended' : system.stage]}>
          {t(`governance.stage.${suspension ? 'suspended' : system.stage}`)}
        </Mark>
        <span className="quiet">{t(`governance.risk.${system.risk.tier}`)}</span>
        <span className="quiet">{t('governance.version', { version: system.version })}</span>
        <span className={classes.grow} />
        <SuspendButton system={system} />
      </header>
      <SuspensionPanel system={system} />
      <div className={classes.columns}>
        <Block title={t('governance.permit')}>
          <PermitState system={system} />
        </Block>
        <Block title={t('governance.purposes')}>
          <ul>
            {system.purposes.map((purpose) => (
              <li key={purpose}>{purpose}</li>
            ))}
          </ul>
        </Block>
        <Block title={t('governance.prohibited')}>
          <ul>
            {system.prohibited.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Block>
        <Block title={t('governance.models')}>
          <ul className={classes.plain}>
            {system.modelDetails.map((model) => (
              <li key={model.id} className={classes.model}>
                <strong>{model.title}</strong>
                {model.digest && <DigestText value={model.digest} />}
                <span className="quiet">
                  <bdi>
                    {model.licence} · {model.source}
                  </bdi>
                </span>
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t('governance.thresholds')}>
          <ul className={classes.plain}>
            {Object.entries({ ...system.thresholds, ...system.settings }).map(([name, value]) => (
              <li key={name}>
                <span className="mono ltr">
                  {name} = {String(value)}
                </span>
              </li>
            ))}
            <li>
              <DigestText value={system.configurationDigest} />
            </li>
          </ul>
        </Block>
        <Block title={t('governance.approvals')}>
          {system.approvals.length === 0 && t('chain.noApprovals')}
          <ul className={classes.plain}>
            {system.approvals.map((approval) => (
              <li key={`${approval.by} ${approval.at}`}>
                <q>{approval.statement}</q> {approval.demo && <DemoMark />}
                <br />
                <span className="quiet">
                  {t('chain.approvalText', {
                    by: approval.by,
                    role: approval.role,
                    at: format.dateTime(approval.at),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t('governance.impact')}>
          {system.impactAssessment ? (
            <p>
              {t('chain.impactText', {
                status: system.impactAssessment.status,
                expires: format.dateTime(system.impactAssessment.expiresAt),
              })}{' '}
              {system.impactAssessment.demo && <DemoMark />}
            </p>
          ) : (
            t('chain.noImpact')
          )}
        </Block>
      </div>
    </article>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
