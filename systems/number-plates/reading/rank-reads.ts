import { type PixelBox, sharedArea } from '../finding/plate-quad.ts';

/** What ranking asks of a read. */
interface Ranked {
  readonly text: string;
  readonly confidence: number;
  readonly format: string | null;
  readonly found: number;
  readonly box: PixelBox;
}

/** What a reading without a known format is worth beside one with. */
const WITHOUT_FORMAT = 0.7;
/** A whole plate is worth more than a part of it that is read as surely: so much for each character. */
const FOR_EACH_CHARACTER = 0.06;
/** Reads that share more of the smaller box are of one plate. */
const SAME_PLATE = 0.4;

/** How much a read is worth: that a plate is there, that it is read right and whole, that plates look like this. */
export function worthOf({ text, found, confidence, format }: Ranked): number {
  const length = 1 + FOR_EACH_CHARACTER * Math.min(8, text.length);
  return found * confidence * length * (format === null ? WITHOUT_FORMAT : 1);
}

/** Of several looks at one plate the one whose text is worth most over all of them; null without any. */
export function mostTrusted<Read extends Ranked>(looks: readonly Read[]): Read | null {
  const worths = new Map<string, number>();
  for (const look of looks) worths.set(look.text, (worths.get(look.text) ?? 0) + worthOf(look));
  const trusted = looks.toSorted(
    (a, b) => worths.get(b.text)! - worths.get(a.text)! || worthOf(b) - worthOf(a),
  );
  return trusted[0] ?? null;
}

/** Of reads of one plate, or of parts of it, the one that holds most of it; surest plates first. */
export function onePerPlate<Read extends Ranked>(reads: readonly Read[]): Read[] {
  const kept: Read[] = [];
  for (const read of reads.toSorted((a, b) => b.box.width * worthOf(b) - a.box.width * worthOf(a))) {
    if (kept.every((other) => sharedArea(other.box, read.box) < SAME_PLATE)) kept.push(read);
  }
  return kept.sort((a, b) => worthOf(b) - worthOf(a));
}
