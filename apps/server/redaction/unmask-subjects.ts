import type { Digest } from '@amaan/contracts/digest';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import {
  ITEM_COUNTS_MINUTES,
  UNMASKED_ITEM_MINUTES,
  type UnmaskSubject,
} from '@amaan/contracts/redaction/unmasking';
import type { Database } from '@amaan/store/open-database';
import { decide, type Principal } from '../access/decide.ts';
import { refusal } from '../access/refusal.ts';
import { requireCamera } from '../cameras/require-camera.ts';
import { ConflictError } from '../http/http-errors.ts';

/** Where something that is shown masked comes from. */
export interface SubjectPlace {
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  /** Of the original; null: a camera's view from now on. */
  readonly originalDigest: Digest | null;
}

/** The rooms that know what somebody may see masked; each throws a 404 for everything else. */
export interface UnmaskSources {
  readonly evidence: {
    find(
      wanted: { readonly observationId: Identifier; readonly kind: EvidenceItem['kind'] },
      by: Principal,
    ): Promise<{
      readonly item: EvidenceItem;
      readonly place: { readonly siteId: Identifier; readonly cameraId: Identifier } | null;
    }>;
  };
  readonly faceMatches: {
    find(
      db: Database,
      id: Identifier,
      by: Principal,
    ): Promise<{
      readonly observation: {
        readonly siteId: Identifier;
        /** Null: a search after the event found it in a picture that is not masked when it is shown. */
        readonly cameraId: Identifier | null;
        readonly picture: { readonly digest: Digest };
      };
    }>;
  };
}

/**
 * Where that is what somebody asks to see un-masked. Only what they may see masked can be asked for.
 * @throws NotFoundError where it does not exist to them; HttpError 403 where their role may not see it even masked, 409
 *   `OBSERVATION_PENDING` for evidence whose observation has not come yet
 */
export async function placeOfSubject(
  db: Database,
  sources: UnmaskSources,
  subject: UnmaskSubject,
  by: Principal,
): Promise<SubjectPlace> {
  switch (subject.kind) {
    case 'evidence': {
      assertAllowed(by, 'evidence.read');
      const wanted = { observationId: subject.observationId, kind: subject.evidence };
      const { item, place } = await sources.evidence.find(wanted, by);
      if (place === null)
        throw new ConflictError(
          'OBSERVATION_PENDING',
          'What was observed has not come yet; ask in a moment.',
        );
      return { ...place, originalDigest: item.digest };
    }
    case 'face-match': {
      assertAllowed(by, 'face-match.read');
      const { observation } = await sources.faceMatches.find(db, subject.matchId, by);
      const { siteId, cameraId, picture } = observation;
      if (cameraId === null)
        throw new ConflictError(
          'NOTHING_MASKED',
          'There is nothing to un-mask: other faces in this picture were covered before it was kept.',
        );
      return { siteId, cameraId, originalDigest: picture.digest };
    }
    case 'live': {
      assertAllowed(by, 'camera.watch');
      const { siteId } = await requireCamera(db, subject.cameraId, by);
      return { siteId, cameraId: subject.cameraId, originalDigest: null };
    }
  }
}

/** What it counts as, of the minutes that somebody may see without a second person. */
export function minutesOf(subject: UnmaskSubject): number {
  return subject.kind === 'live' ? subject.minutes : ITEM_COUNTS_MINUTES;
}

/** How long it stays open from the moment at which it is in force, in milliseconds. */
export function openForMs(subject: UnmaskSubject): number {
  return (subject.kind === 'live' ? subject.minutes : UNMASKED_ITEM_MINUTES) * 60_000;
}

/** Whether both ask for the same thing, however long. */
export function isSameSubject(one: UnmaskSubject, other: UnmaskSubject): boolean {
  if (one.kind === 'evidence' && other.kind === 'evidence')
    return one.observationId === other.observationId && one.evidence === other.evidence;
  if (one.kind === 'face-match' && other.kind === 'face-match') return one.matchId === other.matchId;
  return one.kind === 'live' && other.kind === 'live' && one.cameraId === other.cameraId;
}

function assertAllowed(by: Principal, action: 'evidence.read' | 'face-match.read' | 'camera.watch'): void {
  const decision = decide(by, action);
  if (!decision.allowed) throw refusal(decision);
}
