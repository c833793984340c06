import type { LaneFigures, Measured, VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import { element, type XmlPiece } from './xml-writer.ts';

/** What DATEX II calls the classes that are counted. */
const VEHICLE_TYPES: Readonly<Record<VehicleClass, string>> = {
  bicycle: 'bicycle',
  motorcycle: 'motorcycle',
  car: 'car',
  truck: 'lorry',
  bus: 'bus',
};

/** One of the quantities of a site: what the table says of it, and how a lane's figures fill it. */
export interface DatexQuantity {
  readonly index: number;
  /** `MeasuredOrDerivedDataTypeEnum`. */
  readonly valueType: string;
  /** `VehicleTypeEnum`; null: all vehicles. */
  readonly vehicleType: string | null;
  /** Null where it was not measured. */
  readonly basicData: (figures: LaneFigures) => XmlPiece | null;
}

/** The quantities of every site, in the order of their index, which measurements refer to. */
export const DATEX_QUANTITIES: readonly DatexQuantity[] = [
  {
    index: 1,
    valueType: 'trafficFlow',
    vehicleType: null,
    basicData: ({ flowVehPerHour }) => flow(flowVehPerHour),
  },
  { index: 2, valueType: 'trafficSpeed', vehicleType: null, basicData: speed },
  { index: 3, valueType: 'trafficConcentration', vehicleType: null, basicData: concentration },
  { index: 4, valueType: 'trafficHeadway', vehicleType: null, basicData: headway },
  { index: 5, valueType: 'trafficGap', vehicleType: null, basicData: gap },
  ...Object.entries(VEHICLE_TYPES).map(([name, vehicleType], at) => ({
    index: 6 + at,
    valueType: 'trafficFlow',
    vehicleType,
    basicData: ({ counts, observedSeconds }: LaneFigures) => {
      const count = counts[name as VehicleClass] ?? 0;
      return flow(
        observedSeconds > 0 ? { value: (3600 * count) / observedSeconds, error: null, n: count } : null,
        vehicleType,
      );
    },
  })),
];

function flow(measured: Measured | null, vehicleType: string | null = null): XmlPiece | null {
  if (!measured) return null;
  const vehicles = vehicleType && forVehicles(vehicleType);
  return basicData('TrafficFlow', [
    vehicles || null,
    value('vehicleFlow', 'com:vehicleFlowRate', Math.round(measured.value), measured.n),
  ]);
}

function speed({ speedKmh, speed85Kmh }: LaneFigures): XmlPiece | null {
  if (!speedKmh) return null;
  const percentile =
    speed85Kmh === null
      ? null
      : element('roa:speedPercentile', [
          element('roa:vehiclePercentage', [element('com:percentage', 85)]),
          element('roa:speedPercentile', [element('com:speed', speed85Kmh.toFixed(1))]),
        ]);
  return basicData('TrafficSpeed', [
    value('averageVehicleSpeed', 'com:speed', speedKmh.value.toFixed(1), speedKmh.n),
    percentile,
  ]);
}

function concentration({ densityVehPerKm, occupancy }: LaneFigures): XmlPiece | null {
  if (densityVehPerKm === null && occupancy === null) return null;
  return basicData('TrafficConcentration', [
    densityVehPerKm === null
      ? null
      : element('roa:density', [element('roa:densityOfVehicles', Math.round(densityVehPerKm))]),
    occupancy === null
      ? null
      : element('roa:occupancy', [element('com:percentage', (100 * occupancy).toFixed(1))]),
  ]);
}

function headway({ headwaySeconds }: LaneFigures): XmlPiece | null {
  return headwaySeconds && basicData('TrafficHeadway', [duration('averageTimeHeadway', headwaySeconds)]);
}

function gap({ gapSeconds }: LaneFigures): XmlPiece | null {
  return gapSeconds && basicData('TrafficGap', [duration('averageTimeGap', gapSeconds)]);
}

function duration(name: string, { value: seconds, n }: Measured): XmlPiece {
  return value(name, 'roa:duration', seconds.toFixed(2), n);
}

function value(name: string, inner: string, content: string | number, n: number): XmlPiece {
  return element(`roa:${name}`, [element(inner, content)], { numberOfInputValuesUsed: n });
}

function basicData(type: string, content: readonly (XmlPiece | null)[]): XmlPiece {
  return element('roa:basicData', content, { 'xsi:type': `roa:${type}` });
}

function forVehicles(vehicleType: string): XmlPiece {
  return element('roa:forVehiclesWithCharacteristicsOf', [element('com:vehicleType', vehicleType)]);
}
