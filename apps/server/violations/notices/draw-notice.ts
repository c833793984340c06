import type { LocalText } from '@amaan/contracts/ai-system';
import {
  BilingualPages,
  COLUMN,
  english,
  FULL,
  LEFT,
  PAGE,
  QUIET,
  RIGHT,
  urdu,
} from '../../pdf/bilingual-pages.ts';
import { drawPicture } from '../../pdf/draw-picture.ts';
import { drawQrCode } from '../../pdf/draw-qr-code.ts';
import { instantText } from '../../pdf/local-times.ts';
import type { NoticeFacts } from './notice-facts.ts';
import {
  NOTICE_TITLE,
  noticeLines,
  noticeSections,
  PICTURE_WORDS,
  SIMULATED,
  TEST_PAYMENT,
} from './notice-words.ts';

const LABEL = 84;

/**
 * Writes a notice as PDF, A4, in English and Urdu side by side: what happened, with the pictures, and what can be done about
 * it. The same facts give the same bytes.
 *
 * @throws Error when a picture is neither JPEG nor PNG
 */
export async function drawNotice(facts: NoticeFacts): Promise<Uint8Array> {
  const { challan } = facts;
  const pages = new BilingualPages({
    title: `${NOTICE_TITLE.en} ${challan.number}`,
    author: facts.organisation,
    at: challan.issuedAt,
  });
  const notice = new NoticePages(pages, facts);
  notice.head();
  notice.lines();
  notice.pictures();
  notice.sections();
  pages.feet(challan.number);
  return pages.end();
}

class NoticePages {
  readonly #pages: BilingualPages;
  readonly #facts: NoticeFacts;

  constructor(pages: BilingualPages, facts: NoticeFacts) {
    this.#pages = pages;
    this.#facts = facts;
  }

  head(): void {
    const { organisation, challan, paying } = this.#facts;
    if (challan.simulated) this.#pages.mark(SIMULATED);
    else if (paying?.test === true) this.#pages.mark(TEST_PAYMENT);
    this.#pages.both(
      { en: NOTICE_TITLE.en, ur: NOTICE_TITLE.ur },
      english(15, { weight: 'bold', lead: 1.3 }),
      urdu(14, { weight: 'bold', lead: 1.9 }),
    );
    this.#pages.type.write(
      organisation,
      { x: LEFT, y: this.#pages.y, width: FULL },
      english(10, { colour: QUIET }),
    );
    this.#pages.y += 18;
    this.#pages.rule();
    const issued = instantText(challan.issuedAt);
    this.#pages.document.font('Courier-Bold').fontSize(17).fillColor('#10202d');
    this.#pages.document.text(challan.number, LEFT, this.#pages.y + 4, { lineBreak: false });
    const width = FULL - 220;
    const place = { x: PAGE.width - PAGE.margin - width, width };
    this.#pages.type.write(
      `Issued ${issued.en}, Pakistan time`,
      { ...place, y: this.#pages.y },
      english(8.5, { align: 'end', colour: QUIET }),
    );
    this.#pages.type.write(
      `تاریخ اجراء ${issued.ur}، پاکستانی وقت`,
      { ...place, y: this.#pages.y + 10 },
      urdu(8.5, { colour: QUIET, lead: 2 }),
    );
    this.#pages.y += 31;
    this.#pages.rule();
  }

  /** What happened and what it costs. */
  lines(): void {
    for (const { label, value } of noticeLines(this.#facts)) {
      const top = this.#pages.y;
      const width = COLUMN - LABEL;
      const heightLabel = this.#pages.type.write(
        label.en,
        { x: LEFT, y: top, width: LABEL - 6 },
        english(9, { colour: QUIET }),
      );
      const heightEn = this.#pages.type.write(
        value.en,
        { x: LEFT + LABEL, y: top, width },
        english(9.5, { weight: 'bold' }),
      );
      const right = RIGHT + COLUMN - LABEL;
      this.#pages.type.write(
        label.ur,
        { x: right + 6, y: top - 2, width: LABEL - 6 },
        urdu(8.5, { colour: QUIET, lead: 1.9 }),
      );
      const heightUr = this.#pages.type.write(
        value.ur,
        { x: RIGHT, y: top - 2, width },
        urdu(9, { weight: 'bold', lead: 1.9 }),
      );
      this.#pages.y = top + Math.max(heightLabel + 2, heightEn + 2, heightUr + 1);
    }
    this.#pages.y += 4;
    this.#pages.rule();
  }

  pictures(): void {
    const { pictures, portal } = this.#facts;
    const side = 122;
    const wide = FULL - side - 14;
    const top = this.#pages.y + 3;
    const contextHeight = drawPicture(this.#pages.document, pictures.context.bytes, {
      x: LEFT,
      y: top,
      width: wide,
      most: 232,
    });
    const at = instantText(pictures.context.at);
    const caption = {
      en: `${PICTURE_WORDS.context.en} ${at.en}`,
      ur: `${PICTURE_WORDS.context.ur} ${at.ur}`,
    };
    let under = top + contextHeight + 3;
    under += this.#pages.type.write(
      caption.en,
      { x: LEFT, y: under, width: wide },
      english(7.5, { colour: QUIET }),
    );
    under += this.#pages.type.write(
      caption.ur,
      { x: LEFT, y: under - 2, width: wide },
      urdu(7.5, { colour: QUIET, lead: 1.9 }),
    );

    const x = PAGE.width - PAGE.margin - side;
    let y =
      top + drawPicture(this.#pages.document, pictures.plate.bytes, { x, y: top, width: side, most: 54 }) + 2;
    y += this.#caption(PICTURE_WORDS.plate, x, y, side) + 4;
    drawQrCode(this.#pages.document, portal.url, { x, y, size: side });
    y += side + 1;
    y += this.#caption(PICTURE_WORDS.code, x, y, side);
    this.#pages.y = Math.max(under, y) + 6;
  }

  /** What can be done about it. */
  sections(): void {
    const { type } = this.#pages;
    for (const { title, text } of noticeSections(this.#facts)) {
      const titleEn = english(10.5, { weight: 'bold' });
      const titleUr = urdu(10, { weight: 'bold', lead: 1.8 });
      const textEn = english(9.5);
      const textUr = urdu(9.5, { lead: 2 });
      this.#pages.breakBefore(
        Math.max(
          type.height(title.en, COLUMN, titleEn) + type.height(text.en, COLUMN, textEn),
          type.height(title.ur, COLUMN, titleUr) + type.height(text.ur, COLUMN, textUr),
        ),
      );
      this.#pages.rule();
      this.#pages.both(title, titleEn, titleUr);
      this.#pages.both(text, textEn, textUr);
      this.#pages.y += 3;
    }
  }

  #caption(words: LocalText, x: number, y: number, width: number): number {
    const en = this.#pages.type.write(
      words.en,
      { x, y, width },
      english(7.5, { colour: QUIET, align: 'centre' }),
    );
    const style = urdu(7.5, { colour: QUIET, align: 'centre', lead: 1.9 });
    return en + this.#pages.type.write(words.ur, { x, y: y + en - 2, width }, style) - 2;
  }
}
