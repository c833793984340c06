import type { PdfDrawing } from '../../pdf/pdf-thread.ts';
import type { BriefingFacts } from './briefing-facts.ts';

/** What the thread of documents draws briefings with. */
export const BRIEFING_DRAWING: PdfDrawing<BriefingFacts> = {
  module: new URL('./draw-briefing.ts', import.meta.url).href,
  drawnBy: 'drawBriefing',
};
