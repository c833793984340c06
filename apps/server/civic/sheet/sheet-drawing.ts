import type { PdfDrawing } from '../../pdf/pdf-thread.ts';
import type { SheetFacts } from './sheet-facts.ts';

/** What the thread of documents draws sheets of tickets with. */
export const SHEET_DRAWING: PdfDrawing<SheetFacts> = {
  module: new URL('./draw-sheet.ts', import.meta.url).href,
  drawnBy: 'drawSheet',
};
