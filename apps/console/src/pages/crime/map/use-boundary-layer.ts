import type { Boundary } from '@amaan/contracts/crime/boundary';
import type { Position } from '@amaan/contracts/geometry';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { boundariesQuery } from '../../../api/crime.ts';
import { middleOf } from '../layers/cell-features.ts';
import type { AreaFeatures, AreaLabel } from '../layers/drawn-layer.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import type { LayerModel } from './layer-model.ts';

/** Areas of police stations with their names. */
export function useBoundaryLayer(
  siteId: string | undefined,
  opacity: number | null,
): LayerModel & { readonly labels: readonly AreaLabel[] } {
  const { t, i18n } = useTranslation();
  const looks = useCrimeLooks(useComputedColorScheme());
  const shown = opacity !== null;
  const { data } = useQuery({
    ...boundariesQuery(siteId ?? ''),
    enabled: shown && siteId !== undefined,
  });
  const boundaries = shown ? (data?.boundaries ?? null) : null;
  const urdu = i18n.language === 'ur';
  const features = useMemo(() => boundaries && boundaryFeatures(boundaries), [boundaries]);
  const labels = useMemo(
    () =>
      (boundaries ?? []).map((boundary) => ({
        text: nameOf(boundary, urdu),
        position: middleOf(outerRing(boundary)),
      })),
    [boundaries, urdu],
  );
  return {
    ...{ name: 'boundaries', run: null, items: [], formats: [], labels },
    drawn: features && {
      id: 'boundaries',
      form: 'areas',
      opacity: opacity ?? 0,
      features,
      looks: looks.stations,
    },
    legend: boundaries && {
      title: t('crimeMap.layer.boundaries'),
      ...{ opacity: opacity ?? 0, form: 'marks' },
      entries: [
        { swatch: looks.stations.area!, label: t('crimeMap.boundaryMark', { count: boundaries.length }) },
      ],
    },
    finding: boundaries?.length === 0 ? t('crimeMap.noBoundaries') : null,
    describe: (place) => {
      const boundary = boundaries?.[place];
      return boundary ? nameOf(boundary, urdu) : null;
    },
  };
}

const nameOf = ({ name, nameUrdu }: Boundary, urdu: boolean) => (urdu && nameUrdu !== '' ? nameUrdu : name);

/** The edge of the first part of an area. */
function outerRing({ geometry }: Boundary): readonly Position[] {
  return geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!;
}

function boundaryFeatures(boundaries: readonly Boundary[]): AreaFeatures {
  return {
    type: 'FeatureCollection',
    features: boundaries.map(({ geometry }, place) => ({
      type: 'Feature',
      properties: { place, mark: 'area', sign: '' },
      geometry: closed(geometry),
    })),
  };
}

/** With its rings closed, as GeoJSON wants them: an open one is drawn without its last side. */
function closed(geometry: Boundary['geometry']): Boundary['geometry'] {
  const ring = (positions: Position[]) => {
    const [first, last] = [positions[0]!, positions.at(-1)!];
    return first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
  };
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: geometry.coordinates.map(ring) }
    : { ...geometry, coordinates: geometry.coordinates.map((part) => part.map(ring)) };
}
