import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { IncidentPoints } from '@amaan/contracts/crime/incident';
import { Button, useComputedColorScheme } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { purposeQuery } from '../../../api/access.ts';
import { incidentPointsQuery } from '../../../api/crime.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { PurposeDialog } from '../../purpose/purpose-dialog.tsx';
import { CRIME_COLOURS } from '../layers/crime-colours.ts';
import type { PointFeatures } from '../layers/drawn-layer.ts';
import type { LayerModel } from './layer-model.ts';

/** Single incidents: moved a little, or, for who states a purpose, where they happened. */
export function useIncidentLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const { t } = useTranslation();
  const format = useFormat();
  const ground = useComputedColorScheme();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('crime-incident.exact') });
  const exact = asked && may('crime-incident.exact') && stated?.purpose != null;
  const shown = selection !== null && opacity !== null;
  const { data, error } = useQuery({
    ...incidentPointsQuery(selection as IncidentSelection, exact),
    enabled: shown,
  });
  const points = useMemo(() => (shown && data ? pointFeatures(data) : null), [shown, data]);
  const colour = CRIME_COLOURS[ground].cluster;
  return {
    ...{ name: 'incidents', run: null, items: [], formats: [] },
    drawn: points && { id: 'incidents', form: 'points', opacity: opacity ?? 0, points, colour },
    legend:
      points && data
        ? {
            title: t(data.exact ? 'crimeMap.exactTitle' : 'crimeMap.layer.incidents'),
            ...{ opacity: opacity ?? 0, form: 'marks' },
            entries: [
              {
                swatch: { fill: colour, round: true },
                label: t('crimeMap.incidentMark', { count: data.features.length }),
              },
            ],
          }
        : null,
    finding: data ? t(data.exact ? 'crimeMap.incidentsExact' : 'crimeMap.incidentsMoved') : null,
    notes: data?.notes.leftOut.map(({ reason, incidents }) =>
      t(`crimeMap.leftOut.${reason}`, { count: incidents }),
    ),
    more: (
      <>
        <ProblemLine error={shown ? error : null} />
        {may('crime-incident.exact') && <ExactChoice exact={exact} onChange={setAsked} />}
      </>
    ),
    describe: (place) => {
      const properties = data?.features[place]?.properties;
      return properties
        ? [t(`crime.kind.${properties.kind}`), properties.offence, format.dateTime(properties.from)].join(
            ' · ',
          )
        : null;
    },
  };
}

/** True places only for a stated purpose, and never by themselves. */
function ExactChoice({ exact, onChange }: { exact: boolean; onChange: (exact: boolean) => void }) {
  const { t } = useTranslation();
  const { data: stated } = useQuery(purposeQuery);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={
          exact ? <IconEyeOff size={16} aria-hidden="true" /> : <IconEye size={16} aria-hidden="true" />
        }
        onClick={() => (exact || stated?.purpose != null ? onChange(!exact) : setAsking(true))}
      >
        {t(exact ? 'crimeMap.hideExact' : 'crimeMap.showExact')}
      </Button>
      {asking && (
        <PurposeDialog
          title={t('crimeMap.exactTitle')}
          why={t('crimeMap.exactWhy')}
          onStated={() => onChange(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function pointFeatures({ features }: IncidentPoints): PointFeatures {
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry }, place) => ({ type: 'Feature', properties: { place }, geometry })),
  };
}
