import { LawFile } from '@amaan/contracts/violations/law';
import balochistan from './balochistan.json' with { type: 'json' };
import islamabad from './islamabad.json' with { type: 'json' };
import khyberPakhtunkhwa from './khyber-pakhtunkhwa.json' with { type: 'json' };
import punjab from './punjab.json' with { type: 'json' };
import sindh from './sindh.json' with { type: 'json' };

/**
 * The law as the project knows it, one file a province. Nothing of it was compared with the gazette: every entry says so
 * and where it has to be checked. An authority puts its own files beside them.
 */
export const LAW_FILES: readonly LawFile[] = [punjab, sindh, khyberPakhtunkhwa, balochistan, islamabad].map(
  (file) => LawFile.parse(file),
);
