import type { CivicSettings } from '@amaan/contracts/civic/civic-settings';
import type { CivicKind, CivicPicture, CivicState, CivicStep } from '@amaan/contracts/civic/civic-ticket';
import type { JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;

/** Tickets about places. */
export interface CivicTables {
  civic_settings: {
    version: number;
    body: JSONColumnType<CivicSettings>;
    changed_at: InstantText;
    changed_by: string;
    reason: string;
  };
  civic_ticket: {
    id: Uuid;
    number: string;
    site_id: Uuid;
    kind: CivicKind;
    state: CivicState;
    camera_id: Uuid | null;
    /** The scene rule whose alert suggested it; null: an operator reported it. */
    rule_id: Uuid | null;
    alert_id: Uuid | null;
    longitude: number;
    latitude: number;
    place: string;
    note: string;
    department: string | null;
    sent_at: InstantText | null;
    due_at: InstantText | null;
    opened_at: InstantText;
    opened_by: string;
    opened_by_name: string;
    done_at: InstantText | null;
    ended_at: InstantText | null;
    /** When its pictures went because their time was over; null: that did not happen. */
    pictures_deleted_at: InstantText | null;
    simulated: boolean;
  };
  civic_picture: {
    id: Uuid;
    ticket_id: Uuid;
    moment: CivicPicture['moment'];
    source: CivicPicture['source'];
    object_digest: Uint8Array;
    bytes: number;
    taken_at: InstantText | null;
    added_at: InstantText;
    added_by_name: string;
  };
  civic_step: {
    id: Uuid;
    ticket_id: Uuid;
    step: CivicStep['step'];
    from_state: CivicState | null;
    to_state: CivicState;
    note: string;
    department: string | null;
    due_at: InstantText | null;
    at: InstantText;
    by_user: string;
    by_name: string;
  };
}
