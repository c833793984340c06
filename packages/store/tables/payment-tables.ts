import type { BulkCancelPreview, BulkCancelState } from '@amaan/contracts/violations/bulk-cancel';
import type { CancellationRate, SuspensionLift } from '@amaan/contracts/violations/camera-suspension';
import type {
  PaymentStanding,
  ReconciliationItem,
  RefundCause,
  RefundState,
} from '@amaan/contracts/violations/payment';
import type { PublicViolationMonth } from '@amaan/contracts/violations/violation-figures';
import type { Generated, JSONColumnType } from 'kysely';

type Uuid = string;
type InstantText = string;
type Bytes = Uint8Array;

/** Notices, money, challans cancelled by the thousand, cameras that stopped by themselves, and published figures. */
export interface PaymentTables {
  challan_notice: { challan_id: Uuid; digest: Bytes; bytes: number; made_at: InstantText };
  payment_bill: { challan_id: Uuid; reference: string; opened_at: InstantText };
  /** Append-only. */
  payment: {
    id: Uuid;
    gateway: string;
    gateway_payment_id: string;
    reference: string;
    /** Null: nobody knows the reference. */
    challan_id: Uuid | null;
    amount: number;
    currency: 'PKR';
    paid_at: InstantText;
    received_at: InstantText;
    standing: PaymentStanding;
    test: boolean;
    message_digest: Bytes;
  };
  refund: {
    id: Uuid;
    payment_id: Uuid;
    challan_id: Uuid | null;
    gateway: string;
    amount: number;
    cause: RefundCause;
    state: RefundState;
    due_at: InstantText;
    next_at: InstantText;
    attempts: Generated<number>;
    problem: string | null;
    done_at: InstantText | null;
  };
  /** Append-only. */
  reconciliation: {
    id: Uuid;
    gateway: string;
    day: string;
    at: InstantText;
    by_name: string;
    agrees: number;
    differences: JSONColumnType<ReconciliationItem[]>;
    here: number;
    there: number;
  };
  bulk_cancel: {
    id: Uuid;
    site_id: Uuid;
    camera_id: Uuid;
    software_version: string | null;
    from_at: InstantText;
    to_at: InstantText;
    reason: JSONColumnType<{ en: string; ur: string }>;
    state: BulkCancelState;
    preview: JSONColumnType<BulkCancelPreview>;
    asked_at: InstantText;
    asked_by: string;
    asked_by_name: string;
    asked_person: string;
    decided_at: InstantText | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_person: string | null;
    decision_note: string | null;
    ended_at: InstantText | null;
  };
  bulk_cancel_item: {
    bulk_cancel_id: Uuid;
    challan_id: Uuid;
    state: Generated<'waiting' | 'cancelled' | 'skipped'>;
    amount: number;
    refund_amount: Generated<number>;
  };
  enforcement_suspension: {
    id: Uuid;
    camera_id: Uuid;
    at: InstantText;
    rate: JSONColumnType<CancellationRate>;
    rate_limit: number;
    ended_at: InstantText | null;
  };
  /** Append-only. */
  enforcement_suspension_lift: {
    suspension_id: Uuid;
    role: SuspensionLift['role'];
    at: InstantText;
    by_user: string;
    by_name: string;
    person: string;
    note: string;
  };
  /** Append-only. */
  violation_month: {
    month: string;
    published: JSONColumnType<PublicViolationMonth>;
    made_at: InstantText;
  };
}
