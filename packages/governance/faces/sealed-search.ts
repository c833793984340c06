import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { PictureOrigin } from '@amaan/contracts/faces/searches/picture-search';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';

/** The ledger entry that seals what a search with a picture found. */
export const SEALED_SEARCH = 'face-search.sealed';

/** A possible match in the list of what was found. */
export interface SealedResult {
  readonly matchId: Identifier;
  readonly entryId: Identifier;
  readonly pictureId: Identifier;
  readonly similarity: number;
  /** Random, 256 bits: nobody finds the match from its digest by trying. */
  readonly salt: Digest;
}

/** What is sealed of a search. */
export interface SealedSearch extends PictureOrigin {
  readonly id: Identifier;
  readonly authorisationId: Identifier;
  readonly caseId: Identifier;
  readonly purposeId: Identifier;
  readonly watchlistId: Identifier;
  readonly reason: string;
  readonly listRevision: number;
  readonly listSize: number;
  readonly threshold: number;
  readonly falseMatchesPerSearch: number;
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
  readonly found: number;
  /** Random, 256 bits. */
  readonly salt: Digest;
  /** `resultDigest` of each possible match, the most similar first. */
  readonly results: readonly Digest[];
}

/**
 * The digest of one result. It stands in the list by this digest, so that a match which the law wants deleted can go
 * with its salt, and the list of all others still be shown to be what was found.
 */
export function resultDigest(
  searchId: Identifier,
  { matchId, entryId, pictureId, similarity, salt }: SealedResult,
): Digest {
  return digestOfJson({ searchId, matchId, entryId, pictureId, similarity, salt });
}

/** The digest of the whole list; of an empty one it tells nothing but to whom has the salt. */
export function resultListDigest({
  id,
  salt,
  results,
}: Pick<SealedSearch, 'id' | 'salt' | 'results'>): Digest {
  return digestOfJson({ searchId: id, salt, results });
}

/**
 * What the ledger says of a search. No name, no picture, no similarity: of the words that the searcher wrote their
 * digest, which the salt keeps from being guessed.
 */
export function sealedFacts(search: SealedSearch): LedgerEntry['data'] {
  const { id, authorisationId, caseId, purposeId, watchlistId, listRevision, listSize, threshold } = search;
  const { falseMatchesPerSearch, permitId, modelDigest, configurationDigest, found, salt, results } = search;
  const { reason, source, lawfulness, takenAt, place } = search;
  return {
    ...{ authorisationId, caseId, purposeId, watchlistId, listRevision, listSize, threshold },
    ...{ falseMatchesPerSearch, permitId, modelDigest, configurationDigest, found },
    matches: results.length,
    listDigest: resultListDigest(search),
    wordsDigest: digestOfJson({ id, salt, reason, source, lawfulness, takenAt, place }),
  };
}
