import type { LocalText } from '@amaan/contracts/ai-system';
import type { CivicKind, CivicPicture } from '@amaan/contracts/civic/civic-ticket';
import type { Position } from '@amaan/contracts/geometry';
import type { Instant } from '@amaan/contracts/instant';

/** What the sheet of a ticket says: enough to find the place and mend it. It can be cloned. */
export interface SheetFacts {
  readonly number: string;
  readonly kind: CivicKind;
  readonly place: string;
  readonly position: Position;
  readonly siteName: string;
  readonly openedAt: Instant;
  /** Null: it is with none. */
  readonly department: LocalText | null;
  readonly dueAt: Instant | null;
  /** What was written when it was reported, and when it was sent last; those that say something. */
  readonly notes: readonly string[];
  readonly pictures: readonly {
    readonly moment: CivicPicture['moment'];
    /** JPEG, masked. */
    readonly bytes: Uint8Array;
  }[];
  readonly simulated: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string;
}
