import {
  type PublicFaceErrors,
  type PublicFaceMonth,
  SMALLEST_COUNT,
} from '@amaan/contracts/public-register';
import { publishMonth } from '@amaan/governance/public-register/publish-months';
import { listFaceAuditSets } from '@amaan/store/faces/matches/face-audit-sets';
import { type PublicFaceCounts, readPublicFaceMonth } from '@amaan/store/faces/matches/face-tally';
import type { Database } from '@amaan/store/open-database';
import { shareOf } from './share-of.ts';

/** What anybody may know of how often facial recognition is wrong. @param months closed ones, `YYYY-MM` */
export async function readPublicFaces(
  db: Database,
  months: readonly string[],
): Promise<Omit<Extract<PublicFaceErrors, { state: 'counted' }>, 'state'>> {
  const counted: PublicFaceMonth[] = [];
  for (const month of months) counted.push(monthOf(month, await readPublicFaceMonth(db, month)));
  const audits = (await listFaceAuditSets(db)).map(({ body: { name, source, from, to, groups } }) => ({
    ...{ name, source, from, to },
    groups: groups
      .filter(({ faces }) => faces >= SMALLEST_COUNT)
      .map(({ grouping, label, faces, alerts, falseAlerts }) => ({
        ...{ grouping, label, faces },
        falsePerAlert: shareOf(falseAlerts, alerts),
        falsePerFace: shareOf(falseAlerts, faces),
      })),
  }));
  return { months: counted, audits };
}

/** All numbers of a month, or none of them: a small one could be had from the others. */
function monthOf(month: string, parts: readonly PublicFaceCounts[]): PublicFaceMonth {
  const sum = (key: 'faces' | 'alerts' | 'confirmed' | 'rejected') =>
    parts.reduce((total, part) => total + part[key], 0);
  const [faces, confirmed, rejected] = [sum('faces'), sum('confirmed'), sum('rejected')];
  const published = publishMonth({ month, alerts: sum('alerts'), confirmed, rejected });
  if (published.state === 'withheld' || (faces > 0 && faces < SMALLEST_COUNT))
    return { state: 'withheld', month };
  const isLarge = (part: PublicFaceCounts) =>
    publishMonth({ month, ...part }).state === 'published' &&
    (part.faces === 0 || part.faces >= SMALLEST_COUNT);
  return {
    ...published,
    ...{
      faces,
      falsePerAlert: shareOf(rejected, confirmed + rejected),
      falsePerFace: shareOf(rejected, faces),
    },
    // By light all parts or none, for the same reason.
    light: parts.every(isLarge)
      ? parts.map((part) => ({
          light: part.light,
          falsePerAlert: shareOf(part.rejected, part.confirmed + part.rejected),
          falsePerFace: shareOf(part.rejected, part.faces),
        }))
      : [],
  };
}
