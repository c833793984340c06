import type { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import { getFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import { type ListSizes, readMatchTarget } from '@amaan/store/faces/matches/match-target';
import type { Database } from '@amaan/store/open-database';
import type { MatchContext } from './refusal-of-match.ts';

/** What the control plane knows of the things that a possible match names. */
export async function readMatchContext(
  tx: Database,
  sizes: ListSizes,
  match: PossibleMatch | SearchedMatch,
  now: number,
): Promise<MatchContext> {
  const { watchlistId, nextBest } = match;
  return {
    authorisation: await getFaceAuthorisation(tx, match.authorisationId, 'all', now),
    target: await readMatchTarget(tx, sizes, match),
    nextBest: nextBest === null ? null : await readMatchTarget(tx, sizes, { watchlistId, ...nextBest }),
  };
}
