import type { LocalText } from '@amaan/contracts/ai-system';
import type { Instant } from '@amaan/contracts/instant';
import type { Challan } from '@amaan/contracts/violations/challan';
import type { PayingWays } from '@amaan/contracts/violations/payment';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';

/** Who said that the pictures show it: a role and never a name. */
export interface NoticeConfirmation {
  readonly role: 'traffic-reviewer' | 'supervisor';
  readonly at: Instant;
  /** Whether a second person, who did not know the first answer, came to the same. */
  readonly secondLook: boolean;
}

/** A picture of the evidence as JPEG or PNG. */
export interface NoticePicture {
  readonly bytes: Uint8Array;
  readonly at: Instant;
}

/** Everything that a notice says. It is what stood on the day of issue: what happens later is told in the portal. */
export interface NoticeFacts {
  readonly organisation: string;
  readonly challan: Challan;
  readonly violation: SuspectedViolation;
  readonly confirmed: NoticeConfirmation;
  /** Address of the portal as people type it, without `https://`, and as the code says it. */
  readonly portal: { readonly shown: string; readonly url: string };
  /** Null: no gateway is set up. */
  readonly paying: PayingWays | null;
  readonly pictures: {
    /** Other people's faces and plates are covered. */
    readonly context: NoticePicture;
    /** The plate of this vehicle and nothing else. */
    readonly plate: NoticePicture;
  };
}

/** A line of the notice: what it is, and what it says in both languages. */
export interface NoticeLine {
  readonly label: LocalText;
  readonly value: LocalText;
}
