import PDFDocument from 'pdfkit';
import { drawQrCode } from './draw-qr-code.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { instantText } from './notice-times.ts';
import {
  NOTICE_TITLE,
  noticeLines,
  noticeSections,
  PICTURE_WORDS,
  SIMULATED,
  TEST_PAYMENT,
} from './notice-words.ts';
import { type TextStyle, Typesetter } from './typesetter.ts';

/** A4 in points, and where its two columns lie: English on the left, Urdu on the right, as each is read. */
const PAGE = { width: 595.28, height: 841.89, margin: 42 } as const;
const GAP = 22;
const COLUMN = (PAGE.width - 2 * PAGE.margin - GAP) / 2;
const LEFT = PAGE.margin;
const RIGHT = PAGE.margin + COLUMN + GAP;
const FULL = PAGE.width - 2 * PAGE.margin;
const LABEL = 84;
const FOOT = 46;

const QUIET = '#4d6172';
const LINE = '#d5dde4';
const MARK = '#6b3fb3';

const english = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  family: 'naskh',
  direction: 'ltr',
  size,
  lead: 1.42,
  ...more,
});
const urdu = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  family: 'nastaliq',
  direction: 'rtl',
  size,
  lead: 2.1,
  ...more,
});

/**
 * Writes a notice as PDF, A4, in English and Urdu side by side: what happened, with the pictures, and what can be done about
 * it. The same facts give the same bytes.
 *
 * @throws Error when a picture is neither JPEG nor PNG
 */
