import { SaxesParser } from 'saxes';

/** An element of a document, with its name as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Children of a type in their order: a name, and how often it must and may be there. */
type Sequence = readonly (readonly [name: string, type: string, least: number, most: number])[];

const ANY = Number.POSITIVE_INFINITY;

/**
 * What the published schemas of DATEX II 3.7 (DATEXII_3_RoadTrafficData.xsd, DATEXII_3_Common.xsd,
 * DATEXII_3_LocationReferencing.xsd, DATEXII_3_D2Payload.xsd) demand of the elements that are written here: the order of
 * children, how many, and the type of what they hold. Optional children that are never written are left out.
 */
const TYPES: Readonly<Record<string, Sequence | RegExp>> = {
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  String: /^.{0,1024}$/s,
  CountryCode: /^[a-z]{2}$/,
  Whole: /^\d+$/,
  Float: /^-?\d+(\.\d+)?$/,
  Empty: /^$/,
  Confidentiality: /^(internalUse|noRestriction|restrictedToAuthorities)$/,
  Status: /^(real|test|technicalExercise|securityExercise)$/,
  DataType: /^traffic(Concentration|Flow|Gap|Headway|Speed)$/,
  VehicleType: /^(bicycle|bus|car|lorry|motorcycle)$/,
  TimeMeaning: /^(beginTime|endTime|middleTime)$/,
  Multilingual: [['com:values', 'MultilingualValues', 1, 1]],
  MultilingualValues: [['com:value', 'String', 1, ANY]],
  InternationalIdentifier: [
    ['com:country', 'CountryCode', 1, 1],
    ['com:nationalIdentifier', 'String', 1, 1],
  ],
  HeaderInformation: [
    ['com:confidentiality', 'Confidentiality', 0, 1],
    ['com:informationStatus', 'Status', 1, 1],
  ],
  'roa:MeasurementSiteTablePublication': [
    ['com:publicationTime', 'DateTime', 1, 1],
    ['com:publicationCreator', 'InternationalIdentifier', 1, 1],
    ['roa:headerInformation', 'HeaderInformation', 1, 1],
    ['roa:measurementSiteTable', 'MeasurementSiteTable', 1, ANY],
  ],
  'roa:MeasuredDataPublication': [
    ['com:publicationTime', 'DateTime', 1, 1],
    ['com:publicationCreator', 'InternationalIdentifier', 1, 1],
    ['roa:measurementSiteTableReference', 'Empty', 1, ANY],
    ['roa:headerInformation', 'HeaderInformation', 1, 1],
    ['roa:siteMeasurements', 'SiteMeasurements', 1, ANY],
  ],
  MeasurementSiteTable: [['roa:measurementSite', 'MeasurementSite', 1, ANY]],
  MeasurementSite: [
    ['roa:measurementEquipmentTypeUsed', 'Multilingual', 0, 1],
    ['roa:measurementSiteName', 'Multilingual', 0, 1],
    ['roa:measurementSiteNumberOfLanes', 'Whole', 0, 1],
    ['roa:measurementSiteIdentification', 'String', 0, 1],
    ['roa:measurementSpecificCharacteristics', 'IndexedCharacteristics', 0, ANY],
    ['roa:measurementSiteLocation', 'loc:PointLocation', 1, 1],
  ],
  IndexedCharacteristics: [['roa:measurementSpecificCharacteristics', 'Characteristics', 1, 1]],
  Characteristics: [
    ['roa:period', 'Float', 0, 1],
    ['roa:specificMeasurementValueType', 'DataType', 1, 1],
    ['roa:specificVehicleCharacteristics', 'VehicleCharacteristics', 0, 1],
    ['roa:specificLane', 'Lane', 0, ANY],
  ],
  VehicleCharacteristics: [['com:vehicleType', 'VehicleType', 0, ANY]],
  Lane: [['loc:laneNumber', 'Whole', 0, 1]],
  'loc:PointLocation': [['loc:pointByCoordinates', 'PointByCoordinates', 0, 1]],
  PointByCoordinates: [
    ['loc:bearing', 'Whole', 0, 1],
    ['loc:pointCoordinates', 'PointCoordinates', 1, 1],
  ],
  PointCoordinates: [
    ['loc:latitude', 'Float', 1, 1],
    ['loc:longitude', 'Float', 1, 1],
  ],
  SiteMeasurements: [
    ['roa:measurementSiteReference', 'Empty', 1, 1],
    ['roa:physicalQuantity', 'IndexedQuantity', 0, ANY],
    ['roa:measurementTimeDefault', 'MeasurementTime', 1, 1],
  ],
  IndexedQuantity: [['roa:physicalQuantity', 'roa:SinglePhysicalQuantity', 1, 1]],
  'roa:SinglePhysicalQuantity': [['roa:basicData', 'BasicData', 0, 1]],
  MeasurementTime: [
    ['roa:timeMeaning', 'TimeMeaning', 0, 1],
    ['roa:timeValue', 'DateTime', 0, 1],
  ],
  'roa:TrafficFlow': [
    ['roa:forVehiclesWithCharacteristicsOf', 'VehicleCharacteristics', 0, 1],
    ['roa:vehicleFlow', 'VehicleFlowValue', 0, 1],
  ],
  VehicleFlowValue: [['com:vehicleFlowRate', 'Whole', 1, 1]],
  'roa:TrafficSpeed': [
    ['roa:averageVehicleSpeed', 'SpeedValue', 0, 1],
    ['roa:speedPercentile', 'SpeedPercentile', 0, ANY],
  ],
  SpeedPercentile: [
    ['roa:vehiclePercentage', 'PercentageValue', 1, 1],
    ['roa:speedPercentile', 'SpeedValue', 1, 1],
  ],
  SpeedValue: [['com:speed', 'Float', 1, 1]],
  PercentageValue: [['com:percentage', 'Float', 1, 1]],
  'roa:TrafficConcentration': [
    ['roa:density', 'DensityValue', 0, 1],
    ['roa:occupancy', 'PercentageValue', 0, 1],
  ],
  DensityValue: [['roa:densityOfVehicles', 'Whole', 1, 1]],
  'roa:TrafficHeadway': [['roa:averageTimeHeadway', 'DurationValue', 0, 1]],
  'roa:TrafficGap': [['roa:averageTimeGap', 'DurationValue', 0, 1]],
  DurationValue: [['roa:duration', 'Float', 1, 1]],
};

