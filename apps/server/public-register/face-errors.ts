import type { SystemView } from '@amaan/contracts/api/system-view';
import type { PublicFaceErrors, PublicMonth } from '@amaan/contracts/public-register';
import { faceRecognition } from '@amaan/face-recognition/system';
import { COUNTED_FIGURES } from '@amaan/governance/public-register/counted-figures';
import { closedMonths, publishMonth } from '@amaan/governance/public-register/publish-months';
import { readPublicFaceMonth } from '@amaan/store/faces/matches/face-tally';
import type { Database } from '@amaan/store/open-database';
import { readPublicFaces } from '../faces/matches/read-public-faces.ts';
import { publicStateOf } from './public-state.ts';

/** How often facial recognition is wrong, as anybody may know it; of a system that never ran, that it does not. */
export async function faceErrorsOf(
  db: Database,
  views: readonly Pick<SystemView, 'id' | 'stage' | 'suspension'>[],
  now: number,
): Promise<PublicFaceErrors> {
  const view = views.find(({ id }) => id === faceRecognition.id);
  if (view === undefined || publicStateOf(view) === 'planned')
    return { state: 'not-in-operation', because: COUNTED_FIGURES.faceMatches.notInOperation };
  return { state: 'counted', ...(await readPublicFaces(db, await monthsOfFaces(db, now))) };
}

/** The possible matches of every closed month in which there were any, in the place of alerts. */
export async function readFaceResults(db: Database, now: number): Promise<PublicMonth[]> {
  const months: PublicMonth[] = [];
  for (const month of closedMonths(new Date(now))) {
    const parts = await readPublicFaceMonth(db, month);
    const sum = (key: 'alerts' | 'confirmed' | 'rejected') =>
      parts.reduce((total, part) => total + part[key], 0);
    const alerts = sum('alerts');
    if (alerts > 0)
      months.push(publishMonth({ month, alerts, confirmed: sum('confirmed'), rejected: sum('rejected') }));
  }
  return months;
}

/** The closed months in which faces were searched or matched. */
async function monthsOfFaces(db: Database, now: number): Promise<string[]> {
  const months: string[] = [];
  for (const month of closedMonths(new Date(now)))
    if ((await readPublicFaceMonth(db, month)).length > 0) months.push(month);
  return months;
}
