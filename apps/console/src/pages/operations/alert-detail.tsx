import type { Alert } from '@amaan/contracts/alert';
import type { Explanation } from '@amaan/contracts/explanation';
import { observedIn } from '@amaan/contracts/observed';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { alertQuery } from '../../api/alerts.ts';
import { camerasQuery } from '../../api/cameras.ts';
import { explanationQuery } from '../../api/explanations.ts';
import { systemsQuery } from '../../api/platform.ts';
import { ChainView } from '../../components/explanation/chain-view.tsx';
import { PlateText } from '../../components/plate-text.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { AlertStateMark, Confidence, PriorityMark, SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AttachToCase } from '../cases/attach-to-case.tsx';
import { OpenIncidentButton } from '../governance/incidents/open-incident-button.tsx';
import { useSystemName } from '../governance/use-system-name.ts';
import classes from './alert-detail.module.css';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { PlateAlert } from './plate-alert.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { useAlertTitle } from './use-alert-title.ts';

const PlaceMap = lazy(() =>
  import('../../map/place-map.tsx').then(({ PlaceMap }) => ({ default: PlaceMap })),
);

/** One alert: picture and clip, the decision, where it is, and why it exists. */
export function AlertDetail({
  id,
  onDecided,
  onClose,
}: {
  id: string;
  onDecided: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const titleOf = useAlertTitle();
  const { data: alert, error, refetch } = useQuery(alertQuery(id));
  const explanation = useQuery(explanationQuery('alert', id));
  const { data: cameras } = useQuery(camerasQuery);
  const camera = cameras?.find((candidate) => candidate.id === alert?.cameraId);

  if (error && !alert) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <article className={classes.detail} aria-label={alert ? titleOf(alert) : t('app.loading')}>
      <Button
        className={classes.back}
        variant="subtle"
        size="compact-md"
        leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
        onClick={onClose}
      >
        {t('common.back')}
      </Button>
      {alert ? (
        <>
          <Heading alert={alert} />
          <div className={classes.columns}>
            <div className={classes.evidence}>
              <EvidenceViewer alert={alert} rule={ruleOf(explanation.data)} />
              {alert.observation.kind === 'plate-read' && (
                <PlateAlert alert={alert} read={alert.observation} />
              )}
            </div>
            <aside className={classes.side}>
              <ReviewPanel alert={alert} onDecided={onDecided} />
              <AttachToCase alert={alert} />
              <OpenIncidentButton origin={{ kind: 'alert', id: alert.id }} />
              {camera?.position && (
                <section>
                  <h2>{t('evidence.where')}</h2>
                  <Suspense fallback={<Skeleton height={160} />}>
                    <PlaceMap position={camera.position} label={camera.name} simulated={camera.simulated} />
                  </Suspense>
                </section>
              )}
            </aside>
            <div className={classes.chain}>
              {explanation.error ? (
                <ProblemNotice error={explanation.error} onRetry={() => void explanation.refetch()} />
              ) : (
                <ChainView explanation={explanation.data} />
              )}
            </div>
          </div>
        </>
      ) : (
        <>
          <Skeleton height={24} width="40%" />
          <Skeleton height={360} />
          <Skeleton height={120} />
        </>
      )}
    </article>
  );
}

function ruleOf(explanation: Explanation | undefined): SceneRule | undefined {
  const step = explanation?.steps.find(({ step }) => step === 'rule');
  return step?.step === 'rule' ? step.rule : undefined;
}

function Heading({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useAlertTitle();
  const nameOf = useSystemName();
  const { observation } = alert;
  const { data: systems } = useQuery(systemsQuery);
  const system = systems?.find(({ id }) => id === observation.system);
  const seen = observedIn(observation);
  const what = [
    t(`observation.${observation.kind}`),
    observation.kind === 'line-crossed' && t(`observation.${observation.direction}`),
    observation.kind === 'loitering' &&
      t('observation.seconds', { seconds: format.number(observation.seconds) }),
  ].filter((part) => part !== false);
  return (
    <header className={classes.heading}>
      <h1>
        <bdi>{titleOf(alert)}</bdi>{' '}
        {observation.kind === 'plate-read' && <PlateText text={observation.reading.text} />}
      </h1>
      <p className={classes.facts}>
        <PriorityMark
          priority={alert.priority}
          blinking={alert.state === 'new' && alert.priority === 'critical'}
        />
        <AlertStateMark state={alert.state} />
        {alert.simulated && <SimulatedMark />}
        <span>{what.join(' · ')}</span>
        {(observation.kind !== 'traffic-incident' || seen.class !== null) && (
          <span>
            {t(`object.${seen.class ?? 'plate'}`)}, <Confidence value={seen.confidence} />
          </span>
        )}
      </p>
      <p className={`${classes.facts} quiet`}>
        <Link to="/cameras/$cameraId" params={{ cameraId: alert.cameraId }} className={classes.link}>
          <bdi>{alert.cameraName}</bdi>
        </Link>
        <time dateTime={alert.raisedAt} title={t('bar.utc', { time: format.utc(alert.raisedAt) })}>
          {format.dateTime(alert.raisedAt)}
        </time>
        <span>
          {t('alerts.system')}: <bdi>{system ? nameOf(system) : observation.system}</bdi>
        </span>
      </p>
    </header>
  );
}
