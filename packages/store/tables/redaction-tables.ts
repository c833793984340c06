import type { MaskingReport } from '@amaan/contracts/redaction/masking';
import type { MaskedObjectHead } from '@amaan/contracts/redaction/redactor-messages';
import type { UnmaskingEnd, UnmaskingState, UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Masked versions of what is stored, and who may see an original. */
export interface RedactionTables {
  /** It goes when nothing names the original any more. */
  masked_object: {
    original_digest: Bytes;
    masked_digest: Bytes;
    media_type: MaskedObjectHead['mediaType'];
    bytes: number;
    camera_id: Uuid;
    permit_id: Uuid;
    models: JSONColumnType<MaskedObjectHead['models']>;
    configuration_digest: Bytes;
    report: JSONColumnType<MaskingReport>;
    made_at: InstantText;
  };
  /** Never deleted. */
  unmasking: {
    id: Uuid;
    case_id: Uuid;
    site_id: Uuid;
    camera_id: Uuid;
    /** What an investigator had stated when they asked; supervisors state none. */
    purpose_id: Uuid | null;
    subject: JSONColumnType<UnmaskSubject>;
    /** Null: a camera from now on. */
    original_digest: Bytes | null;
    minutes: number;
    reason: string;
    state: UnmaskingState;
    approval_needed: boolean;
    asked_at: InstantText;
    asked_user: string;
    asked_by_name: string;
    /** The human, spelt as four eyes compare them. */
    asked_person: string;
    asked_role: string;
    decide_by: InstantText | null;
    decision: 'approved' | 'refused' | null;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_person: string | null;
    decision_note: string | null;
    opened_at: InstantText | null;
    until_at: InstantText | null;
    ended_at: InstantText | null;
    ended_by: string | null;
    ended_by_name: string | null;
    end_kind: UnmaskingEnd | null;
    openings: Generated<number>;
  };
}
