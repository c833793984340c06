import type { Instant } from '@amaan/contracts/instant';
import { DATEX_QUANTITIES } from './datex-quantities.ts';
import type { MeasuringSite, PublishedLane } from './published-lane.ts';
import { element, type XmlPiece, xmlDocument } from './xml-writer.ts';

/** What every publication says of itself. */
export interface DatexHeader {
  readonly publishedAt: Instant;
  /** Who publishes: ISO 3166 country code in small letters, and a name that is unique in that country. */
  readonly country: string;
  readonly publisher: string;
  /** Of the table of sites; grows with every change. */
  readonly tableId: string;
  readonly tableVersion: string;
  /** How long the figures are over, in seconds. */
  readonly periodSeconds: number;
  /** Real traffic, or a test of the interface. */
  readonly status: 'real' | 'test';
}

const NAMESPACES = {
  'xmlns:d2': 'http://datex2.eu/schema/3/d2Payload',
  'xmlns:roa': 'http://datex2.eu/schema/3/roadTrafficData',
  'xmlns:loc': 'http://datex2.eu/schema/3/locationReferencing',
  'xmlns:com': 'http://datex2.eu/schema/3/common',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/**
 * The places of measuring as a DATEX II version 3 `MeasurementSiteTablePublication` (CEN/TS 16157-5; schemas
 * DATEXII_3_RoadTrafficData, _Common and _LocationReferencing). A site must say where it is: one without a position has no
 * place in it.
 */
export function datexSiteTable(sites: readonly MeasuringSite[], header: DatexHeader): string {
  return publication('MeasurementSiteTablePublication', header, [
    headerInformation(header),
    element(
      'roa:measurementSiteTable',
      sites.filter(isPlaced).map((site) => siteElement(site, header)),
      {
        id: header.tableId,
        version: header.tableVersion,
      },
    ),
  ]);
}

/**
 * Lanes' figures as a DATEX II version 3 `MeasuredDataPublication` that refers to the table of sites. What was not measured
 * is left out, and lanes without a position are, as in the table.
 */
export function datexMeasuredData(lanes: readonly PublishedLane[], header: DatexHeader): string {
  return publication('MeasuredDataPublication', header, [
    element('roa:measurementSiteTableReference', '', {
      targetClass: 'roa:MeasurementSiteTable',
      id: header.tableId,
      version: header.tableVersion,
    }),
    headerInformation(header),
    ...lanes.filter(({ site }) => isPlaced(site)).map(measurements),
  ]);
}

function isPlaced(site: MeasuringSite): boolean {
  return site.position !== null;
}

function publication(type: string, header: DatexHeader, content: readonly XmlPiece[]): string {
  return xmlDocument(
    element(
      'd2:payload',
      [
        element('com:publicationTime', header.publishedAt),
        element('com:publicationCreator', [
          element('com:country', header.country),
          element('com:nationalIdentifier', header.publisher),
        ]),
        ...content,
      ],
      { ...NAMESPACES, 'xsi:type': `roa:${type}`, lang: 'en', modelBaseVersion: '3' },
    ),
  );
}

function headerInformation({ status }: DatexHeader): XmlPiece {
  return element('roa:headerInformation', [
    element('com:confidentiality', 'noRestriction'),
    element('com:informationStatus', status),
  ]);
}

function siteElement(site: MeasuringSite, { periodSeconds }: DatexHeader): XmlPiece {
  const [longitude, latitude] = site.position!;
  return element(
    'roa:measurementSite',
    [
      multilingual('roa:measurementEquipmentTypeUsed', 'camera'),
      multilingual('roa:measurementSiteName', `${site.approach}: ${site.name}`),
      element('roa:measurementSiteNumberOfLanes', 1),
      element('roa:measurementSiteIdentification', site.id),
      ...DATEX_QUANTITIES.map(({ index, valueType, vehicleType }) =>
        element(
          'roa:measurementSpecificCharacteristics',
          [
            element('roa:measurementSpecificCharacteristics', [
              element('roa:period', periodSeconds),
              element('roa:specificMeasurementValueType', valueType),
              vehicleType === null
                ? null
                : element('roa:specificVehicleCharacteristics', [element('com:vehicleType', vehicleType)]),
              element('roa:specificLane', [element('loc:laneNumber', site.laneNumber)]),
            ]),
          ],
          { index },
        ),
      ),
      element(
        'roa:measurementSiteLocation',
        [
          element('loc:pointByCoordinates', [
            site.bearing === null ? null : element('loc:bearing', Math.round(site.bearing) % 360),
            element('loc:pointCoordinates', [
              element('loc:latitude', latitude),
              element('loc:longitude', longitude),
            ]),
          ]),
        ],
        { 'xsi:type': 'loc:PointLocation' },
      ),
    ],
    { id: site.id, version: site.version },
  );
}

function measurements({ site, measures }: PublishedLane): XmlPiece {
  const quantities = DATEX_QUANTITIES.flatMap(({ index, basicData }) => {
    const data = basicData(measures.figures);
    if (!data) return [];
    const single = element('roa:physicalQuantity', [data], { 'xsi:type': 'roa:SinglePhysicalQuantity' });
    return [element('roa:physicalQuantity', [single], { index })];
  });
  return element('roa:siteMeasurements', [
    element('roa:measurementSiteReference', '', {
      targetClass: 'roa:MeasurementSite',
      id: site.id,
      version: site.version,
    }),
    ...quantities,
    element('roa:measurementTimeDefault', [
      element('roa:timeMeaning', 'beginTime'),
      element('roa:timeValue', measures.from),
    ]),
  ]);
}

function multilingual(name: string, text: string): XmlPiece {
  return element(name, [element('com:values', [element('com:value', text, { lang: 'en' })])]);
}
