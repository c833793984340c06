import bidiFactory, { type Bidi } from 'bidi-js';

/** What is imported is the factory itself; its types say a module that holds it. */
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Which file of a font family has a character. */
export type Script = 'arabic' | 'latin' | 'latin-ext';
export type Direction = 'ltr' | 'rtl';

/** A piece of a line that is read in one direction and set in one font. Left to right, runs are as they are seen. */
export interface VisualRun {
  /**
   * Arabic letters stand in the order of reading: whatever shapes them turns them round. All else stands as it is seen,
   * with brackets mirrored where it is read from the right.
   */
  readonly text: string;
  readonly script: Script;
}

interface Levelled {
  /** Embedding level of Unicode Standard Annex 9; odd ones are read from the right. */
  readonly level: number;
  readonly script: Script;
  text: string;
}

/** A paragraph whose lines can be asked for: levels are those of the whole, as UAX 9 has it. */
export interface Paragraph {
  readonly text: string;
  readonly direction: Direction;
  readonly levels: Uint8Array;
}

/** Finds the embedding levels of a paragraph. @param direction that of the language that it is written in */
export function paragraphOf(text: string, direction: Direction): Paragraph {
  return { text, direction, levels: bidi.getEmbeddingLevels(text, direction).levels };
}

/**
 * The runs of one line of a paragraph, leftmost first: UAX 9, rule L2 (whatever has a level of n or more is reversed, for
 * every n from the highest down to 1) and L4 (mirrored brackets), with runs split where the font changes.
 * @param start index of the line's first UTF-16 unit
 * @param end index after its last one; spaces at its end should be left out
 */
export function visualRuns(paragraph: Paragraph, start = 0, end = paragraph.text.length): VisualRun[] {
  const runs: Levelled[] = [];
  for (const { text, index } of characters(paragraph.text, start, end)) {
    if (INVISIBLE.test(text)) continue;
    const level = paragraph.levels[index] ?? 0;
    const script = scriptOf(text, level);
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(text) ?? text) : text;
    const last = runs.at(-1);
    if (last !== undefined && last.level === level && last.script === script) last.text += shown;
    else runs.push({ level, script, text: shown });
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) reverseFrom(runs, level);
  return runs.map(({ text, script, level }) => ({
    script,
    text: level % 2 === 1 && script !== 'arabic' ? [...text].reverse().join('') : text,
  }));
}

function* characters(text: string, start: number, end: number): Generator<{ text: string; index: number }> {
  for (let index = start; index < end; ) {
    const point = text.codePointAt(index) ?? 0;
    const character = String.fromCodePoint(point);
    yield { text: character, index };
    index += character.length;
  }
}

/** Reverses the order of every stretch of runs whose level is at least this. */
function reverseFrom(runs: Levelled[], level: number): void {
  let at = 0;
  while (at < runs.length) {
    if ((runs[at]?.level ?? 0) < level) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
    runs.splice(at, end - at, ...runs.slice(at, end).reverse());
    at = end;
  }
}

/** Marks and isolates of UAX 9: they order what stands around them, and have no glyph. */
const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const ARABIC = /\p{Script_Extensions=Arabic}|\u200c|\u200d/u;

const EXTENDED = /[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1e00-\u1eff]/u;

/** A space belongs to what it separates: within Urdu to the Arabic letters, whose font has spaces of its own width. */
function scriptOf(character: string, level: number): Script {
  if (character === ' ') return level % 2 === 1 ? 'arabic' : 'latin';
  if (ARABIC.test(character)) return 'arabic';
  return EXTENDED.test(character) ? 'latin-ext' : 'latin';
}
