import type { LocalText, SystemData } from '@amaan/contracts/ai-system';

/** What a system keeps and for how long, a line each. */
export function keptLines({ keeps }: SystemData): LocalText[] {
  return keeps.map(({ what, howLong }) => ({
    en: `${what.en} ${howLong.en}`,
    ur: `${what.ur} ${howLong.ur}`,
  }));
}
