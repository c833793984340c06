import type PDFDocument from 'pdfkit';
import { type FontFamily, type FontWeight, PdfFonts } from './pdf-fonts.ts';
import { type Direction, paragraphOf, type VisualRun, visualRuns } from './visual-runs.ts';

export interface TextStyle {
  readonly family: FontFamily;
  readonly direction: Direction;
  /** In points. */
  readonly size: number;
  /** Distance of baselines in sizes. */
  readonly lead: number;
  readonly weight?: FontWeight;
  readonly colour?: string;
  /** Left out: where its direction begins. */
  readonly align?: 'start' | 'centre' | 'end';
}

/** Where text goes, in points from the page's top left corner. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

type Document = InstanceType<typeof PDFDocument>;

interface SetLine {
  readonly runs: readonly VisualRun[];
  /** In points, one each run. */
  readonly widths: readonly number[];
}

/** Asked of the shaper by name, so that it shapes a run as one piece and not word by word, left to right. */
const FEATURES: PDFKit.Mixins.OpenTypeFeatures[] = ['kern', 'liga'];
const INK = '#10202d';

/** Sets paragraphs of English and Urdu on the pages of a PDF document: `pdfkit` alone lays every line out from the left. */
export class Typesetter {
  readonly #document: Document;
  readonly #fonts: PdfFonts;
  /** Of runs that were measured, at a size of one point. */
  readonly #widths = new Map<string, number>();

  constructor(document: Document) {
    this.#document = document;
    this.#fonts = new PdfFonts(document);
  }

  /**
   * Writes a paragraph. Lines break at spaces; a word that is wider than the place stands alone and runs over.
   * @returns how high it is, in points
   */
  write(text: string, place: TextPlace, style: TextStyle): number {
    const lines = this.#lines(text, place.width, style);
    const step = style.size * style.lead;
    for (const [index, line] of lines.entries()) {
      const width = line.widths.reduce((sum, one) => sum + one, 0);
      let x = place.x + indentOf(style, place.width - width);
      // The baseline lies where letters have two thirds of the line above it.
      const y = place.y + index * step + step * 0.68;
      for (const [number, { text: piece, script }] of line.runs.entries()) {
        this.#fonts.choose(style.family, style.weight ?? 'regular', script);
        this.#document
          .fontSize(style.size)
          .fillColor(style.colour ?? INK)
          .text(piece, x, y, { lineBreak: false, baseline: 'alphabetic', features: FEATURES });
        x += line.widths[number] ?? 0;
      }
    }
    return lines.length * step;
  }

  /** How high a paragraph would be, in points. */
  height(text: string, width: number, style: TextStyle): number {
    return this.#lines(text, width, style).length * style.size * style.lead;
  }

  /** Words are measured one by one, so that each is shaped once however the lines fall; a line only as it will be written. */
  #lines(text: string, width: number, style: TextStyle): SetLine[] {
    const paragraph = paragraphOf(text, style.direction);
    const space = widthOf(this.#measure(visualRuns(paragraphOf(' ', style.direction)), style));
    const lines: { from: number; to: number; width: number }[] = [];
    for (const { from, to } of wordsOf(text)) {
      const word = widthOf(this.#measure(visualRuns(paragraph, from, to), style));
      const line = lines.at(-1);
      if (line === undefined || line.width + space + word > width) lines.push({ from, to, width: word });
      else {
        line.to = to;
        line.width += space + word;
      }
    }
    return lines.map(({ from, to }) => this.#measure(visualRuns(paragraph, from, to), style));
  }

  #measure(runs: readonly VisualRun[], { family, weight = 'regular', size }: TextStyle): SetLine {
    const widths = runs.map(({ text, script }) => {
      const key = `${family} ${weight} ${script} ${text}`;
      let width = this.#widths.get(key);
      if (width === undefined) {
        this.#fonts.choose(family, weight, script);
        width = this.#document.fontSize(1).widthOfString(text, { features: FEATURES });
        this.#widths.set(key, width);
      }
      return width * size;
    });
    return { runs, widths };
  }
}

function widthOf({ widths }: SetLine): number {
  return widths.reduce((sum, one) => sum + one, 0);
}

function indentOf({ align = 'start', direction }: TextStyle, room: number): number {
  if (align === 'centre') return room / 2;
  return (align === 'start') === (direction === 'ltr') ? 0 : room;
}

/** Where words lie: no-break spaces hold together what must stay on one line. */
function* wordsOf(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (const { index, 0: word } of text.matchAll(/[^ \n]+/g)) yield { from: index, to: index + word.length };
}
