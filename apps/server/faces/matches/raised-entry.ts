import { digestOfJson } from '@amaan/contracts/digest-of';
import type { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';

/** What the ledger says when a possible match begins to wait for reviewers. @param now Unix time in milliseconds */
export function raisedEntry(match: PossibleMatch | SearchedMatch, now: number): LedgerEntry {
  const { authorisationId, watchlistId, frameDigest, capturedAt, modelDigest, configurationDigest } = match;
  return ledgerEntry({
    kind: 'face.match-raised',
    at: now,
    actor: 'system:server',
    subject: `face-match:${match.id}`,
    data: {
      observationDigest: digestOfJson(match),
      ...{ authorisationId, watchlistId, frameDigest, capturedAt, modelDigest, configurationDigest },
      cropDigest: match.crop.digest,
      pictureDigest: match.picture.digest,
      permitId: match.permitId,
      simulated: match.simulated,
    },
  });
}
