import type { PublishedLane } from './published-lane.ts';

const CONTEXT = [
  'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld',
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
];

interface Property {
  readonly type: 'Property';
  readonly value: unknown;
  readonly unitCode?: string;
}

/** An NGSI-LD entity, normalised. */
export interface TrafficFlowObserved {
  readonly id: string;
  readonly type: 'TrafficFlowObserved';
  readonly '@context': readonly string[];
  readonly [attribute: string]: unknown;
}

/** Levels of service at which a lane is called congested. */
const CONGESTED_LEVELS: readonly string[] = ['F'];

/**
 * A lane's figures as FIWARE's `TrafficFlowObserved` in NGSI-LD (Smart Data Models, dataModel.Transportation; ETSI GS CIM
 * 009). What was not measured is left out. `intensity` is the number of vehicles in the period, as the model says, not a
 * flow; `unitCode` is UN/CEFACT's.
 */
export function trafficFlowObserved({ site, measures }: PublishedLane): TrafficFlowObserved {
  const { figures, from, to } = measures;
  const entity: Record<string, unknown> = {
    name: text(site.name),
    description: text(site.approach),
    laneId: { type: 'Property', value: site.laneNumber },
    dateObserved: dateTime(`${from}/${to}`),
    dateObservedFrom: dateTime(from),
    dateObservedTo: dateTime(to),
    intensity: number(figures.vehicles),
    occupancy: number(figures.occupancy),
    averageVehicleSpeed: number(figures.speedKmh?.value, 'KMH'),
    averageHeadwayTime: number(figures.headwaySeconds?.value, 'SEC'),
    congested: figures.levelOfService && {
      type: 'Property',
      value: CONGESTED_LEVELS.includes(figures.levelOfService),
    },
    location: site.position && {
      type: 'GeoProperty',
      value: { type: 'Point', coordinates: site.position },
    },
  };
  return {
    id: `urn:ngsi-ld:TrafficFlowObserved:${encodeURIComponent(site.id)}:${from}`,
    type: 'TrafficFlowObserved',
    ...Object.fromEntries(
      Object.entries(entity).filter(([, value]) => value !== null && value !== undefined),
    ),
    '@context': CONTEXT,
  };
}

function text(value: string): Property {
  return { type: 'Property', value };
}

function number(value: number | null | undefined, unitCode?: string): Property | null {
  if (value === null || value === undefined) return null;
  return { type: 'Property', value, ...(unitCode && { unitCode }) };
}

function dateTime(value: string): Property {
  return { type: 'Property', value: { '@type': 'DateTime', '@value': value } };
}
