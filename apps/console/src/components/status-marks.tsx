import type { Alert } from '@amaan/contracts/alert';
import type { Camera } from '@amaan/contracts/camera';
import type { Priority } from '@amaan/contracts/scene-rule';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { Mark, type Shape, type Tone } from './mark.tsx';
import classes from './status-marks.module.css';

const PRIORITY_SHAPES: Record<Priority, Shape> = {
  critical: 'circle',
  high: 'triangle',
  medium: 'square',
  low: 'diamond',
};

export function PriorityMark({ priority, blinking = false }: { priority: Priority; blinking?: boolean }) {
  const { t } = useTranslation();
  return (
    <Mark shape={PRIORITY_SHAPES[priority]} tone={priority} blinking={blinking}>
      {t(`priority.${priority}`)}
    </Mark>
  );
}

const ALERT_STATE_MARKS: Record<Alert['state'], { shape: Shape; tone: Tone }> = {
  new: { shape: 'circle', tone: 'low' },
  confirmed: { shape: 'triangle', tone: 'high' },
  rejected: { shape: 'square', tone: 'quiet' },
};

export function AlertStateMark({ state }: { state: Alert['state'] }) {
  const { t } = useTranslation();
  return <Mark {...ALERT_STATE_MARKS[state]}>{t(`state.${state}`)}</Mark>;
}

type CameraCondition = 'live' | 'connecting' | 'failed' | 'stopped' | 'unknown' | 'simulated' | 'denied';

const CAMERA_MARKS: Record<CameraCondition, { shape: Shape; tone: Tone }> = {
  live: { shape: 'circle', tone: 'good' },
  connecting: { shape: 'diamond', tone: 'low' },
  failed: { shape: 'triangle', tone: 'critical' },
  stopped: { shape: 'square', tone: 'quiet' },
  unknown: { shape: 'diamond', tone: 'quiet' },
  simulated: { shape: 'diamond', tone: 'simulated' },
  denied: { shape: 'square', tone: 'suspended' },
};

/** What matters first about a camera: simulated, then whether it is analysed, then whether it is live. */
export function conditionOf({ simulated, status }: Pick<Camera, 'simulated' | 'status'>): CameraCondition {
  if (simulated) return 'simulated';
  if (status === null) return 'unknown';
  return status.state === 'live' && status.inferenceDenied !== null ? 'denied' : status.state;
}

export function CameraMark({
  camera,
  wordless = false,
}: {
  camera: Pick<Camera, 'simulated' | 'status'>;
  wordless?: boolean;
}) {
  const { t } = useTranslation();
  const condition = conditionOf(camera);
  return (
    <Mark {...CAMERA_MARKS[condition]} wordless={wordless}>
      {t(`cameraState.${condition}`)}
    </Mark>
  );
}

/** On every card, map and export of simulated data. */
export function SimulatedMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.simulated} title={t('common.simulatedHint')}>
      {t('common.simulated')}
    </span>
  );
}

/** On every decision that was seeded for the demonstration. */
export function DemoMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.simulated} title={t('common.demoHint')}>
      {t('common.demo')}
    </span>
  );
}

/** Confidence as a word with the number: nobody should have to know what 0.83 means. */
export function Confidence({ value }: { value: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = value >= 0.9 ? 'certain' : value >= 0.7 ? 'likely' : value >= 0.5 ? 'possible' : 'doubtful';
  return (
    <span title={t('confidence.hint')}>{t(`confidence.${word}`, { value: format.confidence(value) })}</span>
  );
}
