import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { findJudgedReports, type GroundTruthItem } from '@amaan/store/ground-truth';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';

/**
 * A correction as an audit set of one report, so that it is counted with the errors that monitoring shows: a person
 * looked at the picture and said whether the reading was right. Confirming a reading counts as right.
 */
export async function correctionAsTruth(
  tx: Database,
  {
    sighting,
    plate,
    at,
    by,
  }: {
    readonly sighting: Sighting;
    readonly plate: string;
    readonly at: number;
    readonly by: Principal;
  },
) {
  const wrong = plate !== sighting.reading.text;
  const set = {
    ...{
      id: newIdentifier(),
      name: 'Correction of a plate',
      source: 'A person compared a reading with its picture.',
    },
    digest: digestOfJson({ observation: sighting.id, plate }),
    ...{ refused: [], refusedCount: 0, uploadedAt: instantOf(at), uploadedBy: by.name },
  };
  const report = (await findJudgedReports(tx, [sighting.id])).get(sighting.id);
  if (report === undefined) return { set, items: [] };
  const { site, group, camera, ...rest } = report;
  const seen = sighting.vehicle.class;
  const item: GroundTruthItem = {
    ...{ ...rest, wrong },
    labels: {
      ...{ site, 'camera-group': group, camera },
      ...(seen !== null && VEHICLE_CLASSES.includes(seen) && { 'vehicle-class': seen }),
    },
  };
  return { set, items: [item] };
}