export async function drawNotice(facts: NoticeFacts): Promise<Uint8Array> {
  const { challan } = facts;
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${NOTICE_TITLE.en} ${challan.number}`,
      Author: facts.organisation,
      CreationDate: new Date(challan.issuedAt),
      ModDate: new Date(challan.issuedAt),
    },
  });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));

  const page = new NoticePages(document, facts);
  page.head();
  page.lines();
  page.pictures();
  page.sections();
  page.feet();
  document.end();
  await ended;
  return Buffer.concat(parts);
}

class NoticePages {
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #facts: NoticeFacts;
  readonly #type: Typesetter;
  #y: number = PAGE.margin;

  constructor(document: InstanceType<typeof PDFDocument>, facts: NoticeFacts) {
    this.#document = document;
    this.#facts = facts;
    this.#type = new Typesetter(document);
  }

  head(): void {
    const { organisation, challan, paying } = this.#facts;
    if (challan.simulated) this.#mark(SIMULATED);
    else if (paying?.test === true) this.#mark(TEST_PAYMENT);
    this.#both(
      { en: NOTICE_TITLE.en, ur: NOTICE_TITLE.ur },
      english(15, { weight: 'bold', lead: 1.3 }),
      urdu(14, { weight: 'bold', lead: 1.9 }),
    );
    this.#type.write(organisation, { x: LEFT, y: this.#y, width: FULL }, english(10, { colour: QUIET }));
    this.#y += 18;
    this.#rule();
    const issued = instantText(challan.issuedAt);
    this.#document.font('Courier-Bold').fontSize(17).fillColor('#10202d');
    this.#document.text(challan.number, LEFT, this.#y + 4, { lineBreak: false });
    const width = FULL - 220;
    const place = { x: PAGE.width - PAGE.margin - width, width };
    this.#type.write(
      `Issued ${issued.en}, Pakistan time`,
      { ...place, y: this.#y },
      english(8.5, { align: 'end', colour: QUIET }),
    );
    this.#type.write(
      `تاریخ اجراء ${issued.ur}، پاکستانی وقت`,
      { ...place, y: this.#y + 10 },
      urdu(8.5, { colour: QUIET, lead: 2 }),
    );
    this.#y += 31;
    this.#rule();
  }

  /** What happened and what it costs. */
  lines(): void {
    for (const { label, value } of noticeLines(this.#facts)) {
      const top = this.#y;
      const width = COLUMN - LABEL;
      const heightLabel = this.#type.write(
        label.en,
        { x: LEFT, y: top, width: LABEL - 6 },
        english(9, { colour: QUIET }),
      );
      const heightEn = this.#type.write(
        value.en,
        { x: LEFT + LABEL, y: top, width },
        english(9.5, { weight: 'bold' }),
      );
      const right = RIGHT + COLUMN - LABEL;
      this.#type.write(
        label.ur,
        { x: right + 6, y: top - 2, width: LABEL - 6 },
        urdu(8.5, { colour: QUIET, lead: 1.9 }),
      );
      const heightUr = this.#type.write(
        value.ur,
        { x: RIGHT, y: top - 2, width },
        urdu(9, { weight: 'bold', lead: 1.9 }),
      );
      this.#y = top + Math.max(heightLabel + 2, heightEn + 2, heightUr + 1);
    }
    this.#y += 4;
    this.#rule();
  }

  pictures(): void {
    const { pictures, portal } = this.#facts;
    const side = 122;
    const wide = FULL - side - 14;
    const top = this.#y + 3;
    const contextHeight = this.#picture(pictures.context.bytes, LEFT, top, wide, 232);
    const at = instantText(pictures.context.at);
    const caption = {
      en: `${PICTURE_WORDS.context.en} ${at.en}`,
      ur: `${PICTURE_WORDS.context.ur} ${at.ur}`,
    };
    let under = top + contextHeight + 3;
    under += this.#type.write(
      caption.en,
      { x: LEFT, y: under, width: wide },
      english(7.5, { colour: QUIET }),
    );
    under += this.#type.write(
      caption.ur,
      { x: LEFT, y: under - 2, width: wide },
      urdu(7.5, { colour: QUIET, lead: 1.9 }),
    );

    const x = PAGE.width - PAGE.margin - side;
    let y = top + this.#picture(pictures.plate.bytes, x, top, side, 54) + 2;
    y += this.#caption(PICTURE_WORDS.plate, x, y, side) + 4;
    drawQrCode(this.#document, portal.url, { x, y, size: side });
    y += side + 1;
    y += this.#caption(PICTURE_WORDS.code, x, y, side);
    this.#y = Math.max(under, y) + 6;
  }

  /** What can be done about it. */
  sections(): void {
    for (const { title, text } of noticeSections(this.#facts)) {
      const titleEn = english(10.5, { weight: 'bold' });
      const titleUr = urdu(10, { weight: 'bold', lead: 1.8 });
      const textEn = english(9.5);
      const textUr = urdu(9.5, { lead: 2 });
      const heights = [
        this.#type.height(title.en, COLUMN, titleEn) + this.#type.height(text.en, COLUMN, textEn),
        this.#type.height(title.ur, COLUMN, titleUr) + this.#type.height(text.ur, COLUMN, textUr),
      ];
      if (this.#y + Math.max(...heights) > PAGE.height - FOOT - 8) {
        this.#document.addPage();
        this.#y = PAGE.margin;
      }
      this.#rule();
      this.#both(title, titleEn, titleUr);
      this.#both(text, textEn, textUr);
      this.#y += 3;
    }
  }

  feet(): void {
    const { count } = this.#document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#document.switchToPage(page);
      const y = PAGE.height - FOOT + 8;
      const { number } = this.#facts.challan;
      this.#type.write(
        `${number}, page ${page + 1} of ${count}`,
        { x: LEFT, y: y + 3, width: COLUMN },
        english(8, { colour: QUIET }),
      );
      this.#type.write(
        `صفحہ ${page + 1} از ${count}`,
        { x: RIGHT, y, width: COLUMN },
        urdu(8, { colour: QUIET, lead: 1.9 }),
      );
    }
  }

  /** One text in both columns. */
  #both(text: { readonly en: string; readonly ur: string }, en: TextStyle, ur: TextStyle): void {
    const heights = [
      this.#type.write(text.en, { x: LEFT, y: this.#y, width: COLUMN }, en),
      this.#type.write(text.ur, { x: RIGHT, y: this.#y, width: COLUMN }, ur),
    ];
    this.#y += Math.max(...heights);
  }

  #caption(words: { readonly en: string; readonly ur: string }, x: number, y: number, width: number): number {
    const en = this.#type.write(words.en, { x, y, width }, english(7.5, { colour: QUIET, align: 'centre' }));
    const style = urdu(7.5, { colour: QUIET, align: 'centre', lead: 1.9 });
    return en + this.#type.write(words.ur, { x, y: y + en - 2, width }, style) - 2;
  }

  /** Whole, as large as the place allows, with a thin frame. @returns its height in points */
  #picture(bytes: Uint8Array, x: number, y: number, width: number, most: number): number {
    const image = openImage(this.#document, bytes);
    const scale = Math.min(width / image.width, most / image.height);
    const size = { width: image.width * scale, height: image.height * scale };
    const left = x + (width - size.width) / 2;
    this.#document.image(image as never, left, y, size);
    this.#document.rect(left, y, size.width, size.height).lineWidth(0.5).strokeColor(LINE).stroke();
    return size.height;
  }

  /** A mark that nobody overlooks, above everything else. */
  #mark(words: { readonly en: string; readonly ur: string }): void {
    const en = english(9.5, { weight: 'bold', colour: '#ffffff' });
    const ur = urdu(10, { weight: 'bold', colour: '#ffffff' });
    const width = COLUMN - 8;
    const height =
      Math.max(this.#type.height(words.en, width, en), this.#type.height(words.ur, width, ur)) + 6;
    this.#document.rect(LEFT, this.#y, FULL, height).fill(MARK);
    this.#type.write(words.en, { x: LEFT + 8, y: this.#y + 5, width }, en);
    this.#type.write(words.ur, { x: RIGHT, y: this.#y + 2, width }, ur);
    this.#y += height + 6;
  }

  #rule(): void {
    this.#document
      .moveTo(LEFT, this.#y)
      .lineTo(LEFT + FULL, this.#y)
      .lineWidth(0.6)
      .strokeColor(LINE)
      .stroke();
    this.#y += 4;
  }
}

/** A picture with its size in pixels: `pdfkit` has it, and its types leave it out. */
function openImage(document: object, bytes: Uint8Array): { readonly width: number; readonly height: number } {
  type Opener = { openImage(source: Buffer): { readonly width: number; readonly height: number } };
  return (document as Opener).openImage(Buffer.from(bytes));
}
