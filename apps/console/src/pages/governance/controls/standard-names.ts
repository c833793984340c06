import type { Standard } from '@amaan/contracts/governance/control';

/** The same in every language. */
export const STANDARD_NAMES: Readonly<Record<Standard, string>> = {
  'iso-42001': 'ISO/IEC 42001',
  'iso-27001': 'ISO/IEC 27001',
};
