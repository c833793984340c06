import { Tooltip } from '@mantine/core';
import { IconDeviceCctv, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '../api/platform.ts';
import { Mark } from '../components/mark.tsx';
import { SEVERITIES } from '../components/severity-mark.tsx';
import { useFormat } from '../format/use-format.ts';
import { useConnected } from '../live-updates.tsx';
import classes from './top-bar.module.css';

/** Whether the city is being watched: cameras, delay, suspended systems, and the console's own connection. */
export function SystemStatus() {
  const { t } = useTranslation();
  const format = useFormat();
  const connected = useConnected();
  const { data: status, isError } = useQuery(statusQuery);

  if (!connected || isError) {
    return (
      <Tooltip label={t('bar.offlineHint')} multiline w={280}>
        <span className={classes.statusItem} role="status">
          <IconPlugConnectedX size={18} color="var(--high)" aria-hidden="true" />
          <span>{t('bar.offline')}</span>
        </span>
      </Tooltip>
    );
  }
  if (!status) return null;
  const { cameras, suspendedSystems, partlySuspendedSystems, ingestLagMs, workers, ledger, noticed } = status;
  const camerasUp = t('bar.camerasUp', {
    live: format.number(cameras.live),
    total: format.number(cameras.total),
  });
  const more = [
    camerasUp,
    cameras.failed > 0 && t('bar.camerasFailed', { count: cameras.failed }),
    cameras.simulated > 0 && t('bar.camerasSimulated', { count: cameras.simulated }),
  ].filter((line) => line !== false);
  const sources = (bySource: NonNullable<typeof noticed>['bySource']) =>
    Object.entries(bySource).map(([source, open]) =>
      t('bar.noticedFrom', {
        source: t(`incidents.source.${source as keyof typeof bySource}`),
        number: format.number(open),
      }),
    );
  return (
    <div className={classes.status}>
      {!workers.some(({ alive }) => alive) && (
        <Tooltip label={t('bar.noWorkerHint')} multiline w={260}>
          <span>
            <Mark shape="triangle" tone="high">
              {t('bar.noWorker')}
            </Mark>
          </span>
        </Tooltip>
      )}
      <Tooltip label={more.join(' · ')}>
        <Link
          to="/cameras"
          className={classes.statusItem}
          aria-label={more.join(', ')}
          style={{ color: 'inherit', textDecoration: 'none' }}
        >
          <IconDeviceCctv
            size={18}
            color={cameras.failed > 0 ? 'var(--high)' : 'var(--good)'}
            aria-hidden="true"
          />
          <span className="ltr">
            {format.number(cameras.live)}/{format.number(cameras.total)}
          </span>
        </Link>
      </Tooltip>
      {ingestLagMs !== null && (
        <Tooltip label={t('bar.lagHint')}>
          <span className={classes.lag}>{t('bar.lag', { lag: format.span(ingestLagMs) })}</span>
        </Tooltip>
      )}
      {ledger.intact === false && (
        <Tooltip label={t('suspension.ledger.brokenHint')} multiline w={280}>
          <Link to="/governance/ledger" style={{ textDecoration: 'none' }}>
            <Mark shape="triangle" tone="critical">
              {t('suspension.ledger.brokenBar')}
            </Mark>
          </Link>
        </Tooltip>
      )}
      {noticed !== null && noticed.severity !== null && noticed.first !== null && (
        <Tooltip
          label={t('bar.noticedHint', { sources: sources(noticed.bySource).join(' · ') })}
          multiline
          w={280}
        >
          <Link
            to="/governance/incidents"
            search={{ kind: 'incident', id: noticed.first }}
            style={{ textDecoration: 'none' }}
          >
            <Mark {...SEVERITIES[noticed.severity]}>
              {t('bar.noticed', {
                count: noticed.open,
                severity: t(`incidents.severity.${noticed.severity}`),
              })}
            </Mark>
          </Link>
        </Tooltip>
      )}
      {suspendedSystems.length === 0 && partlySuspendedSystems.length > 0 && (
        <Link to="/governance" style={{ textDecoration: 'none' }}>
          <Mark shape="square" tone="suspended">
            {t('suspension.partly', { count: partlySuspendedSystems.length })}
          </Mark>
        </Link>
      )}
      {suspendedSystems.length > 0 && (
        <Link to="/governance" style={{ textDecoration: 'none' }}>
          <Mark shape="square" tone="suspended">
            {t('bar.suspended', { count: suspendedSystems.length })}
          </Mark>
        </Link>
      )}
    </div>
  );
}
