type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Searches with a picture after the event. */
export interface FaceSearchTables {
  /** Append-only: that it took place, and what seals what it found. Nothing of the face that was searched. */
  face_search: {
    id: Uuid;
    authorisation_id: Uuid;
    case_id: Uuid;
    site_id: Uuid;
    watchlist_id: Uuid;
    purpose_id: Uuid;
    at: InstantText;
    by_user: string;
    by_name: string;
    reason: string;
    source: string;
    lawfulness: string;
    taken_at: InstantText;
    place: string;
    /** Of the list, as its review saw it. */
    list_revision: number;
    /** Templates that the face was compared with. */
    list_size: number;
    threshold: number;
    /** Expected number of false matches. */
    false_matches: number;
    permit_id: Uuid;
    model_digest: Bytes;
    configuration_digest: Bytes;
    /** People who resembled the face; more than `results` where there were too many to name. */
    found: number;
    /** 32 random bytes, so that nobody finds the list by trying. */
    salt: Bytes;
    /** sha256 of each sealed match, the most similar first: what is left of those that are deleted. */
    results: Bytes[];
  };
  /** What was begun within the last day, whatever became of it. */
  face_search_charge: {
    id: Uuid;
    kind: 'look' | 'search';
    authorisation_id: Uuid;
    /** The human, spelt as four eyes compare them. */
    person: string;
    at: InstantText;
  };
}
