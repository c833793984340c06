import balochistan from './balochistan.json' with { type: 'json' };
import brazilian from './brazilian.json' with { type: 'json' };
import european from './european.json' with { type: 'json' };
import islamabad from './islamabad.json' with { type: 'json' };
import khyberPakhtunkhwa from './khyber-pakhtunkhwa.json' with { type: 'json' };
import { type CompiledPattern, compilePattern, PlateFormat } from './plate-format.ts';
import punjab from './punjab.json' with { type: 'json' };
import sindh from './sindh.json' with { type: 'json' };
import unitedStates from './united-states.json' with { type: 'json' };

/** All formats, Pakistan's first: where a text has several, the first one names it. */
export const PLATE_FORMATS: readonly PlateFormat[] = [
  ...[punjab, sindh, islamabad, khyberPakhtunkhwa, balochistan],
  ...[european, brazilian, unitedStates],
].map((format) => PlateFormat.parse(format));

export const FORMAT_IDS: readonly string[] = PLATE_FORMATS.map(({ id }) => id);

/** The patterns of some formats, in the order given. */
export function patternsOf(ids: readonly string[]): CompiledPattern[] {
  return ids.flatMap((id) => {
    const format = PLATE_FORMATS.find((one) => one.id === id);
    return format ? format.patterns.map((pattern) => compilePattern(id, pattern)) : [];
  });
}
