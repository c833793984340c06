import type { EmergencyWave, WaveStopState } from '@amaan/contracts/traffic/emergency-wave';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { endWave, junctionQuery, signalsKey } from '../../../api/signals.ts';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import classes from './waves.module.css';

const STOPS: Record<WaveStopState, { shape: Shape; tone: Tone }> = {
  ahead: { shape: 'circle', tone: 'quiet' },
  holding: { shape: 'diamond', tone: 'critical' },
  recovering: { shape: 'triangle', tone: 'medium' },
  done: { shape: 'square', tone: 'good' },
  skipped: { shape: 'triangle', tone: 'high' },
};

/** One emergency vehicle: where it is on its way, what each junction does for it, and how they recover. */
export function WaveCard({ wave }: { wave: EmergencyWave }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = useNow('second');
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () => endWave(wave.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: signalsKey }),
  });
  const { service, vehicle, reason, state, until, askedBy, askedAt, lastReport, stops } = wave;
  const running = state === 'running';
  return (
    <section className={classes.card} data-running={running || undefined} aria-label={vehicle}>
      <header className={classes.heading}>
        <h2>
          {t(`waves.service.${service}`)} <bdi>{vehicle}</bdi>
        </h2>
        <span className="quiet">
          {running
            ? t('waves.endsIn', { left: format.span(Math.max(0, Date.parse(until) - now)) })
            : t(`waves.end.${wave.end ?? 'expired'}`)}
        </span>
        <span className={classes.grow} />
        {running && may('emergency-wave.request') && (
          <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t('waves.endNow')}
          </Button>
        )}
      </header>
      <p className="prose" dir="auto">
        {reason}
      </p>
      <ProblemLine error={end.error} />
      <ol className={classes.stops}>
        {stops.map(({ junctionId, junctionName, stage, expectedAt, state: stop, problem }) => (
          <li key={junctionId} className={classes.stop} data-state={stop}>
            <strong>
              <bdi>{junctionName}</bdi>
            </strong>
            <Mark {...STOPS[stop]}>{t(`waves.stop.${stop}`)}</Mark>
            {running && (stop === 'ahead' || stop === 'holding') && (
              <span className="quiet">
                {Date.parse(expectedAt) > now
                  ? t('waves.expectedIn', { left: format.span(Date.parse(expectedAt) - now) })
                  : t('waves.due')}
              </span>
            )}
            <StageName junctionId={junctionId} stage={stage} />
            {problem !== null && (
              <p className={classes.problem} dir="auto">
                {problem}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p className="quiet">
        {t('waves.asked', { by: askedBy, at: format.dateTime(askedAt) })}{' '}
        {lastReport && (
          <>
            {t('waves.lastReport', { speed: format.number(lastReport.speedKmh) })}{' '}
            <RelativeTime instant={lastReport.at} />
          </>
        )}
      </p>
    </section>
  );
}

/** The stage that lets the vehicle over, by the name that people know it by. */
function StageName({ junctionId, stage }: { junctionId: string; stage: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useQuery({ ...junctionQuery(junctionId), enabled: may('junction.read') });
  const name = data?.definition.stages.find(({ id }) => id === stage)?.name ?? stage;
  return <bdi className="quiet">{t('waves.stage', { stage: name })}</bdi>;
}
