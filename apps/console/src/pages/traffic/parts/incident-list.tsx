import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { trafficIncidentsQuery } from '../../../api/traffic.ts';
import { Mark } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './incident-list.module.css';

/** Incidents on the road of some cameras in a time, newest first, each with the alert that it raised. */
export function IncidentList({
  cameras,
  from,
  to,
}: {
  cameras: readonly string[];
  from: string;
  to: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useQuery(trafficIncidentsQuery(cameras, from, to));
  return (
    <section className={classes.panel} aria-label={t('traffic.incidents')}>
      <h2>{t('traffic.incidents')}</h2>
      <ProblemLine error={error} />
      {data === undefined && !error && <Skeleton height={60} />}
      {data?.length === 0 && <p className="quiet">{t('traffic.noIncidents')}</p>}
      <ul className={classes.list}>
        {data?.map(({ id, cameraName, laneName, simulated, incident, ended, alert }) => (
          <li key={id} className={classes.item}>
            <Mark shape="triangle" tone={ended === null ? 'high' : 'quiet'}>
              {t(`traffic.incident.${incident.kind}`)}
            </Mark>
            <bdi>{laneName ?? cameraName}</bdi>
            <span className="quiet">
              {ended === null
                ? t('traffic.incidentOpen', { began: format.dateTime(incident.began) })
                : t('traffic.incidentOver', {
                    began: format.dateTime(incident.began),
                    lasted: format.span(Math.max(0, Date.parse(ended) - Date.parse(incident.began))),
                  })}
            </span>
            <span className="quiet">
              {t('traffic.incidentNoticed', { seconds: format.number(incident.secondsToDetect, 1) })}
            </span>
            {simulated && <SimulatedMark />}
            {alert && (
              <Link to="/operations" search={{ alert: alert.id }} className={classes.link}>
                {t(`traffic.alert.${alert.state}`)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
