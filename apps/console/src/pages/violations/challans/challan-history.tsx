import type { ChallanEvent } from '@amaan/contracts/violations/challan';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import classes from './challans.module.css';

/** Everything that happened to a challan, in order. */
export function ChallanHistory({ events }: { events: readonly ChallanEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="challan-history">
      <h2 id="challan-history">{t('challans.history')}</h2>
      <ol className={classes.events}>
        {events.map(({ id, event, cause, note, byName, at }) => (
          <li key={id}>
            <strong>{t(`challans.events.${event}`)}</strong>
            {cause !== null && <span>{t('challans.cause', { cause: t(`challans.causes.${cause}`) })}</span>}
            {note !== '' && (
              <q>
                <bdi>{note}</bdi>
              </q>
            )}
            <span className="quiet">
              {byName === null
                ? t('challans.itself', { time: format.dateTime(at) })
                : t('challans.by', { name: byName, time: format.dateTime(at) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
