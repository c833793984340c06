import type {
  FaceAuthorisationEnd,
  FaceAuthorisationKind,
  FaceAuthorisationState,
} from '@amaan/contracts/faces/face-authorisation';
import type { WatchlistInput } from '@amaan/contracts/faces/watchlist';
import type {
  WatchlistEntryState,
  WatchlistFindingKind,
  WatchlistPictureState,
} from '@amaan/contracts/faces/watchlist-entry';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
/** Read as `YYYY-MM-DD` with `to_char`: the driver would make it midnight of some time zone. */
type DayText = string;
type Bytes = Uint8Array;

/**
 * Watchlists and what opens searches on them. What names or shows a person is sealed with the list's own key
 * (`faces/watchlist-keys`); without that row nothing of it can be read.
 */
export interface FaceTables {
  watchlist: {
    id: Uuid;
    /** Null: every site. */
    site_id: Uuid | null;
    /** Null once destroyed. */
    body: JSONColumnType<WatchlistInput> | null;
    /** As in `body`. */
    expires_on: DayText;
    /** Grows with every change of the list, its entries and their pictures. */
    revision: number;
    changed_at: InstantText;
    /** The humans who changed it since the last review. */
    changed_people: string[];
    /** What the last review saw: what came later is not searched. */
    reviewed_revision: number | null;
    reviewed_at: InstantText | null;
    reviewed_by: string | null;
    reviewed_by_name: string | null;
    created_at: InstantText;
    created_by: string;
    created_by_name: string;
    key_destroyed_at: InstantText | null;
    destroyed_at: InstantText | null;
  };
  watchlist_key: {
    watchlist_id: Uuid;
    /** 32 bytes, sealed by the server's `SecretBox` with the list as context. */
    sealed: Bytes;
    created_at: InstantText;
  };
  watchlist_entry: {
    id: Uuid;
    watchlist_id: Uuid;
    /** Reference and note; null once the entry is refused or removed. */
    sealed: Bytes | null;
    child: boolean;
    missing: boolean;
    state: WatchlistEntryState;
    revision: number;
    added_at: InstantText;
    added_by: string;
    added_by_name: string;
    added_person: string;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    removed_at: InstantText | null;
    removed_by: string | null;
    removed_by_name: string | null;
  };
  watchlist_picture: {
    id: Uuid;
    watchlist_id: Uuid;
    entry_id: Uuid;
    state: WatchlistPictureState;
    /** Of the sealed picture in the object store. */
    object_digest: Bytes;
    /** 512 floats, little-endian, sealed. */
    template: Bytes;
    /** Source and lawfulness, sealed. */
    details: Bytes;
    taken_on: DayText;
    /** 0–1 */
    quality: number;
    /** Of the embedding model: templates of two models say nothing about each other. */
    model_digest: Bytes;
    weight: Generated<number>;
    contradicted: Generated<number>;
    revision: number;
    added_at: InstantText;
    added_by: string;
    added_by_name: string;
    added_person: string;
  };
  watchlist_finding: {
    id: Uuid;
    watchlist_id: Uuid;
    kind: WatchlistFindingKind;
    picture_id: Uuid;
    other_picture_id: Uuid;
    similarity: number;
    threshold: number;
    found_at: InstantText;
    decision: 'same-person' | 'different-people' | null;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
  };
  /** Never deleted. */
  face_authorisation: {
    id: Uuid;
    case_id: Uuid;
    site_id: Uuid;
    watchlist_id: Uuid;
    kind: FaceAuthorisationKind;
    about: string;
    legal_basis: string;
    reason: string;
    /** Null: pictures after the event, and no camera. */
    camera_ids: Uuid[] | null;
    from_at: InstantText;
    to_at: InstantText;
    false_matches: number;
    urgent: boolean;
    state: FaceAuthorisationState;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    asked_person: string;
    asked_role: string;
    approve_by: InstantText | null;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decision_note: string | null;
    approved: boolean;
    ended_at: InstantText | null;
    ended_by: string | null;
    ended_by_name: string | null;
    end_kind: FaceAuthorisationEnd | null;
  };
  /** What searches under an authorisation made. Rows of others that refer to one go with it (`ON DELETE CASCADE`). */
  face_product: {
    id: Uuid;
    authorisation_id: Uuid;
    kind: 'hit' | 'crop' | 'result';
    at: InstantText;
    /** An object of its own, which goes with it. */
    object_digest: Bytes | null;
  };
  /** Objects that nothing names any more and that are still to be deleted: also after a crash in between. */
  face_object_removal: {
    digest: Bytes;
    queued_at: InstantText;
  };
}
