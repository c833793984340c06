import type { ExplanationStep } from '@amaan/contracts/explanation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { en } from '../../messages/en.ts';
import { DigestText } from '../digest-text.tsx';
import { DemoMark } from '../status-marks.tsx';
import { CaseDecisions, ChallanFacts, ViolationFacts } from './challan-steps.tsx';
import classes from './explanation-steps.module.css';
import { FaceAnswers, FaceAuthorisationFacts, ListedPerson, Resemblance } from './face-steps.tsx';
import { HotlistMatch } from './hotlist-match.tsx';

/** What one step of an explanation says. */
export function StepFacts({ step }: { step: ExplanationStep }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  switch (step.step) {
    case 'frame':
      return (
        <>
          <span>
            {t('chain.frameText', {
              time: format.exact(step.capturedAt),
              offset: `${format.number(step.clockOffsetMs, 1)} ms`,
            })}
          </span>
          <DigestText value={step.digest} />
          {step.evidence.length > 0 && (
            <span className="quiet">
              {t('explain.evidence', { kinds: format.list(step.evidence.map(({ kind }) => kind)) })}
            </span>
          )}
        </>
      );
    case 'model':
      return (
        <>
          <strong>{step.title}</strong>
          <span className={`${classes.wide} quiet ltr`}>
            {t('chain.modelText', { licence: step.licence, source: step.source })}
          </span>
          <DigestText value={step.digest} />
        </>
      );
    case 'configuration':
      return (
        <>
          <span className="mono ltr">
            {step.system} {step.version}
          </span>
          <span className={`${classes.settings} mono quiet ltr`}>
            {Object.entries({ ...step.thresholds, ...step.settings }).map(([name, value]) => (
              <span key={name}>
                {name} {String(value)}
              </span>
            ))}
          </span>
          <DigestText value={step.digest} />
        </>
      );
    case 'rule':
      return (
        <>
          <strong>
            <bdi>{step.rule.name}</bdi>
          </strong>
          <span className="quiet">{t('chain.ruleText', { version: step.rule.version })}</span>
          <DigestText value={step.digest} />
        </>
      );
    case 'hotlist':
      return <HotlistMatch step={step} />;
    case 'clone':
      return (
        <>
          <span>{t(CLONES[step.what])}</span>
          <span className="mono ltr">{step.suspicion?.plate ?? t('explain.plateWithheld')}</span>
          <DigestText value={step.digest} />
        </>
      );
    case 'traffic-incident':
      return (
        <>
          <span>
            {t(`traffic.incident.${step.cause.incident.kind}`)}, <bdi>{step.cause.laneName}</bdi>
          </span>
          <span className="quiet">
            {t('explain.trafficNoticed', {
              began: format.exact(step.cause.incident.began),
              seconds: format.number(step.cause.incident.secondsToDetect, 1),
              version: step.cause.view.version,
            })}
          </span>
          <DigestText value={step.digest} />
        </>
      );
    case 'permit':
      return (
        <>
          <span>
            {t('chain.permitText', {
              issued: format.dateTime(step.issuedAt),
              expires: format.dateTime(step.expiresAt),
            })}
          </span>
          <span className="quiet">{t('chain.purposes', { purposes: format.list(step.purposes) })}</span>
          {step.revokedAt && (
            <span>{t('chain.permitRevoked', { time: format.dateTime(step.revokedAt) })}</span>
          )}
          <DigestText value={step.id} label={t('chain.permit')} />
        </>
      );
    case 'approvals':
      return step.approvals.length === 0
        ? t('chain.noApprovals')
        : step.approvals.map((approval) => (
            <span key={approval.id} className={classes.approval}>
              <span>
                <q>
                  <bdi>{approval.statement}</bdi>
                </q>{' '}
                {approval.demo && <DemoMark />}
              </span>
              <span className="quiet">
                {t('chain.approvalText', {
                  by: approval.by,
                  role: approval.role,
                  at: format.dateTime(approval.at),
                })}
              </span>
            </span>
          ));
    case 'validation':
      return <Validation step={step} />;
    case 'impact-assessment':
      return <Assessment step={step} />;
    case 'authorisation':
      return <Authorisation step={step} />;
    case 'suspension':
      return <Suspension step={step} />;
    case 'decisions':
      return <Decisions step={step} />;
    case 'resemblance':
      return <Resemblance step={step} />;
    case 'watchlist':
      return <ListedPerson step={step} />;
    case 'violation':
      return <ViolationFacts step={step} />;
    case 'case-decisions':
      return <CaseDecisions step={step} />;
    case 'challan':
      return <ChallanFacts step={step} />;
    case 'face-answers':
      return <FaceAnswers step={step} />;
  }
}

