import type { Alert } from '@amaan/contracts/alert';
import { observedIn } from '@amaan/contracts/observed';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlateText } from '../../components/plate-text.tsx';
import { AlertStateMark, Confidence, PriorityMark, SimulatedMark } from '../../components/status-marks.tsx';
import { RelativeTime } from '../../format/relative-time.tsx';
import { ObjectThumbnail } from '../../picture/object-thumbnail.tsx';
import classes from './alert-card.module.css';
import type { AlertSearch } from './alert-search.ts';
import { useAlertTitle } from './use-alert-title.ts';

/** One alert in the queue: what and where in one line, when, how urgent, how sure, who decided. */
export const AlertCard = memo(function AlertCard({ alert, open }: { alert: Alert; open: boolean }) {
  const { t } = useTranslation();
  const titleOf = useAlertTitle();
  const { observation, review } = alert;
  const seen = observedIn(observation);
  return (
    <li id={`alert-${alert.id}`} data-item={alert.id} className={classes.item}>
      <Link
        to="/operations"
        search={(before) => ({ ...(before as AlertSearch), alert: alert.id })}
        replace
        className={classes.card}
        aria-current={open || undefined}
        data-critical={(alert.state === 'new' && alert.priority === 'critical') || undefined}
      >
        <ObjectThumbnail alert={alert} />
        <span className={classes.words}>
          <span className={classes.head}>
            <bdi className={classes.rule}>{titleOf(alert)}</bdi>
            {observation.kind === 'plate-read' && <PlateText text={observation.reading.text} />}
          </span>
          <span className={`${classes.camera} quiet`}>
            <bdi className="cut">{alert.cameraName}</bdi>
            <span className={classes.when}>
              <RelativeTime instant={alert.raisedAt} />
            </span>
          </span>
          <span className={classes.marks}>
            <PriorityMark
              priority={alert.priority}
              blinking={alert.state === 'new' && alert.priority === 'critical'}
            />
            {(observation.kind !== 'traffic-incident' || seen.class !== null) && (
              <span className="quiet">
                {t(`object.${seen.class ?? 'plate'}`)}, <Confidence value={seen.confidence} />
              </span>
            )}
            {alert.simulated && <SimulatedMark />}
          </span>
          {review && (
            <span className={classes.marks}>
              <AlertStateMark state={alert.state} />
              <bdi className="quiet">{review.byName}</bdi>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
});
