import { z } from 'zod';

/** One way that plates of a country or province are written. */
export const PlatePattern = z.object({
  /** `A` any letter, `9` any digit, `-` and space between groups; a character in `[…]` stands for itself. */
  pattern: z.string().regex(/^(\[[A-Z0-9]+\]|[A9 -])+$/),
  example: z.string(),
  /** What is issued under it, in plain words. */
  use: z.string(),
  rows: z.union([z.literal(1), z.literal(2)]).default(1),
});
export type PlatePattern = z.infer<typeof PlatePattern>;

/** The plates of one country or province: one file each in this folder. */
export const PlateFormat = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.object({ en: z.string(), ur: z.string() }),
  /** ISO 3166 code of country or province, null for a collection. */
  region: z.string().nullable(),
  patterns: z.array(PlatePattern).min(1),
});
export type PlateFormat = z.infer<typeof PlateFormat>;

/** A pattern without separators: for each place the characters that it may hold. */
export interface CompiledPattern {
  readonly format: string;
  readonly pattern: string;
  readonly places: readonly ReadonlySet<string>[];
}

const LETTERS = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGITS = new Set('0123456789');

export function compilePattern(format: string, { pattern }: PlatePattern): CompiledPattern {
  const places = [...pattern.matchAll(/\[([A-Z0-9]+)\]|[A9]/g)].map(([whole, fixed]) => {
    if (fixed !== undefined) return new Set(fixed);
    return whole === 'A' ? LETTERS : DIGITS;
  });
  return { format, pattern, places };
}

/** The first format that a text has, or null: plates that follow none are common. */
export function formatOf(text: string, patterns: readonly CompiledPattern[]): CompiledPattern | null {
  return patterns.find(({ places }) => fits(text, places)) ?? null;
}

function fits(text: string, places: readonly ReadonlySet<string>[]): boolean {
  return text.length === places.length && places.every((place, index) => place.has(text[index]!));
}
