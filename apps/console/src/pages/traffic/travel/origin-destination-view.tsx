import { csvText } from '@amaan/contracts/csv-text';
import type { OriginDestination } from '@amaan/contracts/traffic/api-travel-times';
import { Button, MultiSelect } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../../api/cameras.ts';
import { askOriginDestination, travelRecordsQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { AskedFields, newAsked, problemOfAsked } from './asked-fields.tsx';
import classes from './travel.module.css';

/** As many cameras as the server takes. */
const MOST_CAMERAS = 50;

/** From where to where vehicles drive among some plate cameras. */
export function OriginDestinationView() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [asked, setAsked] = useState(() => newAsked(Date.now()));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const problem = chosen.length < 2 ? 'travel.needsTwo' : problemOfAsked(asked);
  const ask = useMutation({
    mutationFn: () =>
      askOriginDestination({
        ...{ cameras: [...chosen], gapMinutes: 30 },
        ...{
          from: asked.from!,
          to: asked.to!,
          stepMinutes: asked.stepMinutes,
          purpose: asked.purpose.trim(),
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: travelRecordsQuery.queryKey }),
  });
  const named = new Map(cameras.map((camera) => [camera.id, camera]));
  return (
    <>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) ask.mutate();
        }}
      >
        <MultiSelect
          size="xs"
          searchable
          clearable
          hidePickedOptions
          limit={100}
          maxValues={MOST_CAMERAS}
          label={t('travel.cameras')}
          value={[...chosen]}
          data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <AskedFields value={asked} onChange={setAsked} />
        {tried && problem !== null && <p role="alert">{t(problem)}</p>}
        <ProblemLine error={ask.error} />
        <Button type="submit" size="xs" loading={ask.isPending}>
          {t('travel.ask')}
        </Button>
      </form>
      {ask.data && (
        <Pairs
          found={ask.data}
          nameOf={(id) => named.get(id)?.name ?? id}
          simulated={chosen.some((id) => named.get(id)?.simulated)}
        />
      )}
    </>
  );
}

function Pairs({
  found: { pairs, pairsWithheld },
  nameOf,
  simulated,
}: {
  found: OriginDestination;
  nameOf: (id: string) => string;
  simulated: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sorted = pairs.toSorted((a, b) => b.journeys - a.journeys);
  if (sorted.length === 0)
    return (
      <EmptyNotice
        icon={<IconTable />}
        title={t('travel.tooFew')}
        hint={t('travel.withheld', { count: pairsWithheld })}
      />
    );
  return (
    <section className={classes.panel}>
      <div className={classes.line}>
        <h2>
          {t('travel.pairsFinding', {
            from: nameOf(sorted[0]!.originCameraId),
            to: nameOf(sorted[0]!.destinationCameraId),
            count: sorted[0]!.journeys,
          })}
        </h2>
        {simulated && <SimulatedMark />}
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('travel.origin')}</th>
              <th scope="col">{t('travel.destination')}</th>
              <th scope="col">{t('travel.journeys')}</th>
              <th scope="col">{t('traffic.axis.vehicles')}</th>
              <th scope="col">{t('travel.median')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ originCameraId, destinationCameraId, journeys, vehicles, medianSeconds }) => (
              <tr key={`${originCameraId} ${destinationCameraId}`}>
                <td>
                  <bdi>{nameOf(originCameraId)}</bdi>
                </td>
                <td>
                  <bdi>{nameOf(destinationCameraId)}</bdi>
                </td>
                <td className="ltr">{format.number(journeys)}</td>
                <td className="ltr">{format.number(vehicles)}</td>
                <td>{format.span(medianSeconds * 1000)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pairsWithheld > 0 && <p className="quiet">{t('travel.withheld', { count: pairsWithheld })}</p>}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() =>
          saveCsv(
            'origin-destination.csv',
            csvText(
              ['simulated', 'origin', 'destination', 'journeys', 'vehicles', 'median_s'],
              sorted.map((one) => [
                ...[
                  simulated ? 'SIMULATED' : '',
                  nameOf(one.originCameraId),
                  nameOf(one.destinationCameraId),
                ],
                ...[one.journeys, one.vehicles, one.medianSeconds].map(String),
              ]),
            ),
          )
        }
      >
        {t('traffic.csv')}
      </Button>
    </section>
  );
}
