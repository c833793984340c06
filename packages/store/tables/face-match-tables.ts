import type {
  FaceMatchAnswerInput,
  FaceMatchLight,
  FaceMatchState,
} from '@amaan/contracts/faces/matches/face-match';
import type { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** Possible matches of faces and what is counted of them. */
export interface FaceMatchTables {
  /** What it says is its `face_match_observation`. It goes with its product, and what it says with it. */
  face_match: {
    id: Uuid;
    product_id: Uuid;
    crop_product_id: Uuid;
    picture_product_id: Uuid;
    authorisation_id: Uuid;
    watchlist_id: Uuid;
    entry_id: Uuid;
    picture_id: Uuid;
    site_id: Uuid;
    /** Null: a search after the event found it. */
    camera_id: Uuid | null;
    captured_at: InstantText;
    raised_at: InstantText;
    simulated: boolean;
    light: FaceMatchLight;
    state: FaceMatchState;
    decided_at: InstantText | null;
    /** The search after the event that found it; null: it was found on a camera. */
    search_id: Uuid | null;
    /** Of its place in the sealed list of that search. */
    salt: Uint8Array | null;
  };
  face_match_answer: {
    id: Uuid;
    match_id: Uuid;
    role: 'review' | 'ruling';
    answer: FaceMatchAnswerInput['answer'];
    note: string;
    at: InstantText;
    by_user: string;
    by_name: string;
    /** The human, spelt as four eyes compare them. */
    by_person: string;
  };
  /** How often matches with a picture were confirmed, and how often people said that it is somebody else. */
  face_picture_feedback: {
    picture_id: Uuid;
    confirmed: Generated<number>;
    rejected: Generated<number>;
  };
  /** Append-only. */
  face_searched: {
    id: Uuid;
    authorisation_id: Uuid;
    watchlist_id: Uuid;
    site_id: Uuid;
    /** Null: pictures after the event. */
    camera_id: Uuid | null;
    hour: InstantText;
    light: FaceMatchLight;
    simulated: boolean;
    faces: number;
  };
  /** Numbers by the day (UTC) on which matches were raised; they stay when the matches are gone. */
  face_match_tally: {
    day: string;
    /** Null: pictures after the event. */
    camera_id: Uuid | null;
    site_id: Uuid;
    watchlist_id: Uuid;
    light: FaceMatchLight;
    simulated: boolean;
    raised: Generated<number>;
    confirmed: Generated<number>;
    rejected: Generated<number>;
    /** Before anybody decided. */
    deleted: Generated<number>;
    /** Decided before the figures of the month were final. */
    confirmed_in_time: Generated<number>;
    rejected_in_time: Generated<number>;
  };
  /** Append-only. */
  face_audit_set: {
    id: Uuid;
    body: JSONColumnType<FaceAuditSetInput>;
    digest: Uint8Array;
    uploaded_at: InstantText;
    uploaded_by: string;
  };
  /** Append-only. */
  face_match_retention_run: {
    id: Uuid;
    started_at: InstantText;
    finished_at: InstantText;
    before: InstantText;
    deleted: number;
    abandoned: number;
  };
}
