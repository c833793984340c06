import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceMatchAnswer } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';

/**
 * What the ledger has of an answer on a possible match: notes may name people, so it holds their digest within the
 * answer's.
 */
export function faceAnswerDigest(
  matchId: Identifier,
  { id, role, answer, note, at, by, byName }: FaceMatchAnswer & { readonly role: 'review' | 'ruling' },
): Digest {
  return digestOfJson({ matchId, id, role, answer, note, at, by, byName });
}
