import type { LocalText } from '@amaan/contracts/ai-system';
import type { Standard } from '@amaan/contracts/governance/control';

/** A control as the catalogue has it. Wording is our own; identifiers are the standard's. */
export interface ControlEntry {
  readonly standard: Standard;
  readonly id: string;
  readonly group: string;
  /** What must be so, in one line. */
  readonly wording: LocalText;
  /** What would show that it is so. */
  readonly expected: LocalText;
  /** A clause that every certified organisation keeps: it cannot be declared not applicable. */
  readonly mandatory: boolean;
}

/** id, wording and expected evidence in English, then both in Urdu. */
export type ControlLine = readonly [
  id: string,
  en: string,
  evidenceEn: string,
  ur: string,
  evidenceUr: string,
];

/** The entries of one standard from its lines; the group of each is decided by its identifier. */
export function controlEntries(
  standard: Standard,
  lines: readonly ControlLine[],
  groupOf: (id: string) => string,
  mandatory = false,
): ControlEntry[] {
  return lines.map(([id, en, evidenceEn, ur, evidenceUr]) => ({
    standard,
    id,
    group: groupOf(id),
    wording: { en, ur },
    expected: { en: evidenceEn, ur: evidenceUr },
    mandatory,
  }));
}
