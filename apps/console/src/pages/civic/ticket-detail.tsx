import type { CivicTicketView } from '@amaan/contracts/civic/civic-ticket';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { camerasQuery } from '../../api/cameras.ts';
import { civicTicketQuery, ticketSheetUrl } from '../../api/civic.ts';
import parts from '../../components/detail-parts.module.css';
import frame from '../../components/list-detail.module.css';
import { OpenThing } from '../../components/open-thing.tsx';
import { SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './civic.module.css';
import { CivicStateMark, DueMark } from './civic-marks.tsx';
import { TicketActions } from './ticket-actions.tsx';
import { TicketPictures } from './ticket-pictures.tsx';
import { TicketSteps } from './ticket-steps.tsx';
import { useDepartmentName } from './use-department-name.ts';

const PlaceMap = lazy(() =>
  import('../../map/place-map.tsx').then(({ PlaceMap }) => ({ default: PlaceMap })),
);

/** One ticket: before and after beside each other, what can be done with it, where it is, and what was done. */
export function TicketDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(civicTicketQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(ticket) => <OpenTicket ticket={ticket} />}
    </OpenThing>
  );
}

function OpenTicket({ ticket }: { ticket: CivicTicketView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const departmentName = useDepartmentName();
  const { data: cameras = [] } = useQuery({ ...camerasQuery, enabled: may('camera.read') });
  const camera = cameras.find(({ id }) => id === ticket.cameraId);
  const { number, kind, place, state, note, department, dueAt, openedAt, openedBy, origin, alertId } = ticket;
  return (
    <>
      <header className={frame.heading}>
        <h1>{t(`civic.kind.${kind}`)}</h1>
        <CivicStateMark state={state} />
        <DueMark ticket={ticket} />
        {ticket.simulated && <SimulatedMark />}
      </header>
      <p className={classes.place}>
        <bdi>{place}</bdi>
      </p>
      <div className={classes.main}>
        <TicketPictures ticket={ticket} />
        <div className={classes.side}>
          {may('civic.work') && <TicketActions key={state} ticket={ticket} />}
          <dl className={parts.terms}>
            <dt>{t('civic.number')}</dt>
            <dd>
              <bdi className="mono">{number}</bdi>
            </dd>
            <dt>{t('civic.opened')}</dt>
            <dd>
              {origin === 'rule'
                ? t('civic.suggestedAt', { time: format.dateTime(openedAt) })
                : t('civic.reportedAt', { time: format.dateTime(openedAt), name: openedBy })}
              {alertId !== null && may('alert.read') && (
                <>
                  {' '}
                  <Link to="/operations" search={{ alert: alertId }}>
                    {t('civic.seeAlert')}
                  </Link>
                </>
              )}
            </dd>
            {camera !== undefined && (
              <>
                <dt>{t('civic.camera')}</dt>
                <dd>
                  <bdi>{camera.name}</bdi>
                </dd>
              </>
            )}
            {department !== null && (
              <>
                <dt>{t('civic.department')}</dt>
                <dd>
                  <bdi>{departmentName(department)}</bdi>
                </dd>
              </>
            )}
            {dueAt !== null && (
              <>
                <dt>{t('civic.due')}</dt>
                <dd>{format.dateTime(dueAt)}</dd>
              </>
            )}
            {note !== '' && (
              <>
                <dt>{t('civic.note')}</dt>
                <dd dir="auto">{note}</dd>
              </>
            )}
          </dl>
          {may('civic.work') && (
            <Button
              component="a"
              href={ticketSheetUrl(ticket.id)}
              download
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
            >
              {t('civic.print')}
            </Button>
          )}
          <div className={classes.map}>
            <Suspense fallback={null}>
              <PlaceMap position={ticket.position} label={place} simulated={ticket.simulated} />
            </Suspense>
          </div>
        </div>
        <TicketSteps steps={ticket.steps} />
      </div>
    </>
  );
}
