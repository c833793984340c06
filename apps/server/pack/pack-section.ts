import type { Block } from '@amaan/governance/pack/section-page';
import type { LedgerRange } from '@amaan/store/ledger-period';
import type { Database } from '@amaan/store/open-database';

/** What a section is asked about. */
export interface PackScope {
  readonly db: Database;
  readonly period: { readonly from: string; readonly to: string };
  /** The ledger's entries of the period. */
  readonly range: LedgerRange;
}

/** The same content twice: for programs and for people. */
export interface SectionContent {
  readonly data: unknown;
  readonly blocks: readonly Block[];
}

/** What a section says of its time, on its page, in the overview and in the manifest. */
export const SHOWN = {
  state: 'Shows the state when the pack was made, not the state in the period.',
  period: 'Shows the period, up to its end.',
  records:
    'Versions and signatures are those up to the end of the period; status, owner and dates of a record are those when the pack was made.',
  both: 'Shows the period; what is marked so shows the state when the pack was made.',
} as const;

/** One part of an evidence pack. */
export interface PackSection {
  readonly id: string;
  readonly title: string;
  readonly titleUrdu: string;
  /** Which moment it shows. */
  readonly shows: keyof typeof SHOWN;
  read(scope: PackScope): Promise<SectionContent>;
}