/** Attributes that must be there, by the element's name. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'd2:payload': ['lang', 'modelBaseVersion', 'xsi:type'],
  'roa:measurementSiteTable': ['id', 'version'],
  'roa:measurementSite': ['id', 'version'],
  'roa:measurementSiteTableReference': ['id', 'version', 'targetClass'],
  'roa:measurementSiteReference': ['id', 'version', 'targetClass'],
  'com:value': ['lang'],
};

/** Parses a document; throws where it is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: XmlElement = { name, attributes: values, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

/** What of a document is against the schemas, one line for each place; empty where it is as they demand. */
export function datexFaults(xml: string): string[] {
  const root = parseXml(xml);
  if (root.name !== 'd2:payload') return [`The root is ${root.name}.`];
  return faultsOf(root, root.attributes['xsi:type'] ?? '', root.name);
}

function faultsOf(element: XmlElement, type: string, path: string): string[] {
  const own = (ATTRIBUTES[element.name] ?? [])
    .filter((name) => element.attributes[name] === undefined)
    .map((name) => `${path} has no ${name}`);
  const rule = TYPES[element.attributes['xsi:type'] ?? type];
  if (!rule) return [...own, `${path} is of an unknown type ${type}`];
  if (rule instanceof RegExp)
    return element.children.length === 0 && rule.test(element.text)
      ? own
      : [...own, `${path} holds "${element.text}"`];
  let at = 0;
  for (const [name, , least, most] of rule) {
    let count = 0;
    while (element.children[at]?.name === name) {
      at += 1;
      count += 1;
    }
    if (count < least || count > most) own.push(`${path} has ${count} ${name}`);
  }
  const stray = element.children[at];
  if (stray) own.push(`${path} has ${stray.name} in a place where it must not be`);
  return [
    ...own,
    ...element.children.flatMap((child, index) => {
      const next = rule.find(([name]) => name === child.name)?.[1];
      return next ? faultsOf(child, next, `${path}/${child.name}[${index}]`) : [];
    }),
  ];
}
