import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import type { LaneMeasures, LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { describe, expect, it } from 'vitest';
import { laneFigures } from '../measuring/lane-figures.ts';
import { emptyLaneSums } from '../measuring/lane-sums.ts';
import { datexFaults, parseXml, type XmlElement } from '../testing/datex-structure.ts';
import { type DatexHeader, datexMeasuredData, datexSiteTable } from './datex.ts';
import type { MeasuringSite, PublishedLane } from './published-lane.ts';
import { trafficCsv } from './traffic-csv.ts';
import { trafficFlowObserved } from './traffic-flow-observed.ts';

const SITE: MeasuringSite = {
  id: 'camera-7/north-1',
  version: 3,
  name: 'Lane 1 <"inner" & fast>',
  approach: 'Jail Road, شمال',
  laneNumber: 1,
  position: [74.3142, 31.5312],
  bearing: 359.7,
};
const HEADER: DatexHeader = {
  publishedAt: '2026-03-01T08:15:01.000Z',
  country: 'pk',
  publisher: 'Amaan demonstration',
  tableId: 'amaan-lanes',
  tableVersion: '12',
  periodSeconds: 900,
  status: 'test',
};
const FULL: LaneSums = {
  ...emptyLaneSums(),
  observedMs: 900_000,
  counts: { car: 100, truck: 10 },
  speeds: 2,
  speedSum: 11_000,
  speedSquares: 60_520_000,
  speedNoiseSquares: 5000,
  speedBiasSum: 100,
  speedHistogram: { 53: 1, 57: 1 },
  headways: 2,
  headwaySumMs: 9000,
  headwaySquares: 40_500_000,
  gaps: 1,
  gapSumMs: 4000,
  gapSquares: 16_000_000,
  occupiedMs: 90_000,
  presentMs: 300_000,
  travelledCm: 450_000,
  areaMetreMs: 45_000_000,
  queueWatchedMs: 900_000,
  queueVehicleMs: 1_800_000,
  maxQueueVehicles: 7,
  delays: 2,
  delaySumMs: 180_000,
  delaySquares: 16_200_000_000,
};

function published(sums: LaneSums, site = SITE): PublishedLane {
  const times = { from: '2026-03-01T08:00:00.000Z', to: '2026-03-01T08:15:00.000Z' };
  const lane = { viewId: null, laneId: 'north-1', laneName: site.name, approach: site.approach };
  const measures: LaneMeasures = { ...lane, ...times, figures: laneFigures(sums, 900) };
  return { site, measures };
}
const ONLY_COUNTED = published({ ...emptyLaneSums(), observedMs: 450_000, counts: { bus: 3 } });

function all(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => all(child, name)),
  ];
}

describe('TrafficFlowObserved', () => {
  it('has the attributes of the Smart Data Model, normalised as NGSI-LD', () => {
    const entity = trafficFlowObserved(published(FULL));
    expect(entity).toEqual({
      id: 'urn:ngsi-ld:TrafficFlowObserved:camera-7%2Fnorth-1:2026-03-01T08:00:00.000Z',
      type: 'TrafficFlowObserved',
      name: { type: 'Property', value: SITE.name },
      description: { type: 'Property', value: SITE.approach },
      laneId: { type: 'Property', value: 1 },
      dateObserved: {
        type: 'Property',
        value: { '@type': 'DateTime', '@value': '2026-03-01T08:00:00.000Z/2026-03-01T08:15:00.000Z' },
      },
      dateObservedFrom: {
        type: 'Property',
        value: { '@type': 'DateTime', '@value': '2026-03-01T08:00:00.000Z' },
      },
      dateObservedTo: {
        type: 'Property',
        value: { '@type': 'DateTime', '@value': '2026-03-01T08:15:00.000Z' },
      },
      intensity: { type: 'Property', value: 110 },
      occupancy: { type: 'Property', value: 0.1 },
      averageVehicleSpeed: { type: 'Property', value: 55, unitCode: 'KMH' },
      averageHeadwayTime: { type: 'Property', value: 4.5, unitCode: 'SEC' },
      // 90 s a vehicle are level F.
      congested: { type: 'Property', value: true },
      location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [74.3142, 31.5312] } },
      '@context': [
        'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld',
        'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
      ],
    });
  });

  it('leaves out what was not measured', () => {
    const { measures } = ONLY_COUNTED;
    const entity = trafficFlowObserved({ site: { ...SITE, position: null }, measures });
    expect(Object.keys(entity)).not.toEqual(
      expect.arrayContaining(['averageVehicleSpeed', 'averageHeadwayTime', 'congested', 'location']),
    );
    expect(entity).toMatchObject({ intensity: { value: 3 } });
  });
});

