import { BilingualPages, COLUMN, english, LEFT, QUIET, RIGHT, urdu } from '../../pdf/bilingual-pages.ts';
import { drawPicture } from '../../pdf/draw-picture.ts';
import { drawQrCode } from '../../pdf/draw-qr-code.ts';
import type { SheetFacts } from './sheet-facts.ts';
import {
  ANSWER,
  CODE,
  factLines,
  geoAddress,
  MASKED,
  MOMENTS,
  madeText,
  SIMULATED,
  titleText,
} from './sheet-words.ts';

const PICTURE_HEIGHT = 136;
const CODE_SIZE = 84;
const TEXT = [english(10), urdu(10, { lead: 2 })] as const;
const SMALL = [english(8, { colour: QUIET }), urdu(8, { lead: 2, colour: QUIET })] as const;

/**
 * Writes the sheet of a ticket that is handed to a department, A4, in English and Urdu side by side: one page, unless notes are
 * long or pictures many. The same facts give the same bytes.
 */
export async function drawSheet(facts: SheetFacts): Promise<Uint8Array> {
  const title = titleText(facts);
  const pages = new BilingualPages({ title: title.en, author: facts.siteName, at: facts.madeAt });
  if (facts.simulated) pages.mark(SIMULATED);
  pages.both(title, english(15, { weight: 'bold', lead: 1.3 }), urdu(14, { weight: 'bold', lead: 1.9 }));
  pages.both(madeText(facts), ...SMALL);
  pages.rule();
  for (const line of factLines(facts)) {
    pages.breakBefore(pages.heightOfBoth(line, ...TEXT));
    pages.both(line, ...TEXT);
    pages.y += 2;
  }
  drawCode(pages, facts);
  for (const moment of ['before', 'after'] as const) drawMoment(pages, facts, moment);
  if (facts.pictures.length > 0) pages.both(MASKED, ...SMALL);
  pages.breakBefore(60);
  pages.rule();
  pages.y += 10;
  pages.both(ANSWER, ...TEXT);
  pages.feet(title.en);
  return pages.end();
}

/** The place as a code, between what it is in both languages. */
function drawCode(pages: BilingualPages, { position }: SheetFacts): void {
  pages.breakBefore(CODE_SIZE + 8);
  const top = pages.y + 2;
  drawQrCode(pages.document, geoAddress(position), { x: LEFT, y: top, size: CODE_SIZE });
  const beside = { y: top + CODE_SIZE / 2 - 12, width: COLUMN - CODE_SIZE - 8 };
  pages.type.write(CODE.en, { x: LEFT + CODE_SIZE + 8, ...beside }, SMALL[0]);
  pages.type.write(CODE.ur, { x: RIGHT, ...beside, width: COLUMN }, SMALL[1]);
  pages.y = top + CODE_SIZE + 4;
}

/** Pictures of one moment, two in a row, below its name. */
function drawMoment(pages: BilingualPages, facts: SheetFacts, moment: 'before' | 'after'): void {
  const own = facts.pictures.filter((picture) => picture.moment === moment);
  if (own.length === 0) return;
  pages.breakBefore(PICTURE_HEIGHT + 34);
  pages.rule();
  pages.both(MOMENTS[moment], english(10.5, { weight: 'bold' }), urdu(10, { weight: 'bold', lead: 1.8 }));
  for (let at = 0; at < own.length; at += 2) {
    pages.breakBefore(PICTURE_HEIGHT + 8);
    const heights = own.slice(at, at + 2).map(({ bytes }, index) =>
      drawPicture(pages.document, bytes, {
        ...{ x: index === 0 ? LEFT : RIGHT, y: pages.y + 2 },
        ...{ width: COLUMN, most: PICTURE_HEIGHT },
      }),
    );
    pages.y += Math.max(...heights) + 8;
  }
}
