type InstantText = string;

export interface AssuranceTables {
  training_record: TrainingRecordTable;
  concern_receipt: ConcernReceiptTable;
}

/** Append-only. */
interface TrainingRecordTable {
  id: string;
  /** The human behind the accounts. */
  person: string;
  course: string;
  passed_at: InstantText;
  expires_at: InstantText;
  recorded_by: string;
  recorded_at: InstantText;
  demo: boolean;
}

interface ConcernReceiptTable {
  record_id: string;
  /** sha256 of the code that whoever raised the concern was given. */
  code_digest: Uint8Array;
  /** How to reach them, sealed with the record's id as context; null: not given, or erased. */
  contact_sealed: Uint8Array | null;
}
