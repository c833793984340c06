import type { PdfDrawing } from '../../pdf/pdf-thread.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** What the thread of documents draws notices with. */
export const NOTICE_DRAWING: PdfDrawing<NoticeFacts> = {
  module: new URL('./draw-notice.ts', import.meta.url).href,
  drawnBy: 'drawNotice',
};