const CLONES = {
  'impossible-travel': 'explain.impossibleTravel',
  'registry-contradiction': 'explain.registryContradiction',
} as const;

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

function Validation({ step: { validation } }: { step: Step<'validation'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (validation === null) return t('explain.noValidation');
  const overall = validation.report?.figures.filter(({ group }) => group === null) ?? [];
  return (
    <>
      <span>
        {t(validation.passed ? 'explain.passed' : 'explain.failed', { at: format.dateTime(validation.at) })}{' '}
        {validation.demo && <DemoMark />}
      </span>
      {overall.map(({ name, value, low, high, n }) => (
        <span key={name} className="quiet">
          {t('explain.figure', {
            name,
            value: format.confidence(value),
            low: format.confidence(low),
            high: format.confidence(high),
            n: format.number(n),
          })}
        </span>
      ))}
    </>
  );
}

function Assessment({ step: { assessment } }: { step: Step<'impact-assessment'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (assessment === null) return t('chain.noImpact');
  return (
    <>
      <span>
        {t('chain.impactText', {
          status: t(`documents.status.${assessment.status as keyof typeof en.documents.status}`),
          expires: format.dateTime(assessment.expiresAt),
        })}{' '}
        {assessment.demo && <DemoMark />}
      </span>
      {assessment.record && (
        <>
          <span className="quiet">
            {t('explain.record', { number: assessment.record.number, version: assessment.record.version })}
          </span>
          <DigestText value={assessment.record.digest} />
        </>
      )}
    </>
  );
}

function Authorisation({ step: { basis, reason } }: { step: Step<'authorisation'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (basis.kind === 'face-authorisation') return <FaceAuthorisationFacts basis={basis} />;
  const notNeeded = reason !== null && <span className="quiet">{t('chain.noAuthorisation')}</span>;
  if (basis.kind === 'none-recorded')
    return (
      <>
        <span>{t('explain.noBasis')}</span>
        {notNeeded}
      </>
    );
  const { legalBasis } = basis.entry;
  return (
    <>
      <span className={classes.words}>
        {legalBasis === '' ? t('explain.emptyBasis') : <bdi>{legalBasis}</bdi>} {basis.demo && <DemoMark />}
      </span>
      <span className="quiet">
        {t('explain.basis', { version: basis.version, by: basis.by, at: format.dateTime(basis.at) })}
      </span>
      {notNeeded}
      <DigestText value={basis.digest} />
    </>
  );
}

function Suspension({ step }: { step: Step<'suspension'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { suspension, permitInForceAtCapture } = step;
  return (
    <>
      <span>{t(permitInForceAtCapture ? 'explain.inForce' : 'explain.notInForce')}</span>
      <span className="quiet">
        {suspension === null
          ? t('explain.notSuspended')
          : t(suspension.scope === 'system' ? 'explain.suspended' : 'explain.groupSuspended', {
              at: format.dateTime(suspension.at),
              by: suspension.by,
              reason: suspension.reason,
            })}
      </span>
    </>
  );
}

/** What people do with an alert, in the order in which they do it. */
const DONE = {
  acknowledged: 'explain.acknowledged',
  dispatched: 'explain.dispatched',
  confirmed: 'review.confirmedBy',
  rejected: 'review.rejectedBy',
  closed: 'explain.closed',
} as const;

function isKnown(what: string): what is keyof typeof DONE {
  return Object.hasOwn(DONE, what);
}

function Decisions({ step: { decisions } }: { step: Step<'decisions'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (decisions.length === 0) return t('chain.noDecisions');
  return decisions.map((decision) => (
    <span key={decision.id} className={classes.approval}>
      <span>
        {isKnown(decision.what)
          ? t(DONE[decision.what], { name: decision.byName })
          : `${decision.what} · ${decision.byName}`}
        {decision.reason !== null && ` · ${t(`review.reason.${decision.reason}`)}`}{' '}
        <span className="quiet">{format.dateTime(decision.at)}</span>
      </span>
      {decision.note === null && <span className="quiet">{t('explain.noteWithheld')}</span>}
      {decision.note && (
        <q>
          <bdi>{decision.note}</bdi>
        </q>
      )}
    </span>
  ));
}
