import { PlateText } from '@amaan/contracts/plates/plate-reading';

/** A plate as a person types it (`lea-12 34`) as the platform keeps it (`LEA1234`), or null where it is none. */
export function plateTextOf(typed: string): string | null {
  const parsed = PlateText.safeParse(typed.toUpperCase().replaceAll(/[\s.·-]/g, ''));
  return parsed.success ? parsed.data : null;
}