describe('DATEX II', () => {
  it('tells the sites as the schemas demand, with an index for each quantity', () => {
    const xml = datexSiteTable([SITE], HEADER);
    expect(datexFaults(xml)).toEqual([]);
    const root = parseXml(xml);
    const [site] = all(root, 'roa:measurementSite');
    expect(site!.attributes).toEqual({ id: 'camera-7/north-1', version: '3' });
    const texts = all(root, 'com:value').map(({ text }) => text);
    expect(texts).toContain('Jail Road, شمال: Lane 1 <"inner" & fast>');
    expect(all(root, 'loc:latitude')[0]!.text).toBe('31.5312');
    expect(all(root, 'loc:bearing')[0]!.text).toBe('0');
    const indexes = site!.children.flatMap(({ attributes }) => attributes.index ?? []);
    expect(indexes).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it('tells what was measured as the schemas demand, under the index of its quantity', () => {
    const xml = datexMeasuredData([published(FULL)], HEADER);
    expect(datexFaults(xml)).toEqual([]);
    const [site] = all(parseXml(xml), 'roa:siteMeasurements');
    const byIndex: Record<string, XmlElement> = Object.fromEntries(
      site!.children
        .filter(({ name }) => name === 'roa:physicalQuantity')
        .map((quantity) => [quantity.attributes.index, quantity]),
    );
    const text = (index: number, name: string) => all(byIndex[index]!, name).map((one) => one.text);
    expect(text(1, 'com:vehicleFlowRate')).toEqual(['440']);
    expect(text(2, 'com:speed')).toEqual(['55.0', '57.7']);
    expect(text(3, 'roa:densityOfVehicles')).toEqual(['7']);
    expect(text(3, 'com:percentage')).toEqual(['10.0']);
    expect(text(4, 'roa:duration')).toEqual(['4.50']);
    expect(text(5, 'roa:duration')).toEqual(['4.00']);
    expect(all(byIndex[2]!, 'roa:averageVehicleSpeed')[0]!.attributes).toEqual({
      numberOfInputValuesUsed: '2',
    });
    const classes = Object.values(byIndex).flatMap((quantity) =>
      all(quantity, 'com:vehicleType').map((type) => [
        type.text,
        all(quantity, 'com:vehicleFlowRate')[0]!.text,
      ]),
    );
    expect(Object.fromEntries(classes)).toEqual({
      bicycle: '0',
      motorcycle: '0',
      car: '400',
      lorry: '40',
      bus: '0',
    });
  });

  it('leaves out what was not measured, and sites of an unknown place', () => {
    const unplaced = { ...SITE, id: 'elsewhere', position: null };
    const xml = datexMeasuredData([ONLY_COUNTED, published(FULL, unplaced)], HEADER);
    expect(datexFaults(xml)).toEqual([]);
    expect(xml).not.toContain('elsewhere');
    expect(xml).not.toContain('TrafficSpeed');
    expect(datexSiteTable([SITE, unplaced], HEADER)).not.toContain('elsewhere');
  });

  it('is checked by something that finds faults', () => {
    const xml = datexMeasuredData([published(FULL)], HEADER);
    expect(datexFaults(xml.replace(/<roa:headerInformation>.*<\/roa:headerInformation>/, ''))).not.toEqual(
      [],
    );
    expect(datexFaults(xml.replaceAll('vehicleFlowRate>440', 'vehicleFlowRate>4.4'))).not.toEqual([]);
    expect(datexFaults(xml.replace(/ targetClass="roa:MeasurementSite"/, ''))).not.toEqual([]);
    expect(() => datexFaults(xml.replace('</d2:payload>', ''))).toThrow();
  });

  it('keeps names from being markup, and drops what XML has no place for', () => {
    const name = 'A</roa:x>\u0000\u001b & \uD800"';
    const xml = datexSiteTable([{ ...SITE, name, approach: 'B' }], HEADER);
    expect(datexFaults(xml)).toEqual([]);
    expect(all(parseXml(xml), 'com:value').map(({ text }) => text)).toContain('B: A</roa:x> & "');
  });
});

describe('the CSV', () => {
  it('has a row for each lane and time, with empty cells for what was not measured', () => {
    const rows = [...csvLines(trafficCsv([published(FULL), ONLY_COUNTED]))].map(
      ({ text }) => csvCells(text)!,
    );
    const [header, full, counted] = rows;
    expect(rows).toHaveLength(3);
    const row = (cells: string[]) => Object.fromEntries(header!.map((name, index) => [name, cells[index]]));
    expect(row(full!)).toMatchObject({
      site: 'camera-7/north-1',
      from: '2026-03-01T08:00:00.000Z',
      coverage: '1.0000',
      vehicles: '110',
      car: '100',
      truck: '10',
      bus: '0',
      flow_veh_h: '440.0',
      speed_kmh: '55.00',
      headway_s: '4.50',
      density_veh_km: '6.67',
      queue_max_vehicles: '7',
      delay_s: '90.0',
      level_of_service: 'F',
    });
    expect(row(counted!)).toMatchObject({
      vehicles: '3',
      coverage: '0.5000',
      speed_kmh: '',
      delay_s: '',
      queue_max_m: '',
    });
  });
});
