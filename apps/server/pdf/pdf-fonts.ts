import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { mendShaping } from './mend-shaping.ts';
import type { Script } from './visual-runs.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

/** English and figures in Noto Naskh's Latin letters, Urdu in Nastaliq. */
export type FontFamily = 'naskh' | 'nastaliq';
export type FontWeight = 'regular' | 'bold';

const PACKAGES: Record<FontFamily, string> = {
  naskh: 'noto-naskh-arabic',
  nastaliq: 'noto-nastaliq-urdu',
};
const WEIGHTS: Record<FontWeight, number> = { regular: 400, bold: 700 };
const require = createRequire(import.meta.url);

/** What `pdfkit` keeps of an embedded font; its types leave it out. */
interface EmbeddedFont {
  font: OpenedFont;
  subset: unknown;
}

interface OpenedFont {
  /** Glyphs that were used, each with the letter that it was first used for. */
  _glyphs: object;
  createSubset(): unknown;
}

/** Fonts that some document needed, with the tables that were read of them: reading them takes longer than writing a notice. */
const opened = new Map<string, OpenedFont>();

/** The fonts of one document: SIL Open Font License 1.1, embedded as subsets. Each is opened when it is first needed. */
export class PdfFonts {
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #chosen = new Set<string>();

  constructor(document: InstanceType<typeof PDFDocument>) {
    this.#document = document;
  }

  /** Chooses a font for what is measured or written next. */
  choose(family: FontFamily, weight: FontWeight, script: Script): void {
    const name = `${PACKAGES[family]}-${script}-${WEIGHTS[weight]}`;
    if (!this.#chosen.has(name)) {
      this.#document.registerFont(name, fontFile(family, name));
      this.#chosen.add(name);
      this.#document.font(name);
      this.#share(name);
    }
    this.#document.font(name);
  }

  /** Puts the font that earlier documents read already in the place of the one just opened; what is embedded is each one's own. */
  #share(name: string): void {
    const { _font: embedded } = this.#document as unknown as { readonly _font: EmbeddedFont };
    const known = opened.get(name);
    if (known === undefined) {
      mendShaping(embedded.font);
      opened.set(name, embedded.font);
      return;
    }
    // Letters that differ by their dots share a glyph: which letter it stands for is this document's own affair, or its bytes
    // would depend on what was written before it.
    known._glyphs = {};
    embedded.font = known;
    embedded.subset = known.createSubset();
  }
}

const files = new Map<string, Buffer>();

function fontFile(family: FontFamily, name: string): Buffer {
  const known = files.get(name);
  if (known !== undefined) return known;
  const path = require.resolve(`@fontsource/${PACKAGES[family]}/files/${name}-normal.woff`);
  const font = woffToSfnt(readFileSync(path));
  files.set(name, font);
  return font;
}
