import type { AlertChain } from '@amaan/contracts/alert-chain';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DigestText } from '../../components/digest-text.tsx';
import { LedgerProofCheck } from '../../components/ledger-proof-check.tsx';
import { DemoMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './alert-chain-view.module.css';

/** "Why am I seeing this": every step from the frame to the last decision, each with what proves it. */
export function AlertChainView({ chain }: { chain: AlertChain | undefined }) {
  const { t } = useTranslation();
  return (
    <section className={classes.chain} aria-labelledby="chain-title">
      <h2 id="chain-title">{t('chain.title')}</h2>
      <p className="prose quiet">{t('chain.intro')}</p>
      {chain ? <Steps chain={chain} /> : <Skeleton height={320} />}
    </section>
  );
}

function Steps({ chain }: { chain: AlertChain }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { frame, model, configuration, rule, permit, approvals, impactAssessment, decisions, ledger } = chain;
  return (
    <ol className={classes.steps}>
      <Step title={t('chain.frame')} digest={frame.digest}>
        {t('chain.frameText', {
          time: format.exact(frame.capturedAt),
          offset: `${format.number(frame.clockOffsetMs, 1)} ms`,
        })}
      </Step>
      <Step title={t('chain.model')} digest={model.digest}>
        <strong>{model.title}</strong>
        <span className="quiet ltr">
          {t('chain.modelText', { licence: model.licence, source: model.source })}
        </span>
      </Step>
      <Step title={t('chain.configuration')} digest={configuration.digest}>
        <span className="mono ltr">
          {configuration.system} {configuration.version}
        </span>
        <span className={`${classes.settings} mono quiet ltr`}>
          {Object.entries({ ...configuration.thresholds, ...configuration.settings }).map(([name, value]) => (
            <span key={name}>
              {name} {String(value)}
            </span>
          ))}
        </span>
      </Step>
      <Step title={t('chain.rule')}>
        <strong>{rule.name}</strong>
        <span className="quiet">{t('chain.ruleText', { version: rule.version })}</span>
      </Step>
      <Step title={t('chain.permit')} digest={permit.id}>
        <span>
          {t('chain.permitText', {
            issued: format.dateTime(permit.issuedAt),
            expires: format.dateTime(permit.expiresAt),
          })}
        </span>
        <span className="quiet">{t('chain.purposes', { purposes: format.list(permit.purposes) })}</span>
        {permit.revokedAt && (
          <span>{t('chain.permitRevoked', { time: format.dateTime(permit.revokedAt) })}</span>
        )}
      </Step>
      <Step title={t('chain.approvals')}>
        {approvals.length === 0 && t('chain.noApprovals')}
        {approvals.map((approval) => (
          <span key={`${approval.by} ${approval.at}`} className={classes.approval}>
            <span>
              <q>{approval.statement}</q> {approval.demo && <DemoMark />}
            </span>
            <span className="quiet">
              {t('chain.approvalText', {
                by: approval.by,
                role: approval.role,
                at: format.dateTime(approval.at),
              })}
            </span>
          </span>
        ))}
      </Step>
      <Step title={t('chain.impact')}>
        {impactAssessment ? (
          <span>
            {t('chain.impactText', {
              status: impactAssessment.status,
              expires: format.dateTime(impactAssessment.expiresAt),
            })}{' '}
            {impactAssessment.demo && <DemoMark />}
          </span>
        ) : (
          t('chain.noImpact')
        )}
      </Step>
      <Step title={t('chain.authorisation')}>{t('chain.noAuthorisation')}</Step>
      <Step title={t('chain.decisions')}>
        {decisions.length === 0 && t('chain.noDecisions')}
        {decisions.map((decision) => (
          <span key={decision.id}>
            {decision.decision === 'confirmed'
              ? t('review.confirmedBy', { name: decision.byName })
              : t('review.rejectedBy', { name: decision.byName })}
            {decision.decision === 'rejected' && ` · ${t(`review.reason.${decision.reason}`)}`}{' '}
            <span className="quiet">{format.dateTime(decision.at)}</span>
          </span>
        ))}
      </Step>
      <Step title={t('chain.ledger')}>
        {ledger.length === 0 && t('chain.noLedger')}
        <ul className={classes.entries}>
          {ledger.map(({ index, kind, at, leafHash }) => (
            <li key={index}>
              <span className={classes.entry}>
                <span>{t('chain.entry', { index: format.number(index) })}</span>
                <span className="mono ltr">{kind}</span>
                <span className="quiet">{format.dateTime(at)}</span>
                <DigestText value={leafHash} />
              </span>
              <LedgerProofCheck index={index} expectedLeaf={leafHash} />
            </li>
          ))}
        </ul>
      </Step>
    </ol>
  );
}

function Step({ title, digest, children }: { title: string; digest?: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <h3 className={classes.stepTitle}>{title}</h3>
      <div className={classes.stepBody}>
        {children}
        {digest && <DigestText value={digest} />}
      </div>
    </li>
  );
}
