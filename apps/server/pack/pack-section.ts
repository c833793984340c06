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

/** One part of an evidence pack. */
export interface PackSection {
  readonly id: string;
  readonly title: string;
  readonly titleUrdu: string;
  read(scope: PackScope): Promise<SectionContent>;
}
