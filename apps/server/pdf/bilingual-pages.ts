import type { LocalText } from '@amaan/contracts/ai-system';
import type { Instant } from '@amaan/contracts/instant';
import PDFDocument from 'pdfkit';
import { type TextStyle, Typesetter } from './typesetter.ts';

/** A4 in points, and where its two columns lie: English on the left, Urdu on the right, as each is read. */
export const PAGE = { width: 595.28, height: 841.89, margin: 42 } as const;
const GAP = 22;
export const COLUMN = (PAGE.width - 2 * PAGE.margin - GAP) / 2;
export const LEFT = PAGE.margin;
export const RIGHT = PAGE.margin + COLUMN + GAP;
export const FULL = PAGE.width - 2 * PAGE.margin;
const FOOT = 46;

/** Colours of the light console. */
export const QUIET = '#4d6172';
export const LINE = '#d5dde4';
const MARK = '#6b3fb3';

/** English as documents set it. @param size in points */
export const english = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  family: 'naskh',
  direction: 'ltr',
  size,
  lead: 1.42,
  ...more,
});

/** Urdu as documents set it. @param size in points */
export const urdu = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  family: 'nastaliq',
  direction: 'rtl',
  size,
  lead: 2.1,
  ...more,
});

export interface PagesAbout {
  readonly title: string;
  readonly author: string;
  /** Kept as the document's date, so that the same facts give the same bytes. */
  readonly at: Instant;
}

/** A PDF document, A4, in English and Urdu side by side, that is written from top to bottom. */
export class BilingualPages {
  readonly document: InstanceType<typeof PDFDocument>;
  readonly type: Typesetter;
  /** How far down this page is written, in points. */
  y: number = PAGE.margin;
  readonly #parts: Uint8Array[] = [];
  readonly #ended: Promise<void>;

  constructor({ title, author, at }: PagesAbout) {
    this.document = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: title, Author: author, CreationDate: new Date(at), ModDate: new Date(at) },
    });
    this.document.on('data', (part: Uint8Array) => this.#parts.push(part));
    this.#ended = new Promise((resolve) => this.document.on('end', () => resolve()));
    this.type = new Typesetter(this.document);
  }

  /** Begins a new page where less than this many points are left above the foot. @returns whether it did */
  breakBefore(height: number): boolean {
    if (this.y + height <= PAGE.height - FOOT - 8) return false;
    this.document.addPage();
    this.y = PAGE.margin;
    return true;
  }

  /** How high one text in both columns is, in points. */
  heightOfBoth(text: LocalText, en: TextStyle, ur: TextStyle): number {
    return Math.max(this.type.height(text.en, COLUMN, en), this.type.height(text.ur, COLUMN, ur));
  }

  /** One text in both columns. */
  both(text: LocalText, en: TextStyle, ur: TextStyle): void {
    const heights = [
      this.type.write(text.en, { x: LEFT, y: this.y, width: COLUMN }, en),
      this.type.write(text.ur, { x: RIGHT, y: this.y, width: COLUMN }, ur),
    ];
    this.y += Math.max(...heights);
  }

  /** A mark that nobody overlooks, above everything else. */
  mark(words: LocalText): void {
    const en = english(9.5, { weight: 'bold', colour: '#ffffff' });
    const ur = urdu(10, { weight: 'bold', colour: '#ffffff' });
    const width = COLUMN - 8;
    const height = Math.max(this.type.height(words.en, width, en), this.type.height(words.ur, width, ur)) + 6;
    this.document.rect(LEFT, this.y, FULL, height).fill(MARK);
    this.type.write(words.en, { x: LEFT + 8, y: this.y + 5, width }, en);
    this.type.write(words.ur, { x: RIGHT, y: this.y + 2, width }, ur);
    this.y += height + 6;
  }

  /** A thin line over the whole width. */
  rule(): void {
    this.document
      .moveTo(LEFT, this.y)
      .lineTo(LEFT + FULL, this.y)
      .lineWidth(0.6)
      .strokeColor(LINE)
      .stroke();
    this.y += 4;
  }

  /** Numbers the pages, once everything else is written. @param name what each says before its number */
  feet(name: string): void {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.document.switchToPage(page);
      const y = PAGE.height - FOOT + 8;
      this.type.write(
        `${name}, page ${page + 1} of ${count}`,
        { x: LEFT, y: y + 3, width: COLUMN },
        english(8, { colour: QUIET }),
      );
      this.type.write(
        `صفحہ ${page + 1} از ${count}`,
        { x: RIGHT, y, width: COLUMN },
        urdu(8, { colour: QUIET, lead: 1.9 }),
      );
    }
  }

  /** Closes the document. @returns its bytes */
  async end(): Promise<Uint8Array> {
    this.document.end();
    await this.#ended;
    return Buffer.concat(this.#parts);
  }
}
