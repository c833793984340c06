import type { EmergencyWave } from '@amaan/contracts/traffic/emergency-wave';
import { Button, CopyButton, Modal, Skeleton } from '@mantine/core';
import { IconAmbulance, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { wavesQuery } from '../../../api/signals.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import page from '../lanes/lanes.module.css';
import { TrafficFrame } from '../traffic-frame.tsx';
import { WaveCard } from './wave-card.tsx';
import { WaveForm } from './wave-form.tsx';
import classes from './waves.module.css';

/** Green for emergency vehicles: those on their way, those that were, and the form that begins one. */
export function WavesPage() {
  return (
    <TrafficFrame>
      <WavesView />
    </TrafficFrame>
  );
}

function WavesView() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: waves, error, refetch } = useQuery(wavesQuery);
  const [asking, setAsking] = useState(false);
  const [started, setStarted] = useState<{ wave: EmergencyWave; key: string } | null>(null);
  const running = waves?.filter(({ state }) => state === 'running') ?? [];
  const ended = waves?.filter(({ state }) => state === 'ended') ?? [];
  return (
    <div className={page.page}>
      <div className={page.heading}>
        <h1>{t('traffic.nav.waves')}</h1>
        <span className={page.grow} />
        {may('emergency-wave.request') && (
          <Button
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {t('waves.begin')}
          </Button>
        )}
      </div>
      <p className="prose quiet">{t('waves.hint')}</p>
      {error && !waves ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : waves === undefined ? (
        <Skeleton height={160} />
      ) : waves.length === 0 ? (
        <EmptyNotice icon={<IconAmbulance />} title={t('waves.none')} hint={t('waves.noneHint')} />
      ) : (
        <>
          {running.map((wave) => (
            <WaveCard key={wave.id} wave={wave} />
          ))}
          {ended.length > 0 && (
            <details className={classes.ended} open={running.length === 0}>
              <summary>{t('waves.ended', { count: ended.length })}</summary>
              {ended.map((wave) => (
                <WaveCard key={wave.id} wave={wave} />
              ))}
            </details>
          )}
        </>
      )}
      {asking && (
        <WaveForm
          onClose={() => setAsking(false)}
          onStarted={(answer) => {
            setAsking(false);
            setStarted(answer);
          }}
        />
      )}
      {started && (
        <Modal
          opened
          onClose={() => setStarted(null)}
          title={t('waves.keyTitle', { vehicle: started.wave.vehicle })}
        >
          <div className={classes.key}>
            <p className="prose">{t('waves.keyHint')}</p>
            <code className="mono ltr" dir="ltr">
              {started.key}
            </code>
            <CopyButton value={started.key}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" onClick={copy}>
                  {t(copied ? 'common.copied' : 'common.copy')}
                </Button>
              )}
            </CopyButton>
          </div>
        </Modal>
      )}
    </div>
  );
}
